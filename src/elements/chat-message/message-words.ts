import type { Delivery } from '../../core/index.js';
import type { WordKey } from '../../i18n/words.js';

/** The words for who wrote a message, where no name stands for them. */
export const authorWords: Readonly<Record<string, WordKey>> = {
  'end-user': 'unknownEndUser',
  agent: 'authorAgent',
  bot: 'authorBot',
  system: 'authorSystem',
};

/** The words for what became of an agent's message. */
export const deliveryWords: Readonly<Record<Delivery, WordKey>> = {
  sending: 'deliverySending',
  sent: 'deliverySent',
  'handed-over': 'deliveryHandedOver',
  failed: 'deliveryFailed',
};
