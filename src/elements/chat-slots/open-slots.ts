// What only pages need that put their own content into messages and forms: one file, fetched when it is first asked for.
export { createExtraFields } from './extra-fields.js';
export { createMessageSlots } from './message-slots.js';
