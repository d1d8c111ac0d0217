import { ChatMessage } from '../elements/chat-message/chat-message.js';
import { registerTags } from './register-tags.js';

registerTags([ChatMessage]);
