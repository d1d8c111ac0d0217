import type { ConnectionState } from '../../core/index.js';
import type { ChatView } from '../../desk/index.js';
import type { Translator } from '../../i18n/translator.js';

/** Why nothing can be written to a chat now, in words; `undefined` if it can. `connecting` is no reason: sends wait. */
export const lockReason = (
  chat: ChatView | undefined,
  connection: ConnectionState,
  words: Translator,
): string | undefined => {
  if (chat === undefined) return words.text('nothingSelected');
  if (chat.state === 'waiting') return words.text('nothingSelectedHint');
  if (chat.state === 'left') return words.text('lockedLeft', { name: words.name(chat.naming) });
  if (chat.state !== 'active') return words.text('lockedEnded');
  return connection === 'offline' || connection === 'closed' ? words.text('lockedOffline') : undefined;
};
