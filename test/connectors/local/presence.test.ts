import { expect } from '@open-wc/testing';
import { inCentre, until, type Scene } from './support.js';

/** Until the watcher of an end user who is gone has begun to count the grace. */
const graceRuns = ({ clock }: Scene): Promise<void> => until(() => clock.pending > 0, 'nobody counts the grace');

const watched = async (scene: Scene) => {
  const one = scene.agent();
  const customer = scene.endUser({ id: 'ana', presence: true });
  await customer.send('Hello');
  const { id } = await one.request();
  await one.connector.accept(id);
  return { one, customer, id };
};

describe('the presence of an end user whose page may go away', () => {
  it(
    'means having left when nobody is back within three seconds, told once',
    inCentre(async (scene) => {
      const { one, customer, id } = await watched(scene);
      const second = scene.agent();
      await second.hears('snapshot');
      customer.close();
      await until(() => scene.clock.pending === 2);
      scene.clock.advance(2999);
      expect(scene.clock.pending, 'agents that still wait').to.equal(2);
      scene.clock.advance(1);
      await one.hears('left');
      await second.hears('left');
      await one.connector.end(id);
      expect(one.of('left')).to.deep.equal([{ type: 'left', chatId: id, time: scene.clock.now() }]);
      expect(second.of('left')).to.have.length(1);
    }),
  );

  it(
    'is not lost by a reload',
    inCentre(async (scene) => {
      const { one, customer } = await watched(scene);
      customer.close();
      await graceRuns(scene);
      scene.clock.advance(2000);
      const again = scene.endUser({ id: 'ana', presence: true });
      await again.ready;
      scene.clock.advance(2000);
      await again.send('Still here');
      await one.hears('messages', ({ messages }) => messages[0]?.text === 'Still here');
      expect([...one.of('left'), ...one.of('returned')]).to.deep.equal([]);
      // And it is watched on: going away later is noticed.
      again.close();
      await graceRuns(scene);
      scene.clock.advance(3000);
      await one.hears('left');
    }),
  );

  it(
    'is there as long as one of two tabs of the same end user is',
    inCentre(async (scene) => {
      const { one, customer } = await watched(scene);
      const twin = scene.endUser({ id: 'ana', presence: true });
      await twin.ready;
      customer.close();
      scene.clock.advance(10_000);
      await twin.send('I am the twin');
      await one.hears('messages', ({ messages }) => messages[0]?.text === 'I am the twin');
      expect(one.of('left')).to.deep.equal([]);
    }),
  );

  it(
    'comes back by itself when the page is opened again later',
    inCentre(async (scene) => {
      const { one, customer } = await watched(scene);
      customer.close();
      await graceRuns(scene);
      scene.clock.advance(3000);
      await one.hears('left');
      const again = scene.endUser({ id: 'ana', presence: true });
      await again.ready;
      expect(again.value.state).to.equal('active');
      await one.hears('returned');
    }),
  );

  it(
    'does not come back by itself for who left on purpose',
    inCentre(async (scene) => {
      const { one, customer } = await watched(scene);
      await customer.leave();
      customer.close();
      const again = scene.endUser({ id: 'ana', presence: true });
      await again.ready;
      expect(again.value.state).to.equal('left');
      expect(one.of('returned')).to.deep.equal([]);
    }),
  );

  it(
    'withdraws a waiting request, and asks for it anew when the page is opened again',
    inCentre(async (scene) => {
      const one = scene.agent();
      const customer = scene.endUser({ id: 'ana', presence: true });
      await customer.send('Hello');
      const { id } = await one.request();
      customer.close();
      await graceRuns(scene);
      scene.clock.advance(3000);
      expect((await one.hears('withdrawn')).reason).to.equal('end-user-left');
      const again = scene.endUser({ id: 'ana', presence: true });
      await again.ready;
      const { chat } = await one.hears('chat', (event) => event.chat.id !== id);
      expect(chat.waiting).to.equal(1);
    }),
  );

  it(
    'is noticed by an agent whose page was not open when the end user went',
    inCentre(async (scene) => {
      const { one, customer } = await watched(scene);
      one.close();
      customer.close();
      const back = scene.agent();
      await graceRuns(scene);
      scene.clock.advance(3000);
      await back.hears('left');
    }),
  );

  it(
    'is not asked of end users without a page of their own',
    inCentre(async (scene) => {
      const one = scene.agent();
      const tape = scene.endUser();
      await tape.send('Hello');
      await one.connector.accept((await one.request()).id);
      tape.close();
      const { held = [], pending = [] } = await navigator.locks.query();
      expect([...held, ...pending].filter(({ name }) => name?.includes(scene.name))).to.deep.equal([]);
      expect(scene.clock.pending).to.equal(0);
    }),
  );
});
