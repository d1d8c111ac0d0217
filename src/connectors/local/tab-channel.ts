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
 * when it is shown. One that the browser keeps in memory has no channel meanwhile: it would be thrown away at the first
 * message.
 */
export const openTabChannel = (name: string, onMessage: (message: TabMessage) => void): TabChannel => {
  const end = new AbortController();
  const { signal } = end;
  let channel: BroadcastChannel | undefined;
  const open = (): void => {
    channel = new BroadcastChannel(centreKey(name));
    channel.onmessage = ({ data }: MessageEvent<Partial<TabMessage> | null>) => {
      if (isTabMessage(data)) onMessage(data);
    };
  };
  const shut = (): void => {
    channel?.close();
    channel = undefined;
  };
  const look = (): void => {
    if (globalThis.document === undefined || !document.hidden) onMessage({ type: 'poke' });
  };
  open();
  if (globalThis.document !== undefined) {
    document.addEventListener('visibilitychange', look, { signal });
    addEventListener('pagehide', ({ persisted }) => persisted && shut(), { signal });
    addEventListener(
      'pageshow',
      ({ persisted }) => {
        if (!persisted || channel !== undefined) return;
        open();
        look();
      },
      { signal },
    );
  }
  return {
    post: (message) => channel?.postMessage(message),
    close: () => {
      end.abort();
      shut();
    },
  };
};
