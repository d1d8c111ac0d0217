// The end user's side alone, for a page that is no agent's: the CDN file `local-end-user.js`.
export { createLocalEndUser } from '../connectors/local/local-end-user.js';
export { playShift } from '../connectors/local/play-shift.js';
export { playTape } from '../connectors/local/play-tape.js';
export { shiftTapes } from '../connectors/local/tapes/shift.js';
