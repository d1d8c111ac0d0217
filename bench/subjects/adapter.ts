// <chat-adapter> over a connector: everything an agent has before them.
import type { ChatAdapter, ChatDesk, ConnectorEvent, Message } from '../../src/index.js';
import '../../src/index.js';
import { createOurConnector, type OurConnector } from './our-connector.js';

let adapter: ChatAdapter | undefined;
let connector: OurConnector | undefined;

/** Settles once its desk is there. */
export const open = async (
  host: HTMLElement,
  messages: Readonly<Record<string, readonly Message[]>> = {},
): Promise<void> => {
  host.classList.add('wide');
  connector = createOurConnector(messages);
  adapter = document.createElement('chat-adapter');
  adapter.layout = 'inline';
  adapter.style.blockSize = '100%';
  adapter.connector = connector;
  host.append(adapter);
  await adapter.updateComplete;
};

export const emit = (event: ConnectorEvent): void => connector?.emit(event);

export const desk = (): ChatDesk => {
  const made = adapter?.currentDesk;
  if (made === undefined) throw new Error('The adapter has no desk.');
  return made;
};

export const close = (): void => {
  adapter?.remove();
  adapter = connector = undefined;
};
