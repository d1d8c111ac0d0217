import { describe, expect, it } from 'vitest';
import type { PolicyLayer } from '../../src/core/index.js';
import { at } from '../support/builders.js';
import { ended, inWrapUp, tree } from './support/in-wrap-up.js';
import { settled } from './support/setup.js';

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
    desk.flush();
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
