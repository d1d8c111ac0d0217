import { describe, expect, it } from 'vitest';
import type { CrmAnswer, EndUser } from '../../src/core/index.js';
import { aChat } from '../support/builders.js';
import { anActive, settled, setup } from './support/setup.js';

/** A CRM whose answers are the test's. */
const fakeCrm = () => {
  const asked: {
    readonly endUser: EndUser;
    answer(answer: CrmAnswer | undefined): void;
    refuse(reason: unknown): void;
  }[] = [];
  return {
    asked,
    find: (endUser: EndUser) =>
      new Promise<CrmAnswer | undefined>((answer, refuse) => {
        asked.push({ endUser, answer, refuse });
      }),
  };
};

const someone = { id: 'person-1', phone: '+15550100' };

const withCrm = (options: Parameters<typeof setup>[0] = {}) => {
  const crm = fakeCrm();
  const all = setup({
    chats: [aChat({ endUser: someone })],
    ...options,
    desk: { policy: { crm: true }, crm, ...options.desk },
  });
  return { ...all, crm };
};

describe('naming', () => {
  it('asks the CRM once per chat, waiting or own, and takes its answer', async () => {
    const { connector, crm, view } = withCrm();
    connector.emit({ type: 'chat', chat: aChat({ endUser: someone, waiting: 2 }) });
    connector.emit({ type: 'chat', chat: anActive({ id: 'chat-2', endUser: { id: 'person-2' } }) });
    expect(crm.asked.map(({ endUser }) => endUser.id)).toEqual(['person-1', 'person-2']);
    expect(view().naming).toEqual({ by: 'phone', text: '+15550100' });
    crm.asked[0]?.answer({ name: 'Ana Silva' });
    await settled();
    expect(view().naming).toEqual({ by: 'name', text: 'Ana Silva' });
  });

  it('does not ask while no CRM is in use, and asks when one is', async () => {
    const crm = fakeCrm();
    const { desk, view } = setup({ chats: [aChat({ endUser: someone })], desk: { crm } });
    expect(crm.asked).toEqual([]);
    desk.setPolicy({ crm: true });
    expect(crm.asked).toHaveLength(1);
    crm.asked[0]?.answer({ name: 'Ana Silva', phone: '+15559999' });
    await settled();
    expect(view().naming.by).toBe('name');
    desk.setPolicy({ crm: false });
    // Not even the number that the CRM gave.
    expect(view().naming).toEqual({ by: 'phone', text: '+15550100' });
    desk.setPolicy({ crm: true });
    expect(crm.asked).toHaveLength(1);
    expect(view().naming.by).toBe('name');
  });

  it('meets the rule of the moment when the answer is late', async () => {
    const { crm, desk, happenings, view } = withCrm();
    desk.setPolicy({ crm: false });
    crm.asked[0]?.answer({ name: 'Ana Silva' });
    await settled();
    expect(view().naming).toEqual({ by: 'phone', text: '+15550100' });
    expect(JSON.stringify([happenings, desk.chats$.value])).not.toContain('Silva');
  });

  it.each(['whatsapp', 'sms', 'pigeon'])('keeps the name out of everything told on %s', async (channel) => {
    const chat = aChat({ channel, endUser: { ...someone, name: 'Ana Silva' } });
    const { connector, crm, desk, happenings } = withCrm({ chats: [chat] });
    crm.asked[0]?.answer({ name: 'Ana Silva', attributes: { account: 'Silva-7', tier: 'gold' } });
    await settled();
    const accepted = desk.accept('chat-1');
    connector.call('accept').resolve();
    await accepted;
    const log: unknown[] = [];
    desk.log$.subscribe((entry) => void log.push(entry));
    expect(JSON.stringify([happenings, log, desk.chats$.value, desk.chat('chat-1').view$.value])).not.toContain(
      'Silva',
    );
    expect(desk.chats$.value[0]?.naming).toEqual({ by: 'phone', text: '+15550100' });
  });

  it("keeps the back end's own values where the CRM has none, and adds the attributes", async () => {
    const { connector, crm, desk, told } = withCrm({
      chats: [aChat({ endUser: { ...someone, name: 'Ana', attributes: { case: '7', tier: 'tin' } } })],
    });
    crm.asked[0]?.answer({ attributes: { tier: 'gold' } });
    await settled();
    const accepted = desk.accept('chat-1');
    connector.call('accept').resolve();
    await accepted;
    expect(told('chat-accepted')[0]?.detail.endUser).toEqual({
      id: 'person-1',
      name: 'Ana',
      phone: '+15550100',
      attributes: { case: '7', tier: 'gold' },
    });
  });

  it('tells a CRM that fails as an error, without what it said', async () => {
    const { crm, told, view } = withCrm();
    crm.asked[0]?.refuse(new Error('Ana Silva is not here'));
    await settled();
    expect(told('chat-error')).toMatchObject([{ chatId: 'chat-1', detail: { code: 'crm-failed' } }]);
    expect(JSON.stringify(told('chat-error'))).not.toContain('Silva');
    expect(view().naming.by).toBe('phone');
  });

  it('lives with a CRM that throws, or answers nonsense', async () => {
    const { desk, told, view } = setup({
      chats: [aChat({ endUser: someone })],
      desk: {
        policy: { crm: true },
        crm: {
          find: () => {
            throw new Error('no');
          },
        },
      },
    });
    await settled();
    expect(told('chat-error')).toHaveLength(1);
    desk.setCrm({ find: async () => ({ name: 7, phone: null, attributes: 'x' }) as never });
    await settled();
    expect(view().naming).toEqual({ by: 'phone', text: '+15550100' });
  });

  it('keeps what the back end knows where a CRM leaves it blank', async () => {
    const { crm, view } = withCrm({ chats: [aChat({ endUser: { id: 'person-1', name: 'Ana Silva' } })] });
    crm.asked[0]?.answer({ name: ' ', phone: '' });
    await settled();
    expect(view().naming).toEqual({ by: 'name', text: 'Ana Silva' });
  });

  it('asks another CRM anew, and forgets what the one before says', async () => {
    const { crm, desk, view } = withCrm();
    const other = fakeCrm();
    desk.setCrm(other);
    other.asked[0]?.answer({ name: 'New Name' });
    await settled();
    crm.asked[0]?.answer({ name: 'Old Name' });
    await settled();
    expect(view().naming).toEqual({ by: 'name', text: 'New Name' });
    desk.setCrm(undefined);
    expect(view().naming).toEqual({ by: 'phone', text: '+15550100' });
  });
});
