import type { ControlledElement } from '../../controllers/from-context.js';
import { warnOnce } from '../../core/warn-once.js';
import type { Message } from '../../core/index.js';
import type { ChatView } from '../../desk/index.js';
import type { MessageRenderer, MessageRenderers } from '../message-renderer.js';

/** The names of the slots in which a message's own content stands. */
export interface MessageSlotNames {
  readonly content?: string | undefined;
  readonly actions?: string | undefined;
}

/** The page's own content of messages, each in a slot of its row. */
export interface MessageSlots {
  /** Stands for what the page gives: another one, and all of it is to be asked for again. */
  readonly era: object;
  /** Asks the page for what it shows of a message, unless that is known already. */
  show(message: Message, chat: ChatView | undefined): MessageSlotNames;
  /** Gives back what was shown of a message. */
  release(messageId: string): void;
}

type Place = keyof MessageRenderers;

/** What stands in one slot. */
interface Held {
  readonly name: string;
  readonly node: Node;
  readonly message: Message;
  readonly render: MessageRenderer;
  /** Everything that goes with it: its box in the page, and the slots on the way to it. */
  readonly elements: readonly Element[];
  readonly controllers: readonly AbortController[];
}

let count = 0;

/**
 * Puts a node where the page's own styles reach it: among the children of the outermost of our tags around `from`. From
 * there a slot in each tag leads to the row.
 */
const place = (from: Element, node: Node, name: string): readonly Element[] => {
  const elements: Element[] = [];
  let host = from;
  for (;;) {
    const root = host.getRootNode();
    if (!(root instanceof ShadowRoot && 'tag' in root.host.constructor)) break;
    const slot = document.createElement('slot');
    slot.name = slot.slot = name;
    host.append(slot);
    elements.push(slot);
    host = root.host;
  }
  const box = document.createElement('div');
  box.slot = name;
  box.append(node);
  host.append(box);
  return [...elements, box];
};

const drop = ({ elements, controllers }: Held): void => {
  for (const controller of controllers) controller.abort();
  for (const element of elements) element.remove();
};

export const createMessageSlots = (host: ControlledElement & MessageRenderers): MessageSlots => {
  /** By message, then by what was asked. */
  const all = new Map<string, Map<Place, Held>>();
  let renderers: readonly unknown[] = [];

  const ask = (
    which: Place,
    message: Message,
    chat: ChatView | undefined,
    held: Held | undefined,
    render: MessageRenderer,
  ): Held | undefined => {
    const controller = new AbortController();
    const { signal } = controller;
    try {
      const node: unknown = render(message, { chat, signal, shown: held?.node });
      if (node !== undefined && node !== null) {
        if (!(node instanceof Node)) throw new TypeError(`it returned ${typeof node}, which is no DOM node`);
        const common = { message, render, node };
        if (held !== undefined && node === held.node)
          return { ...held, ...common, controllers: [...held.controllers, controller] };
        const taken = [...all.values()].some((slots) => [...slots.values()].some((other) => other.node === node));
        if (taken) throw new TypeError('it returned a node that is shown elsewhere');
        const name = `agent-chat-${(count += 1)}`;
        return { ...common, name, controllers: [controller], elements: place(host, node, name) };
      }
    } catch (error) {
      // A page's message stays private: the warning names what failed, not what it was about.
      warnOnce(
        host,
        `"${which}" failed (${String(error)}); what the tag shows by itself stands there. Return a DOM node, or nothing.`,
      );
    }
    controller.abort();
    return undefined;
  };

  const fill = (which: Place, message: Message, chat: ChatView | undefined): string | undefined => {
    const slots = all.get(message.id) ?? new Map<Place, Held>();
    const held = slots.get(which);
    const render = host[which];
    if (held !== undefined && held.message === message && held.render === render) return held.name;
    const next = render && ask(which, message, chat, held, render);
    if (held !== undefined && held.elements !== next?.elements) drop(held);
    if (next === undefined) slots.delete(which);
    else all.set(message.id, slots.set(which, next));
    return next?.name;
  };

  const release = (messageId: string): void => {
    all.get(messageId)?.forEach(drop);
    all.delete(messageId);
  };

  // A tag that was only moved in the document keeps what it shows.
  const hostDisconnected = (): void =>
    void setTimeout(() => {
      if (host.isConnected) return;
      for (const messageId of [...all.keys()]) release(messageId);
      renderers = [];
    });
  host.addController({ hostDisconnected });

  return {
    get era() {
      const { renderMessage, renderMessageActions } = host;
      if (renderers[0] !== renderMessage || renderers[1] !== renderMessageActions)
        renderers = [renderMessage, renderMessageActions];
      return renderers;
    },
    show: (message, chat) => ({
      content: fill('renderMessage', message, chat),
      actions: fill('renderMessageActions', message, chat),
    }),
    release,
  };
};
