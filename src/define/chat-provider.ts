import { ChatProvider } from '../elements/chat-provider/chat-provider.js';
import { registerTags } from './register-tags.js';

registerTags([ChatProvider]);
