import { describe, expect, it } from 'vitest';
import type { PolicyLayer } from '../../src/core/index.js';
import { ended, inWrapUp, tree } from './support/in-wrap-up.js';
import { settled } from './support/setup.js';

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

  it('are asked for also after a reload of what was submitted, to show the name of what was chosen', async () => {
    const { connector, form } = inWrapUp(required, { chats: [ended({ submitted: { disposition: 'lost' } })] });
    connector.call('dispositions').resolve(tree as never);
    await settled();
    expect(form()).toMatchObject({ status: 'submitted', dispositions: { status: 'ready' } });
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
