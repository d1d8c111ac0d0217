import { TypingIndicator } from '../elements/typing-indicator/typing-indicator.js';
import { registerTags } from './register-tags.js';

registerTags([TypingIndicator]);
