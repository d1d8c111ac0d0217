import { createHash } from 'node:crypto';

/**
 * The id of an end user's chat, made of who they are and which of their chats it is: of two requests at once, from two
 * tabs at two gateways, one wins, because both have the same id. It tells nothing of the person.
 */
export const chatIdOf = (endUserId: string, visit: number): string =>
  createHash('sha256')
    .update(JSON.stringify([endUserId, visit]))
    .digest('base64url')
    .slice(0, 24);
