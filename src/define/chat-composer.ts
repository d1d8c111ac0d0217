import { ChatComposer } from '../elements/chat-composer/chat-composer.js';
import { registerTags } from './register-tags.js';

registerTags([ChatComposer]);
