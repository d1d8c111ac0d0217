import { expect } from '@open-wc/testing';
import type { ChatConnector, RefusalCode } from '../../../src/core/index.js';
import { dump, inCentre, refusal, words, type Agent, type Scene } from './support.js';

type Try = (connector: ChatConnector, id: string) => Promise<unknown>;

const tries: Readonly<Record<string, Try>> = {
  accept: (connector, id) => connector.accept(id),
  send: (connector, id) => connector.send(id, words('Hello')),
  end: (connector, id) => connector.end(id),
  submit: (connector, id) => connector.submitWrapUp(id, {}, 'agent'),
  done: (connector, id) => connector.done(id),
};

/** Brings a chat of `agent` into a state, the legal way. */
const bring: Readonly<Record<string, (agent: Agent, id: string, leave: () => Promise<void>) => Promise<void>>> = {
  waiting: async () => undefined,
  withdrawn: (_agent, _id, leave) => leave(),
  active: ({ connector }, id) => connector.accept(id),
  left: async ({ connector }, id, leave) => {
    await connector.accept(id);
    await leave();
  },
  'wrap-up': async ({ connector }, id) => {
    await connector.accept(id);
    await connector.end(id);
  },
  done: async ({ connector }, id) => {
    await connector.accept(id);
    await connector.end(id);
    await connector.submitWrapUp(id, {}, 'agent');
    await connector.done(id);
  },
};

/** What each state refuses its own agent, and how; what is not named is allowed, or changes nothing. */
const refused: Readonly<Record<string, Readonly<Record<string, RefusalCode>>>> = {
  waiting: { send: 'not-allowed', end: 'not-allowed', submit: 'not-allowed', done: 'not-allowed' },
  withdrawn: { accept: 'gone', send: 'not-allowed', end: 'not-allowed', submit: 'not-allowed', done: 'not-allowed' },
  active: { submit: 'not-allowed', done: 'not-allowed' },
  left: { submit: 'not-allowed', done: 'not-allowed' },
  'wrap-up': { send: 'gone', done: 'not-allowed' },
  done: { accept: 'gone', send: 'gone' },
};

const inState = async ({ agent, endUser }: Scene, state: string) => {
  const one = agent();
  const customer = endUser();
  await customer.send('Hello');
  const { id } = await one.request();
  await bring[state]?.(one, id, () => customer.leave());
  return { one, id };
};

describe('what a local contact centre refuses', () => {
  for (const [state, codes] of Object.entries(refused)) {
    for (const [name, code] of Object.entries(codes)) {
      it(
        `"${name}" in state "${state}" is refused as ${code}, and changes nothing`,
        inCentre(async (scene) => {
          const { one, id } = await inState(scene, state);
          const before = await dump(scene.name);
          const error = await refusal(tries[name]?.(one.connector, id) ?? Promise.resolve());
          expect(error.name).to.equal('ConnectorError');
          expect(error.code).to.equal(code);
          expect(error.message).to.contain(id);
          expect(await dump(scene.name)).to.deep.equal(before);
        }),
      );
    }
  }

  for (const [name, code] of Object.entries({
    accept: 'taken',
    send: 'not-allowed',
    end: 'not-allowed',
    submit: 'not-allowed',
    done: 'not-allowed',
  })) {
    it(
      `"${name}" on another agent's chat is refused as ${code}, and changes nothing`,
      inCentre(async (scene) => {
        const { id } = await inState(scene, 'active');
        const other = scene.agent('agent-2');
        const before = await dump(scene.name);
        expect((await refusal(tries[name]?.(other.connector, id) ?? Promise.resolve())).code).to.equal(code);
        expect(await dump(scene.name)).to.deep.equal(before);
      }),
    );

    it(
      `"${name}" on a chat that is not there is refused as gone`,
      inCentre(async ({ agent }) => {
        expect((await refusal(tries[name]?.(agent().connector, 'nowhere') ?? Promise.resolve())).code).to.equal('gone');
      }),
    );
  }

  it(
    'ends a chat once, however often and from wherever it is asked',
    inCentre(async (scene) => {
      const { one, id } = await inState(scene, 'active');
      const two = scene.agent();
      await two.hears('snapshot');
      await Promise.all([one.connector.end(id), two.connector.end(id), one.connector.end(id)]);
      await two.hears('ended');
      expect([one.of('ended').length, two.of('ended').length]).to.deep.equal([1, 1]);
    }),
  );

  it(
    'keeps the first submission of a wrap-up',
    inCentre(async (scene) => {
      const { one, id } = await inState(scene, 'wrap-up');
      await one.connector.submitWrapUp(id, { notes: 'First' }, 'agent');
      await one.connector.submitWrapUp(id, { notes: 'Second' }, 'timeout');
      expect(one.of('wrap-up-submitted')).to.deep.equal([
        { type: 'wrap-up-submitted', chatId: id, values: { notes: 'First' }, reason: 'agent' },
      ]);
    }),
  );

  it(
    'takes no message without words or without an id',
    inCentre(async (scene) => {
      const { one, id } = await inState(scene, 'active');
      expect((await refusal(one.connector.send(id, words(' \n ')))).code).to.equal('invalid');
      expect((await refusal(one.connector.send(id, words('Hello', '')))).code).to.equal('invalid');
      expect((await refusal(scene.endUser().send('\t'))).code).to.equal('invalid');
    }),
  );

  it(
    'takes a message for an end user who has just left: they may come back',
    inCentre(async (scene) => {
      const { one, id } = await inState(scene, 'left');
      expect((await one.connector.send(id, words('Still there?'))).seq).to.equal(2);
    }),
  );
});
