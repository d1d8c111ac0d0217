import { ChatProvider } from '../elements/chat-provider/chat-provider.js';
import { provideStorage } from './provide-storage.js';
import { registerTags } from './register-tags.js';

provideStorage();
registerTags([ChatProvider]);
