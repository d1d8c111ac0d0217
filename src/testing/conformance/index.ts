export { ConformanceError } from './conformance-error.js';
export type {
  ConformanceCapabilities,
  ConformanceEndUser,
  ConformanceEndUserOptions,
  ConformanceHarness,
  ConformanceSubject,
} from './harness.js';
export {
  checkConformance,
  conformanceClauses,
  connectorConformance,
  type ConformanceClause,
  type ConformanceReport,
  type TestRunner,
} from './suite.js';
