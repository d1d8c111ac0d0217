import { expect } from '@open-wc/testing';
import { define } from '../../src/define/define.js';
import * as everything from '../../src/index.js';
import { ChatElement } from '../../src/elements/chat-element.js';
import { createConnectorRegistry } from '../../src/elements/chat-provider/connectors.js';
import { VERSION } from '../../src/elements/version.js';
import { createFakeConnector } from '../desk/support/fake-connector.js';
import { listenToWarnings } from '../support/listen-to-warnings.js';

/** A registry of our own, with what some other script registered before. */
const aRegistry = (taken: Readonly<Record<string, CustomElementConstructor>> = {}) => {
  const order: string[] = [];
  const classes = new Map(Object.entries(taken));
  const registry = {
    get: (tag: string) => classes.get(tag),
    define(tag: string, tagClass: CustomElementConstructor) {
      classes.set(tag, tagClass);
      order.push(tag);
    },
  } as unknown as CustomElementRegistry;
  return { registry, order, classes };
};

const TAGS = [
  ...[
    'chat-adapter',
    'chat-provider',
    'chat-launcher',
    'chat-list',
    'chat-indicator',
    'response-timer',
    'channel-icon',
  ],
  ...[
    'chat-pane',
    'chat-transcript',
    'chat-message',
    'typing-indicator',
    'chat-composer',
    'end-chat-dialog',
    'wrap-up-form',
  ],
];

describe('define', () => {
  it('registers every tag', () => {
    const { registry, order } = aRegistry();
    define({ registry });
    expect([...order].sort()).to.deep.equal([...TAGS].sort());
  });

  it('registers what a tag shows inside before the tag itself, and nothing else', () => {
    const { registry, order } = aRegistry();
    define({ registry, tags: [everything.ChatIndicator] });
    expect(order).to.deep.equal(['channel-icon', 'response-timer', 'chat-indicator']);
  });

  it('tells a class once the page’s own registry has it, and of no other', () => {
    let times = 0;
    class Told extends ChatElement {
      static readonly tag = 'told-of-it';
      static defined(): void {
        times += 1;
      }
    }
    const { registry } = aRegistry();
    define({ registry, tags: [Told] });
    expect(times).to.equal(0);
    define({ tags: [Told] });
    define({ tags: [Told] });
    expect(times).to.equal(1);
  });

  it('says nothing when it is called again', () => {
    const { registry } = aRegistry();
    const warnings = listenToWarnings();
    define({ registry });
    define({ registry });
    warnings.stop();
    expect(warnings.texts).to.deep.equal([]);
  });

  it('leaves the tags of another version as they are, with one warning that names both', () => {
    class Older extends ChatElement {
      static override readonly version = '0.0.9';
    }
    const taken = { 'chat-pane': Older, 'chat-list': class extends Older {} };
    const { registry, classes } = aRegistry(taken);
    const warnings = listenToWarnings();
    define({ registry });
    define({ registry });
    warnings.stop();
    expect(warnings.texts.length).to.equal(1);
    expect(warnings.texts[0]).to.contain(VERSION).and.to.contain('0.0.9');
    expect([classes.get('chat-pane') === Older, classes.has('chat-adapter')]).to.deep.equal([true, true]);
  });

  it('calls the version of a stranger unknown', () => {
    const { registry } = aRegistry({ 'chat-list': class extends HTMLElement {} });
    const warnings = listenToWarnings();
    define({ registry });
    warnings.stop();
    expect(warnings.texts.join()).to.contain('<chat-list>').and.to.contain('version unknown');
  });

  it('lets the tags that came first find what is registered with the copy that came second', () => {
    const first = createConnectorRegistry();
    class Older extends ChatElement {
      static override readonly version = '0.0.9';
      static readonly connectors = first;
    }
    const { registry } = aRegistry({ 'chat-provider': Older });
    const warnings = listenToWarnings();
    define({ registry });
    warnings.stop();
    const load = (): ReturnType<typeof createFakeConnector> => createFakeConnector();
    everything.registerConnector('of the second copy', load);
    expect(first.find('of the second copy') === load).to.equal(true);
  });

  it('is what importing the index does not do', () => {
    // Nothing that this file imports or calls registers with the page itself.
    expect(Object.keys(everything)).to.include('ChatAdapter');
    expect(TAGS.filter((tag) => customElements.get(tag) !== undefined)).to.deep.equal([]);
  });
});
