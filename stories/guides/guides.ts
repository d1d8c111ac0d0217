import type { Guide } from './guide.js';
import { ofTheConversation } from './of-the-conversation.js';
import { ofTheFrame } from './of-the-frame.js';
import { ofTheList } from './of-the-list.js';

/** The guide to each tag, by its name. */
export const guides: Readonly<Record<string, Guide>> = { ...ofTheFrame, ...ofTheList, ...ofTheConversation };
