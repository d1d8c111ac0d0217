import { EndChatDialog } from '../elements/end-chat-dialog/end-chat-dialog.js';
import { registerTags } from './register-tags.js';

registerTags([EndChatDialog]);
