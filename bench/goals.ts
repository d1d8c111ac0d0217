/** What must be seen, as data. A figure above its goal is a goal that was missed, and so is one that there is not. */
export interface Goal {
  /** The figure's name, within its work. */
  readonly figure: string;
  /** What was done, and what it is compared with. */
  readonly says: string;
  readonly most: number;
  /** What the figure is: `×` a ratio within the run, else a unit. */
  readonly unit: '×' | 'B' | 'frames' | 'elements' | 'nodes' | 'listeners' | 'messages' | 'times';
  /** Whether it is the same on every machine at any load. `--quick` judges only by these. */
  readonly counted: boolean;
}

/** By work, in the order in which they are shown. */
export const goals: Readonly<Record<string, readonly Goal[]>> = {
  open: [
    { figure: 'cpu', says: 'open 10,000 messages: CPU, to the window', most: 1.6, unit: '×', counted: false },
    { figure: 'length', says: 'open 100,000: CPU, to 10,000', most: 1.3, unit: '×', counted: false },
    { figure: 'elements', says: 'elements in the pane, 10 to 100,000', most: 400, unit: 'elements', counted: true },
  ],
  append: [
    { figure: 'cpu', says: 'append one at 10,000: CPU, to the window', most: 1.8, unit: '×', counted: false },
    { figure: 'frames', says: 'frames until it is painted, at most', most: 1, unit: 'frames', counted: false },
    { figure: 'length', says: 'append one at 100,000: CPU, to 100', most: 1.2, unit: '×', counted: false },
  ],
  empty: [
    { figure: 'time', says: 'script start to first paint, to the hand page', most: 1.3, unit: '×', counted: false },
  ],
  stream: [
    { figure: 'dropped', says: '1,000 messages/s: dropped frames due to us', most: 0, unit: 'frames', counted: false },
    { figure: 'keys', says: 'key to paint p95, to the same page idle', most: 1.2, unit: '×', counted: false },
    { figure: 'lost', says: 'looks at the end in vain', most: 0, unit: 'times', counted: false },
    { figure: 'missing', says: 'messages that are missing', most: 0, unit: 'messages', counted: true },
  ],
  ticking: [
    { figure: 'all', says: '200 timers in sight: CPU/s, to one loop', most: 1.2, unit: '×', counted: false },
    { figure: 'scrolled', says: '… most scrolled away, to one loop over all', most: 0.6, unit: '×', counted: false },
  ],
  mounting: [
    { figure: 'bytes', says: 'mount and unmount 1,000: heap a cycle', most: 3072, unit: 'B', counted: false },
    { figure: 'nodes', says: '… nodes left', most: 0, unit: 'nodes', counted: true },
    { figure: 'listeners', says: '… listeners left', most: 0, unit: 'listeners', counted: true },
  ],
  closing: [
    { figure: 'bytes', says: '1,000 chats used and closed: heap a chat', most: 2048, unit: 'B', counted: false },
    { figure: 'nodes', says: '… detached nodes', most: 0, unit: 'nodes', counted: true },
    { figure: 'listeners', says: '… listeners left', most: 0, unit: 'listeners', counted: true },
  ],
  switching: [
    { figure: 'frames', says: 'switch between 10,000 and 10,000: CPU', most: 2, unit: 'frames', counted: false },
  ],
  size: [
    { figure: 'whole', says: 'the file from a CDN, gzip', most: 45_000, unit: 'B', counted: true },
    { figure: 'parts', says: 'pane, list, timer and form, gzip', most: 25_000, unit: 'B', counted: true },
  ],
  whole: [
    { figure: 'found', says: 'not found of 100,000 messages', most: 0, unit: 'messages', counted: true },
    { figure: 'copied', says: '… not copied', most: 0, unit: 'messages', counted: true },
    { figure: 'printed', says: '… not printed', most: 0, unit: 'messages', counted: true },
  ],
};
