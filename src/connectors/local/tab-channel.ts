import { centreKey } from './schema.js';

/** What tabs tell each other: that there is news in the database, or what is never stored there. */
export type TabMessage =
  | { readonly type: 'poke' }
  | {
      readonly type: 'typing';
      readonly chatId: string;
      readonly by: 'agent' | 'end-user';
      readonly typing: boolean;
      readonly preview?: string;
    };

export interface TabChannel {
  post(message: TabMessage): void;
  close(): void;
}

/** Without BroadcastChannel, how often a visible tab looks for news by itself, in milliseconds. */
const LOOK_EVERY = 1000;

/** Other versions of this code, or anything else on this origin, may write to the channel too. */
const isTabMessage = (data: unknown): data is TabMessage => {
  if (typeof data !== 'object' || data === null || !('type' in data)) return false;
  if (data.type === 'poke') return true;
  return (
    data.type === 'typing' && 'chatId' in data && typeof data.chatId === 'string' && 'typing' in data && 'by' in data
  );
};

/**
 * Opens the channel between the tabs of a contact centre. It does not echo to itself. A tab that was hidden looks again
 * when it is shown. Without BroadcastChannel a visible tab looks once a second, and typing is not told.
 */
export const openTabChannel = (name: string, onMessage: (message: TabMessage) => void): TabChannel => {
  const end = new AbortController();
  const look = (): void => {
    if (globalThis.document === undefined || !document.hidden) onMessage({ type: 'poke' });
  };
  globalThis.document?.addEventListener('visibilitychange', look, { signal: end.signal });
  if (typeof BroadcastChannel === 'undefined') {
    const timer = setInterval(look, LOOK_EVERY);
    end.signal.addEventListener('abort', () => clearInterval(timer));
    return { post: () => undefined, close: () => end.abort() };
  }
  const channel = new BroadcastChannel(centreKey(name));
  channel.onmessage = ({ data }: MessageEvent<unknown>) => {
    if (isTabMessage(data)) onMessage(data);
  };
  return {
    post: (message) => channel.postMessage(message),
    close: () => {
      end.abort();
      channel.close();
    },
  };
};
