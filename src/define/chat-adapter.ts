import { ChatAdapter } from '../elements/chat-adapter/chat-adapter.js';
import { registerTags } from './register-tags.js';

registerTags([ChatAdapter]);
