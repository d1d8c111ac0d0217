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

/** Other versions of this code, or anything else on this origin, may write to the channel too. */
const isTabMessage = (data: Partial<TabMessage> | null): data is TabMessage =>
  data?.type === 'poke' || (data?.type === 'typing' && typeof data.chatId === 'string');

/**
 * Opens the channel between the tabs of a contact centre. It does not echo to itself. A tab that was hidden looks again
 * when it is shown.
 */
export const openTabChannel = (name: string, onMessage: (message: TabMessage) => void): TabChannel => {
  const end = new AbortController();
  const look = (): void => {
    if (globalThis.document === undefined || !document.hidden) onMessage({ type: 'poke' });
  };
  globalThis.document?.addEventListener('visibilitychange', look, { signal: end.signal });
  const channel = new BroadcastChannel(centreKey(name));
  channel.onmessage = ({ data }: MessageEvent<Partial<TabMessage> | null>) => {
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
