import type { Message } from '../../core/index.js';
import { closeButton } from './close-button.js';
import type { Bar } from './bar.js';
import type { ToolsHost, TranscriptElement } from './tools-host.js';
import { messagesOf } from './whole.js';

/** A day as a date field takes it, in the reader's time zone; empty for what is no time. */
const fieldDate = (time: number | undefined): string => {
  const date = new Date(time ?? NaN);
  if (Number.isNaN(date.getTime())) return '';
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${String(date.getFullYear()).padStart(4, '0')}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
};

export interface DateBarActs {
  readonly paint: () => void;
  /** Closes the bar, and the focus goes back. */
  readonly close: () => void;
  /** Closes the bar, and the focus goes on. */
  readonly leave: () => void;
  readonly wholeNow: () => Promise<readonly Message[] | undefined>;
}

/** The bar that goes to the first message of a day, or after it. */
export const createDateBar = (
  { html, icons, now }: ToolsHost,
  transcript: TranscriptElement,
  { paint, close, leave, wholeNow }: DateBarActs,
): Bar => {
  let isMissing = false;

  const go = async (event: Event): Promise<void> => {
    event.preventDefault();
    const { value } = (event.target as HTMLFormElement).elements[0] as HTMLInputElement;
    if (value === '') return;
    const start = new Date(`${value}T00:00`).getTime();
    const messages = await wholeNow();
    if (messages === undefined) return;
    const message = messages.find(({ time }) => time >= start);
    isMissing = message === undefined;
    paint();
    if (message === undefined) return;
    leave();
    transcript.scrollToMessage(message.id, { focus: true });
  };

  return {
    render() {
      const { words } = now();
      const messages = messagesOf(now());
      const today = fieldDate(messages.at(-1)?.time);
      return html`<form class="bar" part="date-bar" novalidate @submit=${go}>
        <label part="date-label" for="day">${words.text('dateField')}</label>
        <input id="day" type="date" part="date-field" lang=${words.locale} max=${today} .value=${today} />
        <button type="submit" part="date-go-button">${words.text('dateGo')}</button>
        <span class="count" part="date-none" role="status">${isMissing ? words.text('dateNone') : ''}</span>
        ${closeButton({ html, icons }, 'date-close-button', words.text('dateClose'), close)}
      </form>`;
    },
  };
};
