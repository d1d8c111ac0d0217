import { aTimeout, fixture, html } from '@open-wc/testing';
import { define } from '../../../src/define/define.js';
import type { ChatRecord, Message } from '../../../src/core/index.js';
import type { ChatDesk } from '../../../src/desk/index.js';
import type { ChatProvider } from '../../../src/elements/chat-provider/chat-provider.js';
import { registerConnector } from '../../../src/elements/chat-provider/connectors.js';
import { DeskElement } from '../../../src/elements/desk-element.js';
import { createManualClock, type ManualClock } from '../../../src/testing/manual-clock.js';
import { createFakeConnector, type FakeConnector, type FakeOptions } from '../../desk/support/fake-connector.js';
import { snapshotOf } from '../../desk/support/setup.js';
import { MORNING } from '../../support/builders.js';

/** A tag that shows nothing and tells which desk and words it was given. */
export class DeskProbe extends DeskElement {
  get found(): ChatDesk | undefined {
    return this.deskOf.value;
  }

  get send(): string {
    return this.words.text('send');
  }
}

define();
if (customElements.get('desk-probe') === undefined) customElements.define('desk-probe', DeskProbe);

/** Lets updates, and the one task for which a removed provider keeps its desk, pass. */
export const settled = async (): Promise<void> => {
  await aTimeout(0);
  await aTimeout(0);
};

/** A connector that tells a snapshot as it opens, or later (`null`) when the test says so. */
export const aConnector = (
  chats: readonly ChatRecord[] | null = [],
  { messages, ...options }: FakeOptions & { readonly messages?: Readonly<Record<string, readonly Message[]>> } = {},
): FakeConnector => createFakeConnector({ ...options, opening: chats === null ? [] : [snapshotOf(chats, messages)] });

let names = 0;

/** Registers a connector under a name that no other test has. */
export const registered = (load: Parameters<typeof registerConnector>[1]): string => {
  names += 1;
  const name = `test-${names}`;
  registerConnector(name, load);
  return name;
};

export interface Provided {
  readonly provider: ChatProvider;
  readonly probe: DeskProbe;
  readonly connector: FakeConnector;
  readonly clock: ManualClock;
  readonly desk: ChatDesk;
}

/** A provider with its own desk at nine in the morning, and a tag inside it. */
export const setup = async (connector: FakeConnector = aConnector()): Promise<Provided> => {
  const clock = createManualClock(MORNING);
  const provider = await fixture<ChatProvider>(
    html`<chat-provider .connector=${connector} .clock=${clock} .storage=${null}
      ><desk-probe></desk-probe
    ></chat-provider>`,
  );
  const probe = provider.querySelector<DeskProbe>('desk-probe')!;
  return { provider, probe, connector, clock, desk: provider.currentDesk! };
};
