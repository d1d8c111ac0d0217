import { expect, fixture, html, nextFrame } from '@open-wc/testing';
import { LitElement, type TemplateResult } from 'lit';
import { BehaviorSubject, Observable, of } from 'rxjs';
import { StreamValue } from '../../src/controllers/stream-value.js';
import type { ValueStream } from '../../src/desk/index.js';

/** A stream that counts who listens. */
const countedStream = <T>(first: T) => {
  const subject = new BehaviorSubject(first);
  let listeners = 0;
  const stream = new Observable<T>((observer) => {
    listeners += 1;
    const subscription = subject.subscribe(observer);
    return () => {
      listeners -= 1;
      subscription.unsubscribe();
    };
  });
  const value$ = Object.defineProperty(stream, 'value', { get: () => subject.value }) as ValueStream<T>;
  return { subject, value$, listeners: () => listeners };
};

class StreamHost extends LitElement {
  source: ValueStream<string> | undefined;
  renders = 0;
  readonly #value = new StreamValue(this, () => this.source);

  override render(): TemplateResult {
    this.renders += 1;
    return html`${this.#value.value ?? 'nothing'}`;
  }
}
customElements.define('stream-host', StreamHost);

const setup = async () => {
  const [one, two] = [countedStream('a'), countedStream('x')];
  const host = await fixture<StreamHost>(html`<stream-host .source=${one.value$}></stream-host>`);
  const shown = async (): Promise<string> => {
    await host.updateComplete;
    return host.shadowRoot!.textContent.trim();
  };
  return { one, two, host, shown };
};

describe('the value of a stream', () => {
  it('is there on the first render, which is the only one', async () => {
    const { host, shown } = await setup();
    expect(await shown()).to.equal('a');
    expect(host.renders).to.equal(1);
  });

  it('is shown as it changes, once for several changes in one turn', async () => {
    const { one, host, shown } = await setup();
    one.subject.next('b');
    one.subject.next('c');
    expect(await shown()).to.equal('c');
    expect(host.renders).to.equal(2);
  });

  it('is of another stream as soon as the host names one, and the first is let go', async () => {
    const { one, two, host, shown } = await setup();
    host.source = two.value$;
    host.requestUpdate();
    expect(await shown()).to.equal('x');
    expect([one.listeners(), two.listeners()]).to.deep.equal([0, 1]);
    host.source = undefined;
    host.requestUpdate();
    expect(await shown()).to.equal('nothing');
    expect(two.listeners()).to.equal(0);
  });

  it('is not listened for while the host is out of the document, and is right when it is back', async () => {
    const { one, host, shown } = await setup();
    const parent = host.parentElement!;
    host.remove();
    expect(one.listeners()).to.equal(0);
    one.subject.next('b');
    host.requestUpdate();
    await nextFrame();
    expect(one.listeners()).to.equal(0);
    parent.append(host);
    expect(await shown()).to.equal('b');
    expect(one.listeners()).to.equal(1);
  });

  it('listens once after a move', async () => {
    const { one, host, shown } = await setup();
    host.parentElement!.append(host);
    expect(await shown()).to.equal('a');
    expect(one.listeners()).to.equal(1);
  });

  it('stays when the stream has completed', async () => {
    const { host, shown } = await setup();
    host.source = Object.assign(of('last'), { value: 'last' });
    host.requestUpdate();
    expect(await shown()).to.equal('last');
  });
});
