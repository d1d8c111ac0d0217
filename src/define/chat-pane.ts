import { ChatPane } from '../elements/chat-pane/chat-pane.js';
import { registerTags } from './register-tags.js';

registerTags([ChatPane]);
