import { ChatTranscript } from '../elements/chat-transcript/chat-transcript.js';
import { registerTags } from './register-tags.js';

registerTags([ChatTranscript]);
