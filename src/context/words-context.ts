import { createContext } from '@lit/context';
import type { Translator } from '../i18n/translator.js';

/** The language and words that the nearest provider shares. */
export const wordsContext = createContext<Translator | undefined, symbol>(Symbol.for('agent-chat-adapter/words@1'));
