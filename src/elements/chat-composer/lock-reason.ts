import type { ConnectionState, DeliveryGuarantee } from '../../core/index.js';
import type { ChatView } from '../../desk/index.js';
import type { Translator } from '../../i18n/translator.js';

/**
 * Why nothing can be written to a chat now, in words; `undefined` if it can. Over an `idempotent` connector messages wait
 * for a connection, as long as one is to be expected.
 */
export const lockReason = (
  chat: ChatView | undefined,
  connection: ConnectionState,
  delivery: DeliveryGuarantee,
  words: Translator,
): string | undefined => {
  if (chat === undefined) return words.text('nothingSelected');
  if (chat.state === 'waiting') return words.text('nothingSelectedHint');
  if (chat.state === 'left') return words.text('lockedLeft', { name: words.name(chat.naming) });
  if (chat.state !== 'active') return words.text('lockedEnded');
  // What is typed now would be lost with the composer.
  if (chat.pending === 'end') return words.text('ending');
  if (chat.gap !== undefined) return words.text(chat.gap === 'failed' ? 'lockedGapFailed' : 'lockedGap');
  const waits = delivery === 'idempotent' && connection !== 'closed';
  return connection === 'online' || waits ? undefined : words.text('lockedOffline');
};
