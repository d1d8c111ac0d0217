// For development: what our events do in a page, and sessions to keep and play again. No tag needs it.
export * from './event-order.js';
export { inspect, type InspectedEvent, type Inspection, type InspectionRow, type InspectOptions } from './inspect.js';
export { recordSession, type RecordOptions, type SessionRecorder } from './record-session.js';
export type { RecordedCommand, RecordedStep, Recording } from './recording.js';
export { replaySession, type ReplayOptions } from './replay-session.js';
