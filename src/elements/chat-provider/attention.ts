import type { ChatDesk } from '../../desk/index.js';
import { shared } from '../shared.js';

/**
 * Whether the agent can see the conversations of a desk: it is presented on a page that is seen, and of the adapters that
 * show it, if there are any, one is open.
 */
export interface Attention {
  readonly attending: boolean;
  /** Who presents the desk on this page, in order: the first tells and speaks, so that nothing is told twice. */
  readonly presenters: Set<object>;
  /** The adapters that show the desk, and whether each is open. */
  readonly adapters: Map<object, boolean>;
  /** Call it when any of that may have changed, or whether the page is seen. */
  look(): void;
}

const createAttention = (desk: ChatDesk): Attention => {
  const presenters = new Set<object>();
  const adapters = new Map<object, boolean>();
  let attending: boolean | undefined;
  return {
    get attending() {
      return attending ?? false;
    },
    presenters,
    adapters,
    look() {
      const open = adapters.size === 0 || [...adapters.values()].includes(true);
      const now = open && presenters.size > 0 && document.visibilityState !== 'hidden';
      if (now === attending) return;
      attending = now;
      desk.attend(now);
    },
  };
};

/** The attention of a desk: all who present it on this page share it, of whatever copy they are. */
export const attentionOf = (desk: ChatDesk): Attention => {
  const attentions = shared('attentions', () => new WeakMap<ChatDesk, Attention>());
  const attention = attentions.get(desk) ?? createAttention(desk);
  attentions.set(desk, attention);
  return attention;
};
