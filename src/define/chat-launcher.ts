import { ChatLauncher } from '../elements/chat-launcher/chat-launcher.js';
import { registerTags } from './register-tags.js';

registerTags([ChatLauncher]);
