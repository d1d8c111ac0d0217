import { ResponseTimer } from '../elements/response-timer/response-timer.js';
import { registerTags } from './register-tags.js';

registerTags([ResponseTimer]);
