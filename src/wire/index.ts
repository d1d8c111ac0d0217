export { agentHears, endUserHears } from './checks-of-heard.js';
export { agentSends, endUserSends } from './checks-of-sent.js';
export { CLOSE, comeBackAfter, type ComeBack } from './close-codes.js';
export type * from './frames.js';
export { readFrame, type FrameCheck, type FrameProblem, type ReadFrame } from './read-frame.js';

/** The WebSocket sub-protocol, and the version that `hello` and `welcome` name. */
export const SUBPROTOCOL = 'agent-chat.v1';
export const WIRE_VERSION = 1;
