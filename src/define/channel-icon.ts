import { ChannelIcon } from '../elements/channel-icon/channel-icon.js';
import { registerTags } from './register-tags.js';

registerTags([ChannelIcon]);
