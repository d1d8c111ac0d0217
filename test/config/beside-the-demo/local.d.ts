export * from '../../../src/connectors/local/index.js';
