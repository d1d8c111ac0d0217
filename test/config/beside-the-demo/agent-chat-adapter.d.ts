export * from '../../../src/define/cdn.js';
