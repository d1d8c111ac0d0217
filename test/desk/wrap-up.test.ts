import { describe, expect, it } from 'vitest';
import type { ChatRecord, Disposition, PolicyLayer } from '../../src/core/index.js';
import { aChat, at, MORNING } from '../support/builders.js';
import { anActive, said, settled, setup, snapshotOf } from './support/setup.js';

const tree: readonly Disposition[] = [
  { id: 'sold', name: 'Sold' },
  { id: 'lost', name: 'Lost' },
];

const both: PolicyLayer = {
  wrapUp: { disposition: 'optional', notes: 'optional', dispositions: tree },
  summaries: true,
};

const ended = (given: Partial<ChatRecord> = {}): ChatRecord =>
  anActive({ state: 'wrap-up', endedAt: MORNING, endedBy: 'agent', ...given });

const inWrapUp = (policy: PolicyLayer = both, options: Parameters<typeof setup>[0] = {}) => {
  const all = setup({ chats: [ended()], ...options, desk: { policy, ...options.desk } });
  return { ...all, form: () => all.desk.chat('chat-1').wrapUp$.value };
};

const request = { locale: 'en', labels: { automatic: 'Automatic', endUser: 'Customer', agent: 'Agent' } };

describe('ending a chat', () => {
  it('leads to wrap-up on the word of the connector', async () => {
    const { connector, desk, told, view } = setup({ chats: [anActive()] });
    const ending = desk.as('agent').end('chat-1');
    expect(view()).toMatchObject({ state: 'active', pending: 'end' });
    connector.call('end').resolve();
    await ending;
    expect(view()).toMatchObject({ state: 'wrap-up', endedBy: 'agent', endedAt: at(0) });
    expect(told('chat-ended')).toMatchObject([{ by: 'agent', chatId: 'chat-1', detail: { by: 'agent' } }]);
  });

  it('happens once, however often it is asked', async () => {
    const { connector, desk, told } = setup({ chats: [anActive()] });
    const ending = desk.end('chat-1');
    expect(desk.end('chat-1')).toBe(ending);
    connector.emit({ type: 'ended', chatId: 'chat-1', time: at(1), by: 'agent' });
    connector.call('end').resolve();
    await ending;
    await desk.end('chat-1');
    expect(connector.count('end')).toBe(1);
    expect(told('chat-ended')).toMatchObject([{ by: 'host' }]);
  });

  it('is told as the end user did it when they were quicker', async () => {
    const { connector, desk, told } = setup({ chats: [anActive()] });
    const ending = desk.end('chat-1');
    connector.emit({ type: 'ended', chatId: 'chat-1', time: at(1), by: 'end-user', reason: 'closed the page' });
    connector.call('end').refuse('gone');
    await ending;
    expect(told('chat-ended')).toMatchObject([{ by: 'wire', detail: { by: 'end-user', reason: 'closed the page' } }]);
    expect(desk.notices$.value).toEqual([]);
  });

  it('leaves the chat active when it fails, and says so', async () => {
    const { connector, desk, told, view } = setup({ chats: [anActive()] });
    const ending = desk.end('chat-1');
    connector.call('end').refuse('unavailable');
    await expect(ending).rejects.toMatchObject({ code: 'unavailable' });
    expect(view().state).toBe('active');
    expect(view()).not.toHaveProperty('pending');
    expect(desk.notices$.value).toMatchObject([{ code: 'end-failed', chatId: 'chat-1' }]);
    expect(told('chat-error')).toMatchObject([{ detail: { code: 'end-failed' } }]);
  });

  it('is possible after the end user left, and tells their leaving and return', async () => {
    const { connector, desk, told, view } = setup({ chats: [anActive()] });
    connector.emit({ type: 'left', chatId: 'chat-1', time: at(1), reason: 'closed the tab' });
    expect(view()).toMatchObject({ state: 'left', leftAt: at(1) });
    connector.emit({ type: 'returned', chatId: 'chat-1', time: at(2) });
    expect(view()).toMatchObject({ state: 'active' });
    expect(view()).not.toHaveProperty('leftAt');
    connector.emit({ type: 'left', chatId: 'chat-1', time: at(3) });
    const ending = desk.end('chat-1');
    connector.call('end').resolve();
    await ending;
    expect(view().state).toBe('wrap-up');
    expect(told('chat-end-user-left')[0]).toMatchObject({ detail: { by: 'end-user', reason: 'closed the tab' } });
    expect(told('chat-end-user-returned')).toHaveLength(1);
  });

  it('is refused for a request', async () => {
    const { desk } = setup({ chats: [aChat()] });
    await expect(desk.end('chat-1')).rejects.toMatchObject({ code: 'illegal-step' });
  });

  it('leaves a message on its way to its own fate', async () => {
    const { connector, desk, texts } = setup({ chats: [anActive()] });
    const sent = desk.send('chat-1', 'Bye');
    connector.emit({ type: 'ended', chatId: 'chat-1', time: at(1), by: 'end-user' });
    connector.call('send').resolve(said(1, { id: 'own-1', author: 'agent', text: 'Bye' }) as never);
    await expect(sent).resolves.toMatchObject({ delivery: 'sent' });
    expect(texts()).toEqual(['Bye']);
  });
});

describe('variant A of the wrap-up', () => {
  it('finishes by being submitted', async () => {
    const { connector, desk, told } = inWrapUp({});
    const submitted = desk.as('agent').submitWrapUp('chat-1');
    expect(connector.call('submitWrapUp').args).toEqual(['chat-1', {}, 'agent']);
    connector.call('submitWrapUp').resolve();
    await settled();
    connector.call('done').resolve();
    await submitted;
    expect(desk.chats$.value).toEqual([]);
    expect(told('wrap-up-submitted')).toMatchObject([{ by: 'agent', detail: { values: {}, reason: 'agent' } }]);
    expect(told('wrap-up-done')).toMatchObject([{ by: 'agent' }]);
  });

  it('goes on with done alone when that failed', async () => {
    const { connector, desk, form } = inWrapUp({});
    const first = desk.submitWrapUp('chat-1');
    connector.call('submitWrapUp').resolve();
    await settled();
    connector.call('done').refuse('unavailable');
    await expect(first).rejects.toMatchObject({ code: 'unavailable' });
    expect(form().status).toBe('failed');
    const second = desk.submitWrapUp('chat-1');
    connector.call('done').resolve();
    await second;
    expect(connector.count('submitWrapUp')).toBe(1);
    expect(desk.chats$.value).toEqual([]);
  });
});

describe('variant B of the wrap-up', () => {
  it('is filled in, submitted, and then done', async () => {
    const { connector, desk, form, told } = inWrapUp();
    desk.setWrapUpValues('chat-1', { notes: 'Called back' });
    desk.setWrapUpValues('chat-1', { disposition: 'sold' });
    expect(form()).toMatchObject({ status: 'editing', values: { notes: 'Called back', disposition: 'sold' } });
    const submitted = desk.as('agent').submitWrapUp('chat-1');
    expect(form().status).toBe('submitting');
    connector.call('submitWrapUp').resolve();
    await submitted;
    expect(form().status).toBe('submitted');
    expect(connector.count('done')).toBe(0);
    const done = desk.as('agent').done('chat-1');
    connector.call('done').resolve();
    await done;
    expect(desk.chats$.value).toEqual([]);
    const detail = { values: { disposition: 'sold', notes: 'Called back' }, reason: 'agent' };
    expect(told('wrap-up-submitted')).toMatchObject([{ by: 'agent', detail }]);
    expect(told('wrap-up-done')).toMatchObject([{ by: 'agent', detail }]);
  });

  it('takes the values that come with the submission', async () => {
    const { connector, desk, form } = inWrapUp();
    void desk.submitWrapUp('chat-1', { notes: 'Mine' }).catch(() => undefined);
    expect(connector.call('submitWrapUp').args[1]).toEqual({ notes: 'Mine' });
    expect(form().values).toEqual({ notes: 'Mine' });
  });

  it.each(['event first', 'promise first'])('tells its own submission and end once (%s)', async (order) => {
    const { connector, desk, told } = inWrapUp();
    const echo = (event: object) => connector.emit({ chatId: 'chat-1', ...event });
    const submitted = desk.as('agent').submitWrapUp('chat-1', { notes: 'n' });
    const event = { type: 'wrap-up-submitted', values: { notes: 'n' }, reason: 'agent' };
    if (order === 'event first') echo(event);
    connector.call('submitWrapUp').resolve();
    await submitted;
    if (order === 'promise first') echo(event);
    const done = desk.as('agent').done('chat-1');
    if (order === 'event first') echo({ type: 'done' });
    connector.call('done').resolve();
    await done;
    if (order === 'promise first') echo({ type: 'done' });
    expect(told('wrap-up-submitted')).toMatchObject([{ by: 'agent' }]);
    expect(told('wrap-up-done')).toMatchObject([{ by: 'agent' }]);
  });

  it('keeps the values after a failure, says so, and can be submitted again', async () => {
    const { connector, desk, form, told } = inWrapUp();
    const first = desk.submitWrapUp('chat-1', { notes: 'precious' });
    connector.call('submitWrapUp').refuse('unavailable');
    await expect(first).rejects.toMatchObject({ code: 'unavailable' });
    expect(form()).toMatchObject({ status: 'failed', values: { notes: 'precious' } });
    expect(desk.notices$.value).toMatchObject([{ code: 'wrap-up-failed' }]);
    expect(told('chat-error')).toMatchObject([{ detail: { code: 'wrap-up-failed' } }]);
    const second = desk.submitWrapUp('chat-1');
    connector.call('submitWrapUp').resolve();
    await second;
    expect(form().status).toBe('submitted');
  });

  it('needs what is required, and says what is missing', async () => {
    const { connector, desk } = inWrapUp({
      wrapUp: { disposition: 'required', notes: 'required', dispositions: tree },
    });
    await expect(desk.submitWrapUp('chat-1')).rejects.toMatchObject({
      code: 'incomplete',
      message: expect.stringContaining('disposition, notes') as string,
    });
    desk.setWrapUpValues('chat-1', { disposition: 'sold' });
    await expect(desk.submitWrapUp('chat-1')).rejects.toMatchObject({ code: 'incomplete' });
    void desk.submitWrapUp('chat-1', { notes: 'n' });
    expect(connector.count('submitWrapUp')).toBe(1);
  });

  it('refuses to be done before it is submitted, submitted twice, or submitted while the chat is active', async () => {
    const { connector, desk } = inWrapUp(both, { chats: [ended(), anActive({ id: 'chat-2' })] });
    await expect(desk.done('chat-1')).rejects.toMatchObject({ code: 'illegal-step' });
    await expect(desk.submitWrapUp('chat-2')).rejects.toMatchObject({ code: 'illegal-step' });
    connector.emit({ type: 'wrap-up-submitted', chatId: 'chat-1', values: {}, reason: 'agent' });
    await expect(desk.submitWrapUp('chat-1')).rejects.toMatchObject({ code: 'illegal-step' });
  });

  it('comes back submitted where the back end has it', () => {
    const { form } = inWrapUp(both, { chats: [ended({ submitted: { notes: 'n' } })] });
    expect(form()).toMatchObject({ status: 'submitted', values: { notes: 'n' } });
  });

  it('lets a chat go that the back end does not know any more', async () => {
    const { connector, desk } = inWrapUp(both, { chats: [ended({ submitted: {} })] });
    const done = desk.done('chat-1');
    connector.call('done').refuse('gone');
    await done;
    expect(desk.chats$.value).toEqual([]);
  });
});

describe('the dispositions', () => {
  const required: PolicyLayer = { wrapUp: { disposition: 'required', notes: 'absent' } };

  it("are the policy's where it carries them", () => {
    const { connector, form } = inWrapUp();
    expect(form().dispositions).toMatchObject({ status: 'ready', leaves: [{ id: 'sold' }, { id: 'lost' }] });
    expect(connector.count('dispositions')).toBe(0);
  });

  it("are asked of the connector for the chat's queue otherwise, once", async () => {
    const { connector, form } = inWrapUp(required, { chats: [ended({ queue: 'sales' })] });
    expect(form().dispositions.status).toBe('loading');
    expect(connector.call('dispositions').args).toEqual(['sales']);
    connector.call('dispositions').resolve(tree as never);
    await settled();
    expect(form().dispositions).toMatchObject({ status: 'ready', leaves: [{ id: 'sold' }, { id: 'lost' }] });
    expect(connector.count('dispositions')).toBe(1);
  });

  it('bar nobody when they cannot be loaded, and can be asked for again', async () => {
    const { connector, desk, form, told } = inWrapUp(required);
    await expect(desk.submitWrapUp('chat-1')).rejects.toMatchObject({ code: 'incomplete' });
    connector.call('dispositions').refuse('unavailable');
    await settled();
    expect(form().dispositions.status).toBe('failed');
    expect(told('chat-error')).toMatchObject([{ detail: { code: 'dispositions-failed' } }]);
    desk.loadDispositions('chat-1');
    expect(form().dispositions.status).toBe('loading');
    connector.call('dispositions').refuse('unavailable');
    await settled();
    void desk.submitWrapUp('chat-1').catch(() => undefined);
    expect(connector.count('submitWrapUp')).toBe(1);
  });

  it('that never come count as failed after ten seconds', async () => {
    const { clock, form } = inWrapUp(required);
    await clock.advanceAsync(10_000);
    expect(form().dispositions.status).toBe('failed');
    expect(clock.pending).toBe(0);
  });

  it('bar nobody when the list is empty, or there is none', async () => {
    const empty = inWrapUp(required);
    empty.connector.call('dispositions').resolve([] as never);
    await settled();
    void empty.desk.submitWrapUp('chat-1').catch(() => undefined);
    expect(empty.connector.count('submitWrapUp')).toBe(1);
    const none = inWrapUp(required, { without: ['dispositions'] });
    void none.desk.submitWrapUp('chat-1').catch(() => undefined);
    expect(none.connector.count('submitWrapUp')).toBe(1);
  });

  it('with a fault warn once and keep the rest', async () => {
    const bad = [
      { id: 'x', name: 'X' },
      { id: 'x', name: 'Again' },
    ];
    const { connector, desk, form, warnings } = inWrapUp(required);
    connector.call('dispositions').resolve(bad as never);
    await settled();
    desk.loadDispositions('chat-1');
    connector.call('dispositions').resolve(bad as never);
    await settled();
    expect(form().dispositions.leaves).toHaveLength(1);
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toContain('duplicate-id');
  });
});

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
    connector.call('summarize').resolve(undefined as never);
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
    const { desk, form } = inWrapUp(policy as PolicyLayer, options as Parameters<typeof setup>[0]);
    expect(form().summary).toBe('off');
    await expect(desk.insertSummary('chat-1', request)).rejects.toMatchObject({ code: 'illegal-step' });
  });
});

describe('the time limit of the wrap-up', () => {
  const limited: PolicyLayer = {
    wrapUp: { disposition: 'required', notes: 'required', timeLimit: 30, dispositions: tree },
  };

  it('submits what is there, whatever is missing, with the reason', async () => {
    const { clock, connector, desk, form, told } = inWrapUp(limited);
    expect(form().deadline).toBe(at(30));
    desk.setWrapUpValues('chat-1', { notes: 'Half a' });
    clock.advance(29_999);
    expect(connector.count('submitWrapUp')).toBe(0);
    clock.advance(1);
    expect(connector.call('submitWrapUp').args).toEqual(['chat-1', { notes: 'Half a' }, 'timeout']);
    connector.call('submitWrapUp').resolve();
    await settled();
    expect(told('wrap-up-submitted')).toMatchObject([
      { by: 'clock', detail: { values: { notes: 'Half a' }, reason: 'timeout' } },
    ]);
    expect(form().status).toBe('submitted');
    expect(clock.pending).toBe(0);
  });

  it('keeps the values when that fails, and tries again when the connection is back', async () => {
    const { clock, connector, desk, form } = inWrapUp(limited);
    desk.setWrapUpValues('chat-1', { notes: 'Half a' });
    clock.advance(30_000);
    connector.call('submitWrapUp').refuse('unavailable');
    await clock.advanceAsync(60_000);
    expect(connector.count('submitWrapUp')).toBe(1);
    expect(form()).toMatchObject({ status: 'failed', values: { notes: 'Half a' } });
    expect(desk.notices$.value).toMatchObject([{ code: 'wrap-up-failed' }]);
    connector.emit({ type: 'connection', state: 'offline' });
    connector.emit({ type: 'connection', state: 'online' });
    await clock.advanceAsync(0);
    expect(connector.count('submitWrapUp')).toBe(2);
  });

  it('that passed while the page was away counts at once', async () => {
    const { clock, connector } = inWrapUp(limited, { chats: [ended({ endedAt: at(-100) })] });
    await clock.advanceAsync(0);
    expect(connector.call('submitWrapUp').args[2]).toBe('timeout');
  });

  it('leaves a submission alone that is under way', () => {
    const { clock, connector, desk } = inWrapUp(limited);
    void desk.submitWrapUp('chat-1', { notes: 'n', disposition: 'sold' });
    clock.advance(60_000);
    expect(connector.count('submitWrapUp')).toBe(1);
  });

  it('finishes in variant A', async () => {
    const { clock, connector, desk } = inWrapUp({ wrapUp: { timeLimit: 5 } });
    clock.advance(5000);
    connector.call('submitWrapUp').resolve();
    await settled();
    connector.call('done').resolve();
    await settled();
    expect(desk.chats$.value).toEqual([]);
  });

  it('of 0 seconds is none', () => {
    const { clock, form } = inWrapUp({ wrapUp: { timeLimit: 0 } });
    expect(form()).not.toHaveProperty('deadline');
    expect(clock.pending).toBe(0);
  });
});

describe('several chats in wrap-up', () => {
  it('have their own values', () => {
    const { connector, desk } = inWrapUp(both, {
      chats: [ended(), ended({ id: 'chat-2' }), anActive({ id: 'chat-3' })],
    });
    desk.setWrapUpValues('chat-1', { notes: 'one' });
    desk.setWrapUpValues('chat-2', { notes: 'two' });
    connector.emit(snapshotOf([ended(), ended({ id: 'chat-2' }), anActive({ id: 'chat-3' })]));
    expect(['chat-1', 'chat-2'].map((id) => desk.chat(id).wrapUp$.value.values.notes)).toEqual(['one', 'two']);
  });
});
