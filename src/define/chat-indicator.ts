import { ChatIndicator } from '../elements/chat-indicator/chat-indicator.js';
import { registerTags } from './register-tags.js';

registerTags([ChatIndicator]);
