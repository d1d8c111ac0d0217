import type { Message } from '../../core/index.js';
import type { Translator } from '../../i18n/translator.js';
import { authorWords, deliveryWords } from '../chat-message/message-words.js';

/** A message as it is written down for somebody who was not there. */
export interface WrittenMessage {
  readonly who: string;
  readonly time: string;
  readonly text: string;
  /** That it is a note among agents, or what became of it. */
  readonly remarks: readonly string[];
}

/** Read by others, the agent is not "You". */
const writtenAuthors: typeof authorWords = { ...authorWords, agent: 'writtenAgent' };

/** The words of a message; of one that cannot be shown, the label and its caption. */
export const textOf = ({ kind, text }: Message, words: Translator): string =>
  kind === 'text' ? text : [words.text('cannotShow', { kind }), text].filter(Boolean).join('\n');

/** `endUser` is the name that may be shown. */
export const writeMessage = (message: Message, words: Translator, endUser: string): WrittenMessage => {
  const { author, delivery, internal, time } = message;
  return {
    who: author === 'end-user' ? endUser : words.text(writtenAuthors[author] ?? 'authorSystem'),
    time: words.time(time),
    text: textOf(message, words),
    remarks: [
      ...(internal === true ? [words.text('internalNote')] : []),
      ...(author === 'agent' && internal !== true && delivery !== undefined
        ? [words.text(deliveryWords[delivery])]
        : []),
    ],
  };
};

/** A day with its year: what is written down is read later. Empty for what is no time. */
export const createDayOf = (words: Translator): ((time: number) => string) => {
  const days = new Intl.DateTimeFormat(words.locale, { dateStyle: 'full' });
  return (time) => (words.time(time) === '' ? '' : days.format(time));
};

/** Tells for each message in turn the day that begins with it; empty where it is still the same. */
export const createDays = (words: Translator): ((message: Message) => string) => {
  const dayOf = createDayOf(words);
  let before = '';
  let beforeDate = '';
  return ({ time }) => {
    // To ask the calendar's words for each of a hundred thousand messages takes a second; the date alone is cheap.
    const date = new Date(time).toDateString();
    if (date === beforeDate) return '';
    beforeDate = date;
    const day = dayOf(time);
    if (day === '' || day === before) return '';
    before = day;
    return day;
  };
};

/**
 * Messages as plain text, a line or more for each: "Ana Silva, 09:00: Hello", under a line for each day where there are
 * several (or `withDays`). `texts` replaces the text of some messages, by their ids.
 */
export const writeConversation = (
  messages: readonly Message[],
  words: Translator,
  endUser: string,
  { texts, withDays = false }: { texts?: ReadonlyMap<string, string>; withDays?: boolean } = {},
): string => {
  const dayAt = createDays(words);
  const days = messages.map(dayAt);
  const showDays = withDays || days.filter(Boolean).length > 1;
  const separator = words.text('nameSeparator');
  return messages
    .flatMap((message, index) => {
      const { who, time, text, remarks } = writeMessage(message, words, endUser);
      // That a message arrived goes without saying.
      const said = message.delivery === 'sent' || message.delivery === 'handed-over' ? [] : remarks;
      const day = showDays ? days[index] : '';
      const line = words.text('writtenMessage', {
        who: [who, ...said, time].filter(Boolean).join(separator),
        text: texts?.get(message.id) ?? text,
      });
      return day ? [...(index > 0 ? [''] : []), day, line] : [line];
    })
    .join('\n');
};
