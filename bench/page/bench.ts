// What the bench does in the page, as one object that it reaches from outside.
import * as adapters from './adapters.js';
import * as conversations from './conversations.js';
import * as empty from './empty.js';
import { looksSoFar, paints } from './painted.js';
import { load } from './subjects.js';
import * as timers from './timers.js';
import * as whole from './whole.js';

const bench = { adapters, conversations, empty, timers, whole, load, looksSoFar, paints };

declare global {
  interface Window {
    bench: typeof bench;
  }
}

window.bench = bench;
