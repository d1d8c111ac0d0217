import { ChatAdapter } from '../elements/chat-adapter/chat-adapter.js';
import { provideStorage } from './provide-storage.js';
import { registerTags } from './register-tags.js';

provideStorage();
registerTags([ChatAdapter]);
