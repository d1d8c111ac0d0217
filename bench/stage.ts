// Pages of a real browser, and what the browser says they cost.
import { chromium, type Browser, type CDPSession, type Page } from 'playwright';
import { chromeArguments, ensureChrome } from '../test/support/find-chrome.mjs';

/** What a page has used so far. Times are in milliseconds. */
export interface Used {
  /** Time of the main thread on a processor: what else the machine does hardly counts. */
  readonly cpu: number;
  readonly task: number;
  readonly layouts: number;
}

/** What a page keeps, after garbage collection. */
export interface Kept {
  readonly bytes: number;
  readonly nodes: number;
  readonly listeners: number;
}

export interface BenchPage {
  readonly page: Page;
  readonly cdp: CDPSession;
  used(): Promise<Used>;
  /** Waits until the main thread has nothing to do any more; gives what was used by then. */
  quiet(): Promise<Used>;
  kept(): Promise<Kept>;
  /**
   * Does `work`, during which the page leaves marks of this name in its timeline (`performance.mark`); `used` is how much
   * processor time its main thread had used by each of them, in milliseconds.
   */
  marks<T>(name: string, work: () => Promise<T>): Promise<{ readonly result: T; readonly used: readonly number[] }>;
  /** What the main thread takes of a processor while `work` goes on, in milliseconds. */
  during(work: () => Promise<void>): Promise<number>;
}

export interface Stage {
  readonly version: string;
  /** Gives a fresh page to `work`, with nothing in any cache; fails when it takes longer than `limit` milliseconds. */
  onPage<T>(limit: number, work: (page: BenchPage) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** What is read of an event in a trace: its name, and the thread's own clock in microseconds. */
interface TraceEvent {
  readonly name: string;
  readonly tts?: number;
}

interface Traced {
  readonly value: readonly object[];
}

const ARGUMENTS = [
  ...chromeArguments,
  '--disable-extensions',
  '--disable-background-timer-throttling',
  '--disable-renderer-backgrounding',
  '--disable-backgrounding-occluded-windows',
  '--force-device-scale-factor=1',
];

/** A main thread that had less than this to do, in milliseconds, since the look before is quiet. */
const QUIET = 4;

const sleep = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

const within = async <T>(limit: number, what: string, work: Promise<T>): Promise<T> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what} took longer than ${limit / 1000} s`)), limit);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
};

const benchPage = async (page: Page): Promise<BenchPage> => {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Performance.enable', { timeDomain: 'timeTicks' });
  const metrics = async (): Promise<Readonly<Record<string, number>>> => {
    const { metrics } = await cdp.send('Performance.getMetrics');
    return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
  };
  const used = async (): Promise<Used> => {
    const { ThreadTime = NaN, TaskDuration = NaN, LayoutCount = NaN } = await metrics();
    return { cpu: ThreadTime * 1000, task: TaskDuration * 1000, layouts: LayoutCount };
  };
  const quiet = async (): Promise<Used> => {
    let last = await used();
    for (let each = 0, still = 0; each < 60 && still < 2; each += 1) {
      await sleep(60);
      const now = await used();
      still = now.task - last.task < QUIET && now.layouts === last.layouts ? still + 1 : 0;
      last = now;
    }
    return last;
  };
  return {
    page,
    cdp,
    used,
    quiet,
    async kept() {
      for (let each = 0; each < 3; each += 1) {
        await cdp.send('HeapProfiler.collectGarbage');
        await sleep(50);
      }
      const { usedSize } = await cdp.send('Runtime.getHeapUsage');
      const { Nodes = NaN, JSEventListeners = NaN } = await metrics();
      return { bytes: usedSize, nodes: Nodes, listeners: JSEventListeners };
    },
    async marks(name, work) {
      const used: number[] = [];
      const onTraced = ({ value }: Traced): void => {
        for (const { name: mark, tts } of value as TraceEvent[])
          if (mark === name && tts !== undefined) used.push(tts / 1000);
      };
      cdp.on('Tracing.dataCollected', onTraced);
      const traceConfig = { includedCategories: ['blink.user_timing'] };
      await cdp.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig });
      const result = await work();
      const complete = new Promise((resolve) => cdp.once('Tracing.tracingComplete', resolve));
      await cdp.send('Tracing.end');
      await complete;
      cdp.off('Tracing.dataCollected', onTraced);
      return { result, used };
    },
    async during(work) {
      const before = await used();
      await work();
      return (await used()).cpu - before.cpu;
    },
  };
};

/** Starts the browser that the tests run in. */
export const startStage = async (url: string): Promise<Stage> => {
  const start = (): Promise<Browser> =>
    chromium.launch({ executablePath: ensureChrome(), headless: true, args: [...ARGUMENTS] });
  let browser = await start();

  return {
    version: browser.version(),
    async onPage(limit, work) {
      const context = await browser.newContext({ viewport: { width: 1000, height: 720 }, deviceScaleFactor: 1 });
      const page = await context.newPage();
      const complaints: string[] = [];
      page.on('pageerror', ({ message }) => complaints.push(message));
      try {
        await page.goto(url);
        await page.waitForFunction(() => 'bench' in window);
        const result = await within(limit, 'A sample', work(await benchPage(page)));
        if (complaints[0] !== undefined) throw new Error(`The page failed: ${complaints[0]}`);
        await within(5000, 'Closing the page', context.close());
        return result;
      } catch (error) {
        // A page that is still at work would take its time from the next one.
        await browser.close();
        browser = await start();
        throw error;
      }
    },
    close: () => browser.close(),
  };
};
