import { expect, waitUntil } from '@open-wc/testing';
import { createPageStorage } from '../../src/platform/page-storage.js';

const refused = (): never => {
  throw new DOMException('The operation is insecure.', 'SecurityError');
};

describe('the page’s storage', () => {
  it('keeps what is set for the next one to read', () => {
    createPageStorage().setItem('test/kept', 'yes');
    const read = createPageStorage().getItem('test/kept');
    createPageStorage().removeItem('test/kept');
    expect([read, createPageStorage().getItem('test/kept')]).to.deep.equal(['yes', null]);
  });

  it('keeps it in memory where the browser refuses', () => {
    const storage = createPageStorage(refused);
    storage.setItem('key', 'yes');
    const read = storage.getItem('key');
    storage.removeItem('key');
    expect([read, storage.getItem('key')]).to.deep.equal(['yes', null]);
  });

  it('reads what was set last when there was no room for it', () => {
    const full = { getItem: () => 'old', setItem: refused, removeItem: () => undefined };
    const storage = createPageStorage(() => full as unknown as Storage);
    storage.setItem('key', 'new');
    expect(storage.getItem('key')).to.equal('new');
  });

  it('tells what another page changed, and not what this one did', async () => {
    const frame = document.createElement('iframe');
    document.body.append(frame);
    const heard: string[] = [];
    const storage = createPageStorage();
    const unwatch = storage.watch?.('test/watched', () => heard.push('changed'));
    storage.setItem('test/watched', 'by this page');
    frame.contentWindow?.localStorage.setItem('test/other', 'by the other');
    frame.contentWindow?.localStorage.setItem('test/watched', 'by the other');
    await waitUntil(() => heard.length > 0);
    expect(heard).to.deep.equal(['changed']);
    unwatch?.();
    frame.contentWindow?.localStorage.removeItem('test/watched');
    frame.contentWindow?.localStorage.removeItem('test/other');
    frame.remove();
  });

  it('works in a sandboxed frame', async () => {
    const frame = document.createElement('iframe');
    frame.sandbox.add('allow-scripts');
    const url = new URL('../../src/platform/page-storage.ts', import.meta.url).href;
    const told = new Promise((resolve) => addEventListener('message', ({ data }) => resolve(data), { once: true }));
    const source = await (await fetch(url)).text();
    const module = URL.createObjectURL(new Blob([source], { type: 'text/javascript' }));
    frame.srcdoc = `<script type="module">${source}
      const storage = createPageStorage();
      storage.setItem('a', 'b');
      parent.postMessage(storage.getItem('a'), '*');
    </script>`;
    document.body.append(frame);
    expect(await told).to.equal('b');
    URL.revokeObjectURL(module);
    frame.remove();
  });
});
