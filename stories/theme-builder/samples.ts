import { html, type TemplateResult } from 'lit';
import type { ChatDesk } from '../../src/desk/index.js';
import { createManualClock } from '../../src/testing/manual-clock.js';
import { aMessage, ago, dispositions, NOW } from '../support/samples.js';

const clock = createManualClock(NOW);
const failed = aMessage(20, 'agent', 'Let me look that up.', { delivery: 'failed' });
const note = aMessage(60, 'agent', 'VIP, see case C-2041.', { internal: true });

const timer = (seconds: number): TemplateResult =>
  html`<response-timer .clock=${clock} since=${ago(seconds)} target="120"></response-timer>`;

/** One conversation, in each scheme another: two of the same in one page could not be told apart by their names. */
const work = {
  light: (desk: ChatDesk) => html`<chat-adapter .desk=${desk} layout="inline"></chat-adapter>`,
  dark: (desk: ChatDesk) =>
    html`<chat-provider .desk=${desk}>
      <div class="beside">
        <chat-list></chat-list>
        <chat-pane chat-id=${desk.chats$.value[1]?.id ?? ''}></chat-pane>
      </div>
    </chat-provider>`,
} as const;

/** What a theme is looked at on: a conversation, and what it does not show at that moment. */
export const samples = (scheme: keyof typeof work, desk: ChatDesk | undefined): TemplateResult => html`
  <div class="whole">${desk && work[scheme](desk)}</div>
  <div class="pieces">
    <div class="row">${[38, 84, 110, 131].map(timer)}</div>
    <chat-launcher waiting="3"></chat-launcher>
    <chat-message .message=${failed}></chat-message>
    <chat-message .message=${note}></chat-message>
    <typing-indicator typing name="Ana Silva" preview="I also wanted to change the addr"></typing-indicator>
    <chat-composer .lockedBecause=${'Ana Silva has left and cannot read messages.'}></chat-composer>
    <wrap-up-form
      .fields=${{ disposition: 'required', notes: 'optional' }}
      .dispositions=${dispositions}
      .summarize=${() => Promise.resolve('Automatic summary')}
    ></wrap-up-form>
  </div>
`;
