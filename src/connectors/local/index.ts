export { localDispositions } from './dispositions.js';
export { createExtractiveSummarizer } from './extractive-summarizer.js';
export { createLocalConnector, type LocalConnectorOptions } from './local-connector.js';
export { createLocalEndUser, type LocalEndUserOptions } from './local-end-user.js';
export type {
  EndUserSide as LocalEndUser,
  EndUserState as LocalEndUserState,
  EndUserView as LocalEndUserView,
} from '../../core/index.js';
export { openLocalConnector } from './open-local-connector.js';
export { playShift, type PlayShiftOptions, type ShiftPlayer } from './play-shift.js';
export { playTape, type PlayTapeOptions, type TapeEndUser, type TapePlayer } from './play-tape.js';
export { deleteLocalCentre } from './schema.js';
export type { Tape, TapeStep, TapeTime } from './tape.js';
export { shiftTapes } from './tapes/shift.js';
