import { expect, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { anActive } from '../../desk/support/setup.js';
import { focused, setup as setUp } from './setup.js';

const policy = {
  crm: true,
  wrapUp: {
    disposition: 'optional',
    notes: 'optional',
    dispositions: [{ id: 'solved', name: 'Solved', full_path: 'Solved', children: [] }],
  },
} as const;

const FIFTY = 'The quick brown fox jumps over 13 lazy dogs. j k?/';

/** A page with hotkeys as pages have them: on the document, unless a field has the focus. */
const setup = async () => {
  const adapted = await setUp([anActive()], { policy });
  await adapted.desk.select('chat-1');
  await adapted.settled();
  const fired: string[] = [];
  const ended = new AbortController();
  for (const type of ['keydown', 'keypress', 'keyup'] as const)
    document.addEventListener(
      type,
      ({ key, target, ctrlKey, altKey }) => {
        if (!/^(?:INPUT|TEXTAREA|SELECT)$/.test((target as Element).tagName))
          fired.push(`${type} ${ctrlKey ? 'Control+' : ''}${altKey ? 'Alt+' : ''}${key}`);
      },
      { signal: ended.signal },
    );
  return { ...adapted, fired, stop: () => ended.abort() };
};

describe('the page’s hotkeys', () => {
  it('hear none of 200 characters typed in the fields of <chat-adapter>', async () => {
    const { button, desk, find, fired, settled, stop } = await setup();
    const written: string[] = [];
    const typeIn = async (field: HTMLElement): Promise<void> => {
      field.focus();
      await sendKeys({ type: FIFTY });
      written.push((field as HTMLInputElement).value);
    };
    await typeIn(find('textarea'));
    button('More').click();
    await waitUntil(() => focused()?.getAttribute('role') === 'menuitem', undefined, { timeout: 8000 });
    (focused() as HTMLElement).click();
    await waitUntil(() => focused()?.matches('input[type=search]') === true, undefined, { timeout: 8000 });
    await typeIn(focused() as HTMLElement);
    await desk.end('chat-1');
    await settled();
    await typeIn(find('#notes'));
    await typeIn(find('#disposition'));
    stop();
    expect(written).to.deep.equal([FIFTY, FIFTY, FIFTY, FIFTY]);
    expect(fired).to.deep.equal([]);
    expect(desk.chat('chat-1').view$.value?.state).to.equal('wrap-up');
  });

  it('hear what is pressed with Control or Alt there', async () => {
    const { find, fired, stop } = await setup();
    find('textarea').focus();
    await sendKeys({ down: 'Control' });
    await sendKeys({ press: 'y' });
    await sendKeys({ up: 'Control' });
    await sendKeys({ down: 'Alt' });
    await sendKeys({ press: 'y' });
    await sendKeys({ up: 'Alt' });
    stop();
    expect(fired).to.include.members(['keydown Control+y', 'keydown Alt+y']);
  });
});
