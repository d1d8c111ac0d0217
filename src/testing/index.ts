export * from './conformance/index.js';
export * from './faults/index.js';
export * from './harnesses/index.js';
export { createManualClock, type ManualClock } from './manual-clock.js';
export { playTape, type PlayTapeOptions, type TapeEndUser, type TapePlayer } from '../connectors/local/play-tape.js';
export type { Tape, TapeStep, TapeTime } from '../connectors/local/tape.js';
export { shiftTapes } from '../connectors/local/tapes/shift.js';
