export * from '../../../src/define/cdn-local-end-user.js';
