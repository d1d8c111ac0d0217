import type { TagStates } from './state.js';
import { conversationStates } from './states/conversation-states.js';
import { listStates } from './states/list-states.js';
import { wholeStates } from './states/whole-states.js';

/** Every state of every tag. The sheet shows them, the visual tests photograph them. */
export const sheet: readonly TagStates[] = [...listStates, ...conversationStates, ...wholeStates];
