import { html, nothing, type TemplateResult } from 'lit';
import type { ConnectionState } from '../../core/index.js';
import type { Notice } from '../../desk/index.js';
import type { Translator } from '../../i18n/translator.js';
import { noticeWords } from '../chat-provider/notice-words.js';
import { closeIcon } from '../icons/close.js';
import { warningIcon } from '../icons/warning.js';

/** More at once would hide the conversation; the older ones come back as these are dismissed. */
const MOST = 3;

const renderConnection = (connection: ConnectionState, words: Translator): TemplateResult | typeof nothing => {
  if (connection === 'online') return nothing;
  return connection === 'connecting'
    ? html`<p class="notice connecting" part="connection">${words.text('connecting')}</p>`
    : html`<p class="notice offline" part="connection">${warningIcon}<span>${words.text('offline')}</span></p>`;
};

/**
 * What the agent should know in passing, over the top of the conversation, where nothing moves when it comes or goes. It
 * has no live region: the provider speaks.
 */
export const renderNotices = (
  { connection, notices, words }: { connection: ConnectionState; notices: readonly Notice[]; words: Translator },
  onDismiss: (id: number) => void,
): TemplateResult =>
  html`<div class="notices" part="notices">
    ${renderConnection(connection, words)}
    ${notices
      .slice(-MOST)
      .map(
        (notice) =>
          html`<div class="notice" part="notice">
            ${warningIcon}<span class="words" dir="auto">${noticeWords(notice, words)}</span
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
