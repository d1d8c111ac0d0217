import { describe, expect, it } from 'vitest';
import { both, ended, inWrapUp, tree } from './support/in-wrap-up.js';
import { anActive, settled, snapshotOf } from './support/setup.js';

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

  it('is no longer under way once a snapshot says that it was submitted', async () => {
    const { connector, desk, form, view } = inWrapUp();
    const submitted = desk.submitWrapUp('chat-1', { notes: 'precious' });
    expect(view().pending).toBe('submit');
    connector.emit(snapshotOf([ended({ submitted: { notes: 'precious' } })]));
    connector.call('submitWrapUp').resolve();
    await submitted;
    expect(view().pending).toBeUndefined();
    expect(form().status).toBe('submitted');
  });

  it('stays submitted when Done is refused, so that Done can be tried again', async () => {
    const { connector, desk, form } = inWrapUp();
    const submitted = desk.submitWrapUp('chat-1', { notes: 'precious' });
    connector.call('submitWrapUp').resolve();
    await submitted;
    const first = desk.done('chat-1');
    connector.call('done').refuse('unavailable');
    await expect(first).rejects.toMatchObject({ code: 'unavailable' });
    expect(form()).toMatchObject({ status: 'submitted', values: { notes: 'precious' } });
    expect(desk.notices$.value).toMatchObject([{ code: 'done-failed' }]);
    const second = desk.done('chat-1');
    connector.call('done').resolve();
    await second;
    expect(desk.chats$.value).toEqual([]);
  });

  it.each(['host', 'agent'] as const)('tells the selection after Done as done by the %s', async (by) => {
    const { connector, desk, told } = inWrapUp();
    await desk.select('chat-1');
    const submitted = desk.as(by).submitWrapUp('chat-1');
    connector.call('submitWrapUp').resolve();
    await submitted;
    const done = desk.as(by).done('chat-1');
    connector.emit({ type: 'done', chatId: 'chat-1' });
    connector.call('done').resolve();
    await done;
    expect(told('chat-selected').at(-1)).toMatchObject({ by, detail: { from: 'chat-1' } });
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
