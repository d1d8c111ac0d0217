import { host } from './host.js';
import { nextPaint } from './painted.js';
import { subject, type TickingSubject } from './subjects.js';

const NAMES = ['Ana Silva', 'Li Wei', 'Sara Haddad', 'Tom Jansen', 'Zoe Brandt', 'Noah Weber'];

/** Opens so many timers. Each chat began at another moment, also within its second, as chats do. */
export const open = async (name: string, count: number, all: boolean): Promise<void> => {
  const now = Date.now();
  host().className = all ? 'tall' : '';
  const chats = Array.from({ length: count }, (_, index) => ({
    name: `${NAMES[index % NAMES.length] ?? ''} ${index + 1}`,
    since: now - ((index * 37) % 400) * 1000 - ((index * 131) % 1000),
    target: 120,
  }));
  (subject(name) as TickingSubject).open(host(), chats, all);
  await nextPaint();
};

/** What three of the timers show, to know that they run. */
export const shown = (): string => {
  const texts: string[] = [];
  const walk = (root: ParentNode): void => {
    for (const element of root.querySelectorAll('*')) {
      if (element.shadowRoot !== null) walk(element.shadowRoot);
      if (element.childElementCount === 0 && /^\d+:\d\d$/.test(element.textContent)) texts.push(element.textContent);
    }
  };
  walk(host());
  return texts.slice(0, 3).join(' ');
};
