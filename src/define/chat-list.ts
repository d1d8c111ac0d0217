import { ChatList } from '../elements/chat-list/chat-list.js';
import { registerTags } from './register-tags.js';

registerTags([ChatList]);
