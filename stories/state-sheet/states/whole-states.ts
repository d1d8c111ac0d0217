import { html, type TemplateResult } from 'lit';
import type { ChatDesk, WrapUpView } from '../../../src/desk/index.js';
import { ago, aView, dispositions, NOW, strip } from '../../support/samples.js';
import { busyDesk, quietDesk, wrapUpDesk } from '../desks.js';
import { press } from '../acts.js';
import { state, type Room, type SheetState, type TagStates } from '../state.js';

const summarize = (): Promise<string> => Promise.resolve('Automatic summary');

const form = (name: string, given: Partial<WrapUpView>, room?: Room): SheetState =>
  state(
    name,
    () => html`<wrap-up-form chat-id="chat-1" .desk=${wrapUpDesk(given)}></wrap-up-form>`,
    room ? { room } : {},
  );

const absent = { disposition: 'absent', notes: 'absent' } as const;
const required = { disposition: 'required', notes: 'required' } as const;
const filled = { disposition: 'late', notes: 'Called back.\nThe parcel is on its way.' };

const alone = (fields: typeof required | undefined): TemplateResult =>
  html`<wrap-up-form
    .fields=${fields ?? { disposition: 'optional', notes: 'optional' }}
    .dispositions=${dispositions}
    .summarize=${summarize}
  ></wrap-up-form>`;

const forms: TagStates = {
  tag: 'wrap-up-form',
  room: [420, 470, 1120],
  states: [
    form(
      'variant A',
      { fields: absent, dispositions: { status: 'ready', leaves: [] }, summary: 'off' },
      [420, 140, 330],
    ),
    form('variant B', {}),
    form('required', { fields: required }),
    form('filled', { values: filled }),
    form('summary inserted', { values: filled, canUndoSummary: true }),
    form('summary is made', { summary: 'pending' }),
    form('summary failed', { summary: 'failed' }),
    form('list is loading', { dispositions: { status: 'loading', leaves: [] } }),
    form('list failed', { dispositions: { status: 'failed', leaves: [] } }),
    form('list is empty', { dispositions: { status: 'ready', leaves: [] } }),
    form('time limit', { deadline: NOW + 95_000 }),
    form('little time left', { deadline: NOW + 12_000 }),
    form('submitting', { values: filled, status: 'submitting' }),
    form('submitted', { values: filled, status: 'submitted' }),
    form('submit failed', { values: filled, status: 'failed' }),
    state('disabled', () => html`<fieldset class="sheet-fieldset" disabled>${alone(undefined)}</fieldset>`),
    // Both move the focus: into the first field that is missing, into the list.
    state('something missing', () => alone(required), { alone: true, act: press('submit') }),
    state('choosing', () => alone(undefined), { alone: true, act: press('disposition') }),
  ],
};

const adapter = (name: string, desk: () => ChatDesk, more: Partial<SheetState> = {}): SheetState =>
  state(
    name,
    () => html`<div class="sheet-fill"><chat-adapter layout="inline" .desk=${desk()}></chat-adapter></div>`,
    more,
  );

const popover = (name: string, open: boolean, room: Room): SheetState =>
  state(name, () => html`<chat-adapter ?open=${open} .desk=${busyDesk()}></chat-adapter>`, { room });

const expand = (tag: HTMLElement): (() => boolean) => {
  const list = tag.shadowRoot?.querySelector('chat-list');
  if (list) list.expanded = true;
  return () => list?.expanded === true;
};

const adapters: TagStates = {
  tag: 'chat-adapter',
  room: [760, 520, 660],
  states: [
    adapter('five chats', () => busyDesk()),
    adapter('previews', () => busyDesk(), { act: expand }),
    adapter('no chats', quietDesk),
    adapter('wrap-up', () =>
      busyDesk((fake) =>
        fake.show(...strip.map((chat) => (chat.id === 'ana' ? aView({ ...chat, state: 'wrap-up' }) : chat))),
      ),
    ),
    adapter('connecting', () => busyDesk(({ connection }) => connection.next('connecting'))),
    adapter('offline', () =>
      busyDesk((fake) => {
        fake.connection.next('offline');
        fake.connectionReason.next('The browser has no network.');
      }),
    ),
    adapter('closed', () => busyDesk(({ connection }) => connection.next('closed'))),
    adapter('told in passing', () => busyDesk(({ desk }) => desk.notify({ code: 'taken' }))),
    adapter('not sent before the end', () =>
      busyDesk(({ unsent }) =>
        unsent.next([
          {
            chatId: 'ana',
            messageId: 'unsent-1',
            text: 'It is at your neighbour’s, at number 12.',
            time: ago(20),
            delivery: 'failed',
            channel: 'web',
            naming: { by: 'name', text: 'Ana Silva' },
            over: true,
          },
        ]),
      ),
    ),
    adapter('narrow', () => busyDesk(), { room: [320, 520, 660] }),
    popover('popover', true, [800, 760]),
    popover('popover that is closed', false, [240, 140, 180]),
  ],
};

const providers: TagStates = {
  tag: 'chat-provider',
  room: [620, 480],
  states: [
    state(
      'a layout of its own',
      () =>
        html`<chat-provider .desk=${busyDesk()}>
          <div class="sheet-layout"><chat-pane></chat-pane><chat-list></chat-list></div>
        </chat-provider>`,
    ),
  ],
};

/** The closing form, and what holds everything together. */
export const wholeStates: readonly TagStates[] = [forms, adapters, providers];
