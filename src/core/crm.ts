import type { Channel } from './channel.js';
import type { EndUser } from './name.js';

/** What a CRM adds to what the back end knows. */
export type CrmAnswer = Pick<EndUser, 'name' | 'phone' | 'attributes'>;

/**
 * The host's CRM. Asked once per chat; a late answer meets the naming rule of that moment. `undefined`: nobody found.
 * A rejection is told as a `chat-error` and the chat is named by what the back end knows.
 */
export interface Crm {
  find(endUser: EndUser, channel: Channel): Promise<CrmAnswer | undefined>;
}
