import { html, nothing, type TemplateResult } from 'lit';
import type { ConnectionState } from '../../core/index.js';
import type { Notice, UnsentMessage } from '../../desk/index.js';
import type { Translator } from '../../i18n/translator.js';
import { connectionWords, noticeWords } from '../chat-provider/notice-words.js';
import { closeIcon } from '../icons/close.js';
import { warningIcon } from '../icons/warning.js';
import { keyedRows } from '../keyed-rows.js';

/** More at once would hide the conversation; the older ones come back as these are dismissed. */
const MOST = 3;

/** What the connection is worth telling. */
export interface Line {
  readonly connection: ConnectionState;
  /** Why, in the connector's words. */
  readonly reason: string | undefined;
  /** Whether messages wait for it, instead of failing. */
  readonly keeps: boolean;
  /** How many do. */
  readonly waiting: number;
  /** Whether it was lost before. */
  readonly again: boolean;
}

const renderConnection = (line: Line, words: Translator): TemplateResult | typeof nothing => {
  const { connection, reason, waiting, again } = line;
  if (connection === 'online')
    return again ? html`<p class="notice" part="connected">${words.text('onlineAgain')}</p>` : nothing;
  const count = waiting === 0 ? nothing : html`<br />${words.text('messagesWait', { count: waiting })}`;
  return connection === 'connecting'
    ? html`<p class="notice connecting" part="connection" data-state="connecting">
        <span part="connection-text">${words.text('connecting')}${count}</span>
      </p>`
    : html`<p class="notice offline" part="connection" data-state=${connection}>
        ${warningIcon}<span part="connection-text" dir=${words.direction}
          >${words.text(connectionWords(connection, line.keeps))}${
            reason === undefined ? nothing : html`<br /><bdi>${reason}</bdi>`
          }${count}</span
        >
      </p>`;
};

type OnDiscard = (chatId: string, messageId: string) => void;

/** A message that its chat's end overtook: its words can be copied before it is given up. */
const renderUnsent = (
  { messageId, chatId, naming, text }: UnsentMessage,
  words: Translator,
  onDiscard: OnDiscard,
): TemplateResult => {
  const name = words.name(naming);
  return html`${warningIcon}
    <p part="unsent-title" dir=${words.direction}>${words.text('notSent', { name })}</p>
    <textarea
      part="unsent-text"
      readonly
      rows="2"
      dir="auto"
      aria-label=${words.text('notSentText', { name })}
      .value=${text}
    ></textarea>
    <button type="button" part="unsent-discard-button" @click=${() => onDiscard(chatId, messageId)}>
      ${words.text('notSentDiscard')}
    </button>`;
};

/** The messages that their chats' ends overtook, beside what else the agent has to do: nothing of that is covered. */
export const renderUnsentMessages = (
  unsent: readonly UnsentMessage[],
  words: Translator,
  onDiscard: OnDiscard,
): TemplateResult | typeof nothing =>
  unsent.length === 0
    ? nothing
    : html`<ul
        role="list"
        part="unsent-messages"
        ${keyedRows(
          unsent,
          ({ messageId }) => messageId,
          (message, row) => {
            row.part.value = 'unsent';
            row.dataset['id'] = message.messageId;
            return renderUnsent(message, words, onDiscard);
          },
        )}
      ></ul>`;

/**
 * What the agent should know in passing, over the top of the conversation, where nothing moves when it comes or goes. It
 * has no live region: the provider speaks.
 */
export const renderNotices = (
  line: Line,
  notices: readonly Notice[],
  words: Translator,
  onDismiss: (id: number) => void,
): TemplateResult =>
  html`<div class="notices" part="notices">
    ${renderConnection(line, words)}
    ${notices
      .slice(-MOST)
      .map(
        (notice) =>
          html`<div class="notice" part="notice">
            ${warningIcon}<span class="words" part="notice-text" dir="auto">${noticeWords(notice, words)}</span
            ><button
              type="button"
              part="dismiss-button"
              aria-label=${words.text('dismissNotice')}
              @click=${() => onDismiss(notice.id)}
            >
              ${closeIcon}
            </button>
          </div>`,
      )}
  </div>`;
