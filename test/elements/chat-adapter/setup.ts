import { fixture, html, nextFrame } from '@open-wc/testing';
import { define } from '../../../src/define/define.js';
import type { ChatRecord, PolicyLayer } from '../../../src/core/index.js';
import type { ChatDesk } from '../../../src/desk/index.js';
import type { ChatAdapter } from '../../../src/elements/chat-adapter/chat-adapter.js';
import { deepAll } from '../../../src/testing/harnesses/shadow.js';
import { createManualClock, type ManualClock } from '../../../src/testing/manual-clock.js';
import { createFakeConnector, type FakeConnector } from '../../desk/support/fake-connector.js';
import { snapshotOf } from '../../desk/support/setup.js';
import { MORNING } from '../../support/builders.js';

define();

/** The first element that matches, through all shadow roots below `root`. */
export const find = (root: ParentNode, selector: string): HTMLElement | undefined => deepAll(root, selector)[0];

export { focusedElement as focused } from '../../../src/testing/harnesses/shadow.js';

/** A connector whose commands the back end obeys at once, but for those that the test holds. */
export const createObedientConnector = (chats: readonly ChatRecord[], held: readonly string[] = []): FakeConnector => {
  const connector = createFakeConnector({ opening: [snapshotOf(chats)] });
  const obey =
    <A extends readonly unknown[], R>(name: string, command: (...given: A) => Promise<R>) =>
    (...given: A): Promise<R> => {
      const answer = command(...given);
      if (!held.includes(name)) connector.call(name).resolve();
      return answer;
    };
  return Object.assign(connector, {
    accept: obey('accept', connector.accept.bind(connector)),
    end: obey('end', connector.end.bind(connector)),
    submitWrapUp: obey('submitWrapUp', connector.submitWrapUp.bind(connector)),
    done: obey('done', connector.done.bind(connector)),
  });
};

export interface Adapted {
  readonly adapter: ChatAdapter;
  readonly connector: FakeConnector;
  readonly clock: ManualClock;
  readonly desk: ChatDesk;
  readonly panel: HTMLElement;
  /** Finds in the adapter, through all shadow roots. */
  readonly find: (selector: string) => HTMLElement;
  /** The button with this accessible name. */
  readonly button: (name: string) => HTMLButtonElement;
  /** Lets every update inside settle. */
  readonly settled: () => Promise<void>;
}

export interface AdaptedOptions {
  readonly open?: boolean;
  readonly layout?: 'popover' | 'inline';
  readonly policy?: PolicyLayer;
  /** Commands that wait for the test's word. */
  readonly held?: readonly string[];
}

/** An adapter over these chats at nine in the morning, open unless told otherwise. */
export const setup = async (chats: readonly ChatRecord[] = [], options: AdaptedOptions = {}): Promise<Adapted> => {
  const { open = true, layout = 'popover', policy = { crm: true }, held = [] } = options;
  const clock = createManualClock(MORNING);
  const connector = createObedientConnector(chats, held);
  const adapter = await fixture<ChatAdapter>(
    html`<chat-adapter
      ?open=${open}
      layout=${layout}
      .connector=${connector}
      .clock=${clock}
      .policy=${policy}
      .storage=${null}
    ></chat-adapter>`,
  );
  const found = (selector: string): HTMLElement => {
    const element = find(adapter.shadowRoot!, selector);
    if (element === undefined) throw new Error(`There is no ${selector}.`);
    return element;
  };
  const settled = async (): Promise<void> => {
    for (let turn = 0; turn < 4; turn += 1) await new Promise((resolve) => setTimeout(resolve));
    // What was painted in this frame is painted again in the next, if there is more to tell.
    await nextFrame();
    await new Promise((resolve) => setTimeout(resolve));
  };
  await settled();
  return {
    adapter,
    connector,
    clock,
    desk: adapter.currentDesk!,
    panel: found('.panel'),
    find: found,
    button(name) {
      const wanted = (element: Element): boolean =>
        (element.getAttribute('aria-label') ?? element.textContent).trim() === name;
      const button = deepAll(adapter.shadowRoot!, 'button').find(wanted) as HTMLButtonElement | undefined;
      if (button === undefined) throw new Error(`There is no button "${name}".`);
      return button;
    },
    settled,
  };
};
