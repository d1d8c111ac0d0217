import { host } from './host.js';
import { untilSeen, type Painted } from './painted.js';
import { load, subject, type EmptySubject } from './subjects.js';

/**
 * From the request of a page's scripts to the first frame in which it says that there is no chat. `beside`: what the page
 * asks for together with its own script.
 */
export const open = async (name: string, beside: readonly string[], limit: number): Promise<Painted> => {
  await new Promise((resolve) => setTimeout(resolve));
  const begin = performance.now();
  await Promise.all([load(name), ...beside.map((address) => import(address))]);
  (subject(name) as EmptySubject).open(host());
  return untilSeen(host(), 'No conversation is open', begin, limit);
};
