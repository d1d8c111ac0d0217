import { describe, expect, it } from 'vitest';
import { both, inWrapUp } from './support/in-wrap-up.js';

const request = { locale: 'en', labels: { automatic: 'Automatic', endUser: 'Customer', agent: 'Agent' } };

describe('the summary', () => {
  it('is appended to the notes as they are when it comes, and can be taken back exactly', async () => {
    const { connector, desk, form } = inWrapUp();
    desk.setWrapUpValues('chat-1', { notes: 'Begun' });
    const inserted = desk.insertSummary('chat-1', request);
    expect(form().summary).toBe('pending');
    desk.setWrapUpValues('chat-1', { notes: 'Begun, and gone on \n' });
    connector.call('summarize').resolve({ text: 'They talked.', automatic: true } as never);
    await expect(inserted).resolves.toBe('Begun, and gone on\n\nThey talked.');
    expect(form()).toMatchObject({
      summary: 'idle',
      canUndoSummary: true,
      values: { notes: 'Begun, and gone on\n\nThey talked.' },
    });
    desk.undoSummary('chat-1');
    expect(form()).toMatchObject({ canUndoSummary: false, values: { notes: 'Begun, and gone on \n' } });
  });

  it('leaves what was typed around it when it is taken back', async () => {
    const { connector, desk, form } = inWrapUp();
    desk.setWrapUpValues('chat-1', { notes: 'Begun' });
    const inserted = desk.insertSummary('chat-1', request);
    connector.call('summarize').resolve({ text: 'They talked.', automatic: true } as never);
    await inserted;
    desk.setWrapUpValues('chat-1', { notes: 'I had begun\n\nThey talked. And more' });
    desk.undoSummary('chat-1');
    expect(form().values.notes).toBe('I had begun And more');
  });

  it('cannot be taken back once it was changed', async () => {
    const { connector, desk, form } = inWrapUp();
    const inserted = desk.insertSummary('chat-1', request);
    connector.call('summarize').resolve({ text: 'They talked.', automatic: true } as never);
    await inserted;
    desk.setWrapUpValues('chat-1', { notes: 'They talked a lot.' });
    expect(form().canUndoSummary).toBe(false);
    desk.undoSummary('chat-1');
    expect(form().values.notes).toBe('They talked a lot.');
  });

  it('touches nothing when it fails, and says so', async () => {
    const { connector, desk, form, told } = inWrapUp();
    desk.setWrapUpValues('chat-1', { notes: 'Begun' });
    const inserted = desk.insertSummary('chat-1', request);
    connector.call('summarize').refuse('unavailable');
    await expect(inserted).rejects.toMatchObject({ code: 'unavailable' });
    expect(form()).toMatchObject({ summary: 'failed', values: { notes: 'Begun' } });
    expect(told('chat-error')).toMatchObject([{ detail: { code: 'summary-failed' } }]);
  });

  it('that is empty, or nonsense, counts as failed', async () => {
    const { connector, desk, form } = inWrapUp();
    const empty = desk.insertSummary('chat-1', request);
    connector.call('summarize').resolve({ text: ' ', automatic: true } as never);
    await expect(empty).rejects.toMatchObject({ name: 'ConnectorError' });
    const nonsense = desk.insertSummary('chat-1', request);
    connector.call('summarize').resolve(undefined);
    await expect(nonsense).rejects.toMatchObject({ name: 'ConnectorError' });
    expect(form().summary).toBe('failed');
  });

  it('comes once, however often it is asked for meanwhile', () => {
    const { connector, desk } = inWrapUp();
    expect(desk.insertSummary('chat-1', request)).toBe(desk.insertSummary('chat-1', request));
    expect(connector.count('summarize')).toBe(1);
  });

  it('that comes after the submission changes nothing', async () => {
    const { connector, desk, form } = inWrapUp();
    desk.setWrapUpValues('chat-1', { notes: 'Mine' });
    const inserted = desk.insertSummary('chat-1', request);
    const submitted = desk.submitWrapUp('chat-1');
    connector.call('submitWrapUp').resolve();
    await submitted;
    connector.call('summarize').resolve({ text: 'Late.', automatic: true } as never);
    await expect(inserted).rejects.toMatchObject({ code: 'illegal-step' });
    expect(form().values.notes).toBe('Mine');
  });

  it.each([
    ['summaries are off', { ...both, summaries: false }, {}],
    ['there are no notes', { ...both, wrapUp: { disposition: 'optional' } }, {}],
    ['the connector has none', both, { without: ['summarize'] }],
    ['the channel cannot', both, { abilities: { web: { summary: false } } }],
  ] as const)('is off where %s', async (_where, policy, options) => {
    const { desk, form } = inWrapUp(policy, options);
    expect(form().summary).toBe('off');
    await expect(desk.insertSummary('chat-1', request)).rejects.toMatchObject({ code: 'illegal-step' });
  });
});
