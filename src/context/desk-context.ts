import { createContext } from '@lit/context';
import type { ChatDesk } from '../desk/index.js';

/** The desk that the nearest provider shares. The key is the same in every copy of this version of the protocol. */
export const deskContext = createContext<ChatDesk | undefined, symbol>(Symbol.for('agent-chat-adapter/desk@1'));
