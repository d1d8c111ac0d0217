import type { ChatDesk } from '../../desk/index.js';

/**
 * Whether the agent can see the conversations of a desk: it is presented on a page that is seen, and of the adapters that
 * show it, if there are any, one is open.
 */
export interface Attention {
  readonly attending: boolean;
  /** Says that `presenter` presents the desk, or no longer does. */
  present(presenter: object, presents: boolean): void;
  /** Says whether `adapter`, one that shows the desk, is open; `undefined`: it no longer shows it. */
  open(adapter: object, open: boolean | undefined): void;
  /** Looks again whether the page is seen. */
  look(): void;
}

const attentions = new WeakMap<ChatDesk, Attention>();

const createAttention = (desk: ChatDesk): Attention => {
  const presenters = new Set<object>();
  const adapters = new Map<object, boolean>();
  let attending: boolean | undefined;
  const look = (): void => {
    const open = adapters.size === 0 || [...adapters.values()].includes(true);
    const now = open && presenters.size > 0 && document.visibilityState !== 'hidden';
    if (now === attending) return;
    attending = now;
    desk.attend(now);
  };
  return {
    get attending() {
      return attending ?? false;
    },
    present(presenter, presents) {
      if (presents) presenters.add(presenter);
      else presenters.delete(presenter);
      look();
    },
    open(adapter, open) {
      if (open === undefined) adapters.delete(adapter);
      else adapters.set(adapter, open);
      look();
    },
    look,
  };
};

/** The attention of a desk: all who present it on this page share it. */
export const attentionOf = (desk: ChatDesk): Attention => {
  const attention = attentions.get(desk) ?? createAttention(desk);
  attentions.set(desk, attention);
  return attention;
};
