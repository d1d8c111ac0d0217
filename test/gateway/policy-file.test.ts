import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import {
  abilitiesOf,
  dispositionsOf,
  fixedPolicy,
  openPolicyFile,
  readPolicy,
  type CentrePolicy,
} from '../../gateway/src/policy-file.js';
import { message, setup } from './support/setup.js';

const GOOD: CentrePolicy = {
  policy: { crm: true, response: { target: 120 }, queues: { billing: { response: { target: 60 } } } },
  limit: 3,
  dispositions: {
    default: [{ id: 'other', name: 'Other' }],
    queues: { billing: [{ id: 'b', name: 'Billing', children: [{ id: 'b/r', name: 'Refund' }] }] },
  },
  channels: { sms: { typing: false } },
};

describe('a policy file', () => {
  it('is read as it is', () => {
    expect(readPolicy(JSON.stringify(GOOD))).toEqual(GOOD);
    expect(readPolicy('{}')).toEqual({});
  });

  it.each([
    ['no JSON', '{', 'The policy is no JSON'],
    ['an unknown field', { colour: 1 }, '/colour is not known'],
    ['an unknown field of the policy', { policy: { colour: 1 } }, '/policy/colour is not known'],
    ['a limit of none', { limit: 0 }, '/limit must be'],
    ['a bad rule', { policy: { wrapUp: { notes: 'sometimes' } } }, '/policy/wrapUp/notes must be'],
    ['a bad queue', { policy: { queues: { q: { typing: 'loud' } } } }, '/policy/queues/q/typing must be'],
    ['a disposition without a name', { dispositions: { default: [{ id: 'a' }] } }, '/dispositions/default/0/name'],
    ['a policy longer than a frame', { dispositions: { default: tree(900) } }, '/dispositions/default is longer'],
  ])('is refused by the place of what is wrong: %s', (_what, data, words) => {
    expect(() => readPolicy(typeof data === 'string' ? data : JSON.stringify(data))).toThrow(words);
  });

  it('says what channels can do, and what queues offer, with full paths', () => {
    expect(abilitiesOf(GOOD, 'sms')).toEqual({ typing: false });
    expect(abilitiesOf(GOOD, '__proto__')).toEqual({});
    expect(abilitiesOf({ channels: { default: { left: false } } }, 'web')).toEqual({ left: false });
    expect(dispositionsOf(GOOD, 'billing')?.[0]?.children?.[0]?.full_path).toBe('Billing › Refund');
    expect(dispositionsOf(GOOD, 'sales')?.[0]?.full_path).toBe('Other');
    expect(dispositionsOf({}, 'sales')).toBeUndefined();
  });

  it('is read again when it changes, however it is replaced; a bad one changes nothing and is told by its place', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'agent-chat-policy-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const file = join(folder, 'policy.json');
    writeFileSync(file, JSON.stringify(GOOD));
    const troubles: string[] = [];
    const source = openPolicyFile(file, { lookEvery: 20, onTrouble: (error) => void troubles.push(String(error)) });
    onTestFinished(() => source.close());
    const { agent, endUser } = await setup({ policy: source });
    const ada = await agent('ada');
    expect(ada.all('welcome')[0]).toMatchObject({ policy: GOOD.policy, abilities: GOOD.channels });
    expect(await ada.ask({ type: 'dispositions', queue: 'billing' })).toMatchObject({
      dispositions: [{ id: 'b', full_path: 'Billing' }],
    });

    writeFileSync(file, JSON.stringify({ limit: 'many' }));
    await expect.poll(() => troubles.join()).toContain('/limit must be');
    expect(source.value).toEqual(GOOD);

    const next = join(folder, 'next.json');
    writeFileSync(next, JSON.stringify({ policy: { crm: false }, limit: 1 }));
    renameSync(next, file);
    expect((await ada.heard('policy')).policy).toEqual({ crm: false });

    // The limit of that very moment counts.
    const ids: string[] = [];
    for (const name of ['nadia', 'omar']) {
      await (await endUser(name)).ask({ type: 'write', message: message('Hello') });
      ids.push((await ada.heard('chat', ({ chat }) => chat.endUser.id === name)).chat.id);
    }
    expect((await ada.ask({ type: 'accept', chatId: ids[0] })).type).toBe('ok');
    expect(await ada.ask({ type: 'accept', chatId: ids[1] })).toMatchObject({ type: 'refused', code: 'not-allowed' });
  });

  it('limits an agent’s open chats, by two tabs at two gateways at once too', async () => {
    const { agent, endUser, another } = await setup({ policy: fixedPolicy({ limit: 2 }) });
    const other = await another();
    const tabs = [await agent('ada'), await agent('ada', { at: other })];
    const ids: string[] = [];
    for (const name of ['a', 'b', 'c', 'd']) {
      await (await endUser(name)).ask({ type: 'write', message: message('Hello') });
      ids.push((await tabs[0]!.heard('chat', ({ chat }) => chat.endUser.id === name)).chat.id);
    }
    const answers = await Promise.all(ids.map((chatId, index) => tabs[index % 2]!.ask({ type: 'accept', chatId })));
    expect(answers.filter(({ type }) => type === 'ok')).toHaveLength(2);
    expect(answers.filter((it) => it.type === 'refused' && it.code === 'not-allowed')).toHaveLength(2);
  });
});

function tree(size: number): object[] {
  return Array.from({ length: size }, (_, index) => ({
    id: `id-${index}`,
    name: 'A name that is rather long: '.repeat(3),
  }));
}
