import { html, type TemplateResult } from 'lit';
import type { ChatView } from '../../../src/desk/index.js';
import { createManualClock } from '../../../src/testing/manual-clock.js';
import { ago, aView, manyChats, NOW, strip, waitOf } from '../../support/samples.js';
import { press } from '../acts.js';
import { state, type Room, type SheetState, type TagStates } from '../state.js';

const clock = createManualClock(NOW);

const icon = (name: string, channel: string, left = false): SheetState =>
  state(name, () => html`<channel-icon class="sheet-icon" channel=${channel} ?left=${left}></channel-icon>`);

const icons: TagStates = {
  tag: 'channel-icon',
  room: [116, 76],
  states: [
    icon('web', 'web'),
    icon('mobile', 'mobile'),
    icon('whatsapp', 'whatsapp'),
    icon('sms', 'sms'),
    icon('unknown channel', 'fax'),
    icon('left', 'mobile', true),
  ],
};

interface Timed {
  readonly elapsed: number;
  readonly target?: number;
  readonly display?: 'elapsed' | 'remaining';
  readonly latched?: boolean;
}

const timer = (name: string, { elapsed, target = 120, display = 'elapsed', latched = false }: Timed): SheetState =>
  state(
    name,
    () =>
      html`<response-timer
        .clock=${clock}
        since=${ago(elapsed)}
        target=${target}
        display=${display}
        ?latched=${latched}
      ></response-timer>`,
  );

const timers: TagStates = {
  tag: 'response-timer',
  room: [160, 56, 80],
  states: [
    timer('on time', { elapsed: 38 }),
    timer('soon', { elapsed: 84 }),
    timer('urgent', { elapsed: 110 }),
    timer('missed', { elapsed: 131 }),
    timer('missed before', { elapsed: 5, latched: true }),
    timer('time left', { elapsed: 38, display: 'remaining' }),
    timer('past the target', { elapsed: 131, display: 'remaining' }),
    timer('more than an hour', { elapsed: 5025 }),
  ],
};

const launcher = (name: string, waiting: number, open = false, calm = false): SheetState =>
  state(name, () => html`<chat-launcher .waiting=${waiting} ?open=${open} ?calm=${calm}></chat-launcher>`);

const launchers: TagStates = {
  tag: 'chat-launcher',
  room: [132, 132],
  states: [
    launcher('nothing waits', 0),
    launcher('three wait', 3),
    launcher('standing still', 3, false, true),
    launcher('more than 99', 120),
    launcher('open', 0, true),
    launcher('open while three wait', 3, true),
  ],
};

const [request, selected, whatsapp, sms, left] = strip as [ChatView, ChatView, ChatView, ChatView, ChatView];
const urgent = aView({ channel: 'mobile', wait: waitOf(110), urgency: 'urgent', unread: 4 });

const CARD: Room = [330, 96, 190];

const indicator = (
  name: string,
  chat: ChatView,
  { expanded = false, calm = false, inactive = false } = {},
): SheetState =>
  state(
    name,
    () =>
      html`<div class=${expanded ? 'sheet-card' : 'sheet-tile'}>
        <chat-indicator .chat=${chat} .clock=${clock} ?expanded=${expanded} ?calm=${calm}></chat-indicator>
      </div>`,
    { inactive, ...(expanded && { room: CARD }) },
  );

const card = (name: string, chat: ChatView): SheetState => indicator(name, chat, { expanded: true });

const indicators: TagStates = {
  tag: 'chat-indicator',
  room: [214, 122, 210],
  states: [
    indicator('new chat', request),
    indicator('standing still', request, { calm: true }),
    indicator('more than 99', { ...request, waiting: 120 }),
    indicator('being answered', { ...request, pending: 'accept' }, { inactive: true }),
    indicator('active', aView()),
    indicator('unread', aView({ unread: 2 })),
    indicator('selected', selected),
    indicator('on time', aView({ wait: waitOf(38), urgency: 'on-time' })),
    indicator('soon and by phone', whatsapp),
    indicator('urgent', urgent),
    indicator('missed', sms),
    indicator('end user left', left),
    indicator('wrap-up', aView({ state: 'wrap-up' })),
    indicator('unknown person', aView({ naming: { by: 'nothing' }, channel: 'fax' })),
    state('attributes alone', () => {
      const bare = html`<chat-indicator state="active" channel="sms" urgency="urgent" unread="4"></chat-indicator>`;
      return html`<div class="sheet-tile">${bare}</div>`;
    }),
    card('card of a new chat', request),
    card('card', aView({ unread: 2 })),
    card('card that is selected', selected),
    card('card while typing', whatsapp),
    card('card with target missed', sms),
    card('card in wrap-up', aView({ state: 'wrap-up' })),
  ],
};

interface Listed {
  readonly chats?: readonly ChatView[];
  readonly expanded?: boolean;
  readonly orientation?: 'vertical' | 'horizontal';
  readonly order?: 'arrival' | 'urgency';
}

const listOf = ({
  chats = strip,
  expanded = false,
  orientation = 'vertical',
  order = 'arrival',
}: Listed): TemplateResult =>
  html`<chat-list
    .chats=${chats}
    .clock=${clock}
    ?expanded=${expanded}
    orientation=${orientation}
    order=${order}
  ></chat-list>`;

const list = (name: string, given: Listed, room?: Room): SheetState =>
  state(
    name,
    () => html`<div class=${given.expanded === true ? 'sheet-cards' : 'sheet-strip'}>${listOf(given)}</div>`,
    room ? { room } : {},
  );

const lists: TagStates = {
  tag: 'chat-list',
  room: [214, 560, 640],
  states: [
    list('by arrival', {}),
    list('by urgency', { order: 'urgency' }),
    list('more than fit', { chats: manyChats(40) }),
    state('standing still', () => html`<div class="sheet-strip">${listOf({})}</div>`, { act: press('calm') }),
    list('empty', { chats: [] }),
    list('previews', { expanded: true }, [330, 560]),
    state('horizontal', () => listOf({ orientation: 'horizontal' }), { room: [620, 140, 240] }),
  ],
};

/** What tells at a glance who waits. */
export const listStates: readonly TagStates[] = [icons, timers, launchers, indicators, lists];
