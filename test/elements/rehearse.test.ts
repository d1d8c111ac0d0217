import { expect } from '@open-wc/testing';
import { ChatPane } from '../../src/elements/chat-pane/chat-pane.js';
import { exampleConversation } from '../../src/elements/chat-pane/example-conversation.js';
import { rehearse } from '../../src/elements/rehearse.js';
import { listenToWarnings } from '../support/listen-to-warnings.js';
import { register } from '../support/register.js';

// WebKit does not tell when it rests.
window.requestIdleCallback ??= (run) => window.setTimeout(run, 1, { didTimeout: false, timeRemaining: () => 5 });

register(ChatPane);

const sleep = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

const until = async (isSo: () => boolean): Promise<void> => {
  for (let turns = 0; !isSo(); turns += 1) {
    if (turns > 200) throw new Error('It never came.');
    await sleep(20);
  }
};

const inner = (pane: ChatPane, tag: string): Element | null => pane.shadowRoot?.querySelector(tag) ?? null;

/** What listens to the document, by what was added and not taken away again. */
const watchListeners = () => {
  const { addEventListener, removeEventListener } = document;
  const listening = new Map<unknown, string>();
  document.addEventListener = (type: string, listener: EventListener, options?: boolean) => {
    listening.set(listener, type);
    addEventListener.call(document, type, listener, options);
  };
  document.removeEventListener = (type: string, listener: EventListener, options?: boolean) => {
    listening.delete(listener);
    removeEventListener.call(document, type, listener, options);
  };
  const stop = (): void => void Object.assign(document, { addEventListener, removeEventListener });
  return { listening, stop };
};

/** Rehearses a pane, and tells of it. */
const rehearsed = (change: (pane: ChatPane) => void = () => {}) => {
  let pane: ChatPane | undefined;
  let isOver = false;
  rehearse(() => {
    pane = Object.assign(new ChatPane(), exampleConversation);
    change(pane);
    const { disconnectedCallback } = pane;
    pane.disconnectedCallback = function (this: ChatPane) {
      disconnectedCallback.call(this);
      isOver = true;
    };
    return pane;
  });
  return { pane: () => pane, isOver: () => isOver };
};

describe('what is shown before anybody waits for it', () => {
  it('is a whole conversation, outside the document', async () => {
    const before = document.body.innerHTML;
    const { pane, isOver } = rehearsed();
    await until(isOver);
    const shown = pane() as ChatPane;
    const rows = inner(shown, 'chat-transcript')?.shadowRoot?.querySelectorAll('li');
    const field = inner(shown, 'chat-composer')?.shadowRoot?.querySelector('textarea');
    const digits = inner(shown, 'response-timer')?.shadowRoot?.textContent;
    expect([rows?.length, field?.localName, /\d:\d\d/.test(digits ?? '')]).to.deep.equal([2, 'textarea', true]);
    expect([shown.isConnected, document.body.innerHTML]).to.deep.equal([false, before]);
  });

  it('leaves nobody listening to the document, and warns of nothing', async () => {
    const warnings = listenToWarnings();
    const { listening, stop } = watchListeners();
    let heard = 0;
    const { isOver } = rehearsed(() => (heard = listening.size));
    await until(isOver);
    stop();
    warnings.stop();
    expect([[...listening.values()].slice(heard), warnings.texts]).to.deep.equal([[], []]);
  });

  it('that fails takes back what it had begun, and is not told', async () => {
    const told: unknown[] = [];
    const onFailed = (event: PromiseRejectionEvent): void => void told.push(event.reason);
    addEventListener('unhandledrejection', onFailed);
    const { listening, stop } = watchListeners();
    const { isOver } = rehearsed((pane) => {
      Object.defineProperty(pane, 'updateComplete', { get: () => Promise.reject(new Error('Of the page’s own.')) });
    });
    await until(isOver);
    await sleep(50);
    stop();
    removeEventListener('unhandledrejection', onFailed);
    expect([[...listening.values()], told]).to.deep.equal([[], []]);
  });

  it('that cannot even begin is not told either', async () => {
    const told: string[] = [];
    const onTold = ({ type }: Event): void => void told.push(type);
    for (const type of ['error', 'unhandledrejection']) addEventListener(type, onTold);
    let asked = 0;
    rehearse(() => {
      asked += 1;
      throw new TypeError('Illegal constructor');
    });
    await until(() => asked > 0);
    await sleep(50);
    for (const type of ['error', 'unhandledrejection']) removeEventListener(type, onTold);
    expect(told).to.deep.equal([]);
  });

  it('is nothing where a browser does not say that it rests', async () => {
    const { requestIdleCallback } = window;
    Reflect.deleteProperty(window, 'requestIdleCallback');
    const { pane } = rehearsed();
    window.requestIdleCallback = requestIdleCallback;
    await sleep(100);
    expect(pane() === undefined).to.equal(true);
  });
});
