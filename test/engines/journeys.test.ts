import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { engines, type Engine } from './support/engines.js';
import { byKeyboard, byMouse } from './support/hands.js';
import { startShift, write, type Shift } from './support/shift.js';
import { eventually, type Tab } from './support/tab.js';
import { ENGLISH, FRENCH } from './support/words.js';

/** Also what has no name. */
const ANY = /(?:)/;

/** The pane's timer: its urgency and what it shows. */
const timerOf = async (agent: Tab): Promise<readonly [urgency: string | null, text: string | null]> => [
  await agent.property<string>('chat-pane', 'response-timer', 'urgency'),
  await agent.read('timer', /\d/, 'chat-pane'),
];

/** A customer has written, and an agent has answered. */
const conversation = async (shift: Shift, query = '') => {
  const customer = await shift.customer();
  await write(customer, 'My order 8841 is late.');
  const agent = await shift.agent(query);
  await agent.click('button', ENGLISH.open);
  await agent.click('button', 'New chat, 1 message, web');
  await agent.sees('listitem', /8841/, undefined, 'chat-pane');
  return { agent, customer };
};

describe.each(engines)('in %s', (_name, start) => {
  let engine: Engine;
  let shift: Shift | undefined;
  beforeAll(async () => void (engine = await start()));
  afterEach(async () => {
    const ended = shift;
    shift = undefined;
    await ended?.end();
  });
  afterAll(() => engine.close());
  const begin = async (over?: 'network') => (shift = await startShift(engine, over));

  it.each([
    ['English, by mouse', ENGLISH, byMouse],
    ['French, by keyboard', FRENCH, byKeyboard],
  ] as const)('an agent’s day in %s: from a waiting request to Done', async (_day, words, handOf) => {
    const { clocks, ...pages } = await begin();
    const customer = await pages.customer();
    await write(customer, 'Hello?', 'My order 8841 is late.', 'It should have come on Friday.');
    const agent = await pages.agent(words.query);
    const hand = handOf(agent);

    await hand.activate(words.open);
    await hand.activate(words.newChat);
    await agent.sees('button', /^Ana Silva, web/);
    await agent.sees('button', words.newChat, 0);
    await agent.sees('chat-indicator', ANY, 1);
    await hand.fill(words.field, 'Good afternoon, let me look that up.');
    await hand.activate(words.send);
    await customer.sees('listitem', 'Good afternoon, let me look that up.');
    await eventually(() => agent.property('chat-pane', 'response-timer', 'since'), null);

    await customer.click('textbox', 'Message');
    await customer.type('It is blue');
    await agent.sees('text', 'It is blue', undefined, 'typing-indicator');
    await agent.sees('figcaption', new RegExp(`^${words.preview}`, 'u'));
    await customer.press('Enter');
    await agent.sees('listitem', /It is blue/, undefined, 'chat-pane');

    const since = (await agent.property<number>('chat-pane', 'response-timer', 'since'))!;
    await clocks.freeze();
    for (const [elapsed, urgency, text] of [
      [74, 'on-time', '1:14'],
      [75, 'soon', '1:15'],
      [105, 'soon', '1:45'],
      [106, 'urgent', '1:46'],
      [120, 'missed', '2:00'],
    ] as const) {
      await clocks.advanceTo(since + elapsed * 1000);
      await eventually(() => timerOf(agent), [urgency, text]);
    }
    await clocks.resume();

    await hand.fill(words.field, 'Blue, yes.');
    await hand.activate(words.send);
    await customer.sees('listitem', 'Blue, yes.');
    await eventually(() => agent.property('chat-pane', 'response-timer', 'since'), null);
    await customer.click('button', 'Leave');
    await agent.sees('button', words.left);
    await agent.sees('channel-icon[left]', ANY);

    await hand.activate(words.end, 'before');
    await agent.sees('dialog', words.title);
    await hand.activate(words.confirm);
    await agent.sees('heading', words.wrapUp);
    await hand.choose(/^(Disposition|Choose|Choisi)/);
    await hand.fill(/^Notes/, 'Order 8841 late.');
    await hand.activate(words.summary);
    await eventually(
      () => agent.read('textbox', /^Notes/),
      expect.stringMatching(/^Order 8841 late\.[^]*8841 is late/),
    );
    await hand.activate(words.submit);
    await hand.activate(words.done);
    await eventually(() => agent.property('chat-adapter', 'chat-indicator', 'state'), null);
  });

  it('a reload keeps the conversation, the draft and what is begun of a closing form', async () => {
    const { agent } = await conversation(await begin());
    await agent.click('textbox', ENGLISH.field);
    await agent.type('I am looking in');
    await agent.reload();
    await agent.click('button', ENGLISH.open);
    await eventually(() => agent.read('textbox', ENGLISH.field), 'I am looking in');
    await agent.sees('listitem', /8841/, undefined, 'chat-pane');
    await agent.click('textbox', ENGLISH.field);
    await agent.press('End');
    await agent.type('to it.');
    await agent.press('Enter');
    await agent.sees('listitem', /I am looking into it\./, undefined, 'chat-pane');
    await agent.click('button', ENGLISH.end);
    await agent.click('button', ENGLISH.confirm);
    await agent.click('textbox', /^Notes/);
    await agent.type('Half a not');
    await agent.reload();
    await agent.click('button', ENGLISH.open);
    await eventually(() => agent.read('textbox', /^Notes/), 'Half a not');
  });

  it('of two agents who answer one request, one has it and the other is told', async () => {
    const pages = await begin();
    const customer = await pages.customer();
    const agents = [await pages.agent(), await pages.agent()] as const;
    for (const agent of agents) await agent.click('button', ENGLISH.open);
    await write(customer, 'Hello?');
    for (const agent of agents) await agent.sees('button', 'New chat, 1 message, web');
    await Promise.all(agents.map((agent) => agent.evaluate(`journey.press('button', '^New chat')`)));
    const ends: string[] = [];
    for (const agent of agents) {
      await agent.sees('button', /^New chat/, 0);
      ends.push((await agent.property<string>('chat-adapter', 'chat-indicator', 'state')) ?? 'told');
    }
    expect(ends.sort()).toEqual(['active', 'told']);
  });

  it('over a gateway a chat goes its whole way, and a reload of both pages in the middle loses nothing', async () => {
    const { agent, customer } = await conversation(await begin('network'));
    await agent.click('textbox', ENGLISH.field);
    await agent.type('Let me look.');
    await customer.sees('text', 'The agent is typing…');
    await agent.press('Enter');
    await customer.sees('listitem', 'Let me look.');
    await customer.type('Thank you, I');
    await agent.sees('text', 'Thank you, I', undefined, 'typing-indicator');
    await customer.press('Enter');
    await agent.sees('listitem', /Thank you, I/, undefined, 'chat-pane');

    await Promise.all([agent.reload(), customer.reload()]);
    await agent.click('button', ENGLISH.open);
    await customer.sees('listitem', 'Let me look.', 1);
    await write(customer, 'Still here.');
    await agent.sees('listitem', /Still here\./, 1, 'chat-pane');
    await agent.sees('listitem', /Let me look\./, 1, 'chat-pane');

    await customer.click('button', 'Leave');
    await agent.sees('button', ENGLISH.left);
    await customer.click('button', 'Come back');
    await agent.sees('button', ENGLISH.left, 0);
    await agent.click('button', ENGLISH.end);
    await agent.click('button', ENGLISH.confirm);
    await customer.sees('status', /^The chat has ended/);
    await agent.click('button', ENGLISH.submit);
    await agent.click('button', ENGLISH.done);
    await eventually(() => agent.property('chat-adapter', 'chat-indicator', 'state'), null);
  });
});
