import type { EndUser } from '../core/index.js';
import type { Chat } from './desk-state.js';

/** Who is on the other side, as far as is known: with a CRM in use its answer, and what it leaves out from the back end. */
export const endUserOf = ({ record: { endUser }, crm: answer }: Chat, crm: boolean): EndUser =>
  !crm || answer === undefined
    ? endUser
    : { ...endUser, ...answer, attributes: { ...endUser.attributes, ...answer.attributes } };
