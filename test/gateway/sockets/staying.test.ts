import { describe, expect, it } from 'vitest';
import { connect } from '../support/client.js';
import { message, NOW, setup } from '../support/setup.js';

const texts = (messages: readonly { readonly text: string }[] = []): readonly string[] =>
  messages.map(({ text }) => text);

describe('coming back', () => {
  it('with cursors, a desk is told what came after them', async () => {
    const { chat, agent } = await setup();
    const { ada, nadia, chatId } = await chat();
    ada.cut();
    await nadia.ask({ type: 'write', message: message('While you were away') });
    const again = await agent('ada', { cursors: { [chatId]: 1 } });
    const [snapshot] = again.all('snapshot');
    expect(snapshot).toMatchObject({ resumed: true, last: true });
    expect(texts(snapshot?.messages[chatId])).toEqual(['While you were away']);
  });

  it('without cursors, or asked to, everything is told', async () => {
    const { chat } = await setup();
    const { ada, nadia, chatId } = await chat();
    await nadia.ask({ type: 'write', message: message('More') });
    ada.send({ type: 'refetch' });
    const snapshot = await ada.heard('snapshot');
    expect(snapshot.resumed).toBe(false);
    expect(texts(snapshot.messages[chatId])).toEqual(['Hello', 'More']);
    await nadia.ask({ type: 'write', message: message('After') });
    expect(texts((await ada.heard('messages', ({ messages }) => messages[0]?.seq === 3)).messages)).toEqual(['After']);
  });

  it('with a cursor of a history that was lost, everything is told', async () => {
    const { chat, agent } = await setup();
    const { chatId } = await chat();
    const again = await agent('ada', { cursors: { [chatId]: 99, other: 3 } });
    expect(again.all('snapshot')[0]?.resumed).toBe(false);
    expect(again.all('snapshot')[0]?.messages[chatId]).toHaveLength(1);
  });

  it('an end user is told what came after their cursor', async () => {
    const { chat, endUser } = await setup();
    const { ada, nadia, chatId } = await chat();
    nadia.cut();
    await ada.ask({ type: 'send', chatId, message: message('Still here?') });
    const again = await endUser('nadia', { cursors: { [chatId]: 1 } });
    expect(again.all('conversation')[0]).toMatchObject({ chatId, state: 'active' });
    expect(texts(again.all('conversation')[0]?.messages)).toEqual(['Still here?']);
  });

  it('to another gateway finds everything there', async () => {
    const { chat, agent, another, endUser } = await setup();
    const { ada, nadia, chatId } = await chat();
    const other = await another();
    const again = await agent('ada', { cursors: { [chatId]: 1 }, at: other });
    await nadia.ask({ type: 'write', message: message('Over there') });
    expect(texts((await again.heard('messages')).messages)).toEqual(['Over there']);
    const there = await endUser('nadia', { at: other, cursors: { [chatId]: 2 } });
    await ada.ask({ type: 'send', chatId, message: message('Both') });
    await there.heard('conversation', ({ messages }) => texts(messages)[0] === 'Both');
  });
});

describe('who connects while things happen', () => {
  it.each([
    ['an agent', 'ofAgent'],
    ['an end user', 'latestOf'],
  ] as const)('hears what was written after they read and before they were told: %s', async (who, call) => {
    const { chat, another, agentToken, endUserToken } = await setup();
    const { ada, nadia, chatId } = await chat();
    const other = await another();
    const token = await (who === 'an agent' ? agentToken('ada') : endUserToken('nadia'));
    const release = other.engine.hold(call);
    const tab = await connect(other.url, { token });
    await expect.poll(() => other.engine.calls.get(call)).toBe(1);
    await ada.ask({ type: 'send', chatId, message: message('Meanwhile') });
    await nadia.settled();
    release();
    await expect.poll(() => JSON.stringify(tab.frames)).toContain('Meanwhile');
  });

  it('misses nothing between what they read and what they hear', async () => {
    const { chat, agent, endUser, another } = await setup({ limits: { framesPerSecond: 1e5, burst: 1e5 } });
    const { nadia, chatId } = await chat();
    const other = await another();
    let written = 1;
    let going = true;
    const writing = (async () => {
      while (going) {
        await nadia.ask({ type: 'write', message: message('More') });
        written += 1;
      }
    })();
    const tabs = [];
    for (let count = 0; count < 20; count += 1) {
      const at = count % 2 === 0 ? { at: other } : {};
      tabs.push(await agent('ada', at), await endUser('nadia', at));
    }
    going = false;
    await writing;
    for (const tab of tabs) {
      const seqs = (): readonly number[] =>
        tab.frames
          .flatMap((frame) => {
            if (frame.type === 'snapshot') return frame.messages[chatId] ?? [];
            return frame.type === 'messages' || frame.type === 'conversation' ? frame.messages : [];
          })
          .map(({ seq }) => seq);
      await expect.poll(() => seqs().at(-1)).toBe(written);
      expect(seqs()).toEqual(Array.from({ length: written }, (_, index) => index + 1));
    }
  });
});

describe('the engine', () => {
  it('is asked once for a message, and by another gateway only where that concerns somebody there', async () => {
    const { chat, engine, another, agent } = await setup();
    const other = await another();
    const ben = await agent('ben', { at: other });
    const { ada, nadia, chatId } = await chat();
    await ben.heard('withdrawn');
    const engines = [engine, other.engine];
    const before = engines.map(({ calls }) => new Map(calls));
    await ada.ask({ type: 'send', chatId, message: message('One') });
    await nadia.ask({ type: 'write', message: message('Two') });
    await ben.settled();
    const calls = engines.map((it, index) =>
      [...it.calls].flatMap(([name, count]) => Array<string>(count - (before[index]!.get(name) ?? 0)).fill(name)),
    );
    expect(calls).toEqual([['commit', 'commit'], []]);
  });
});

describe('frames', () => {
  it('are never longer than a frame may be, however long a conversation is', async () => {
    const { chat, agent, endUser, clock } = await setup();
    const { ada, nadia, chatId } = await chat();
    // The worst text: each unit takes six bytes as JSON.
    const text = '\u0001'.repeat(7999) + 'x';
    for (let count = 0; count < 12; count += 1) {
      clock.advance(1000);
      expect((await nadia.ask({ type: 'write', message: message(text) })).type).toBe('ok');
    }
    for (let count = 0; count < 100; count += 1) {
      clock.advance(1000);
      await ada.ask({ type: 'send', chatId, message: message('x'.repeat(2000)) });
    }
    const tab = await agent('ada');
    const page = await endUser('nadia');
    await page.settled();
    const answer = await tab.ask({ type: 'history', chatId, after: 0 });
    for (const frame of [...tab.frames, ...page.frames])
      expect(Buffer.byteLength(JSON.stringify(frame))).toBeLessThanOrEqual(65_536);
    const parts = tab.all('snapshot');
    expect(parts.map(({ last }) => last)).toEqual([...parts.slice(1).map(() => false), true]);
    const told = parts.flatMap(({ messages }) => messages[chatId] ?? []);
    expect(told.map(({ seq }) => seq)).toEqual(Array.from({ length: 113 }, (_, index) => index + 1));
    expect(page.all('conversation').flatMap(({ messages }) => messages)).toEqual(told);
    expect(answer).toMatchObject({ type: 'ok', more: true });
  });
});

describe('history', () => {
  it('brings what is asked for, and whether there is more', async () => {
    const { chat } = await setup();
    const { ada, chatId } = await chat();
    for (const text of ['b', 'c', 'd']) await ada.ask({ type: 'send', chatId, message: message(text) });
    const ask = async (range: object): Promise<unknown> => {
      const answer = await ada.ask({ type: 'history', chatId, ...range });
      return answer.type === 'ok' && [texts(answer.messages).join(''), answer.more];
    };
    expect(await ask({ after: 0 })).toEqual(['Hellobcd', false]);
    expect(await ask({ after: 1, upTo: 3 })).toEqual(['bc', false]);
    expect(await ask({ after: 4 })).toEqual(['', false]);
    expect(await ask({ after: 9, upTo: 3 })).toEqual(['', false]);
  });
});

describe('an engine that fails', () => {
  it('before a commit is asked again, and the message is kept once', async () => {
    const { chat, engine, clock } = await setup();
    const { ada, chatId } = await chat();
    engine.fail('before', 2);
    const answer = ada.ask({ type: 'send', chatId, message: message('Held up') });
    for (let turn = 0; turn < 20; turn += 1) {
      await clock.advanceAsync(100);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    expect(await answer).toMatchObject({ type: 'ok', message: { seq: 2 } });
  });

  it('after a commit is asked what became of it, and the message is kept once', async () => {
    const { chat, engine, clock } = await setup();
    const { ada, nadia, chatId } = await chat();
    engine.fail('after', 1);
    const answer = ada.ask({ type: 'send', chatId, message: message('Kept already') });
    for (let turn = 0; turn < 10; turn += 1) {
      await clock.advanceAsync(100);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    expect(await answer).toMatchObject({ type: 'ok', message: { seq: 2 } });
    await nadia.settled();
    expect(nadia.all('conversation').flatMap(({ messages }) => messages)).toHaveLength(1);
  });

  it('for too long closes the socket without an answer, since nobody knows it', async () => {
    const { chat, engine, clock } = await setup({ patience: 1000 });
    const { ada, chatId } = await chat();
    engine.fail('before', Infinity);
    ada.send({ type: 'send', id: 'r', chatId, message: message('Lost?') });
    let closed = false;
    void ada.closed.then(() => (closed = true));
    while (!closed) {
      await clock.advanceAsync(100);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    expect((await ada.closed).code).toBe(1011);
    expect(ada.all('refused')).toEqual([]);
  });

  it('to tell of commits is made up for when it says so', async () => {
    const { chat, another, agent, engine, endUser } = await setup();
    const { ada, nadia, chatId } = await chat();
    const other = await another();
    const tab = await agent('ada', { at: other });
    const ben = await agent('ben', { at: other });
    engine.mute();
    await nadia.ask({ type: 'write', message: message('Unheard') });
    const omar = await endUser('omar');
    await omar.ask({ type: 'write', message: message('Unheard, too') });
    await ada.ask({ type: 'end', chatId });
    await tab.settled();
    expect(tab.all('messages')).toEqual([]);
    engine.missed();
    expect(texts((await tab.heard('messages')).messages)).toEqual(['Unheard']);
    await tab.heard('ended');
    expect((await ben.heard('chat')).chat.endUser.id).toBe('omar');
  });
});

describe('silence', () => {
  it('for three heartbeats closes a socket, and any frame counts as life', async () => {
    const { agent, clock } = await setup({ heartbeat: 20 });
    const ada = await agent('ada', { dead: true });
    const ben = await agent('ben', { dead: true });
    clock.advance(59_000);
    await ben.settled();
    clock.advance(2000);
    expect((await ada.closed).code).toBe(1001);
    expect(ben.isOpen).toBe(true);
    expect(ben.all('pong').at(-1)?.serverTime).toBe(NOW + 59_000);
  });

  it('of a page whose timers sleep closes nothing while its browser answers', async () => {
    const { agent, clock } = await setup({ heartbeat: 20 });
    const hidden = await agent('ada');
    const other = await agent('ben');
    for (let step = 0; step < 20; step += 1) {
      clock.advance(10_000);
      await other.settled();
    }
    expect(hidden.isOpen).toBe(true);
  });
});

describe('an end user whose sockets go', () => {
  it('has left after a while, not sooner, and is back when they are', async () => {
    const { chat, clock, endUser } = await setup({ grace: 10_000 });
    const { ada, nadia, chatId } = await chat();
    nadia.cut();
    await ada.settled();
    await clock.advanceAsync(9000);
    await ada.settled();
    expect(ada.all('left')).toEqual([]);
    await clock.advanceAsync(1000);
    expect(await ada.heard('left')).toMatchObject({ chatId });
    const again = await endUser('nadia');
    await ada.heard('returned');
    expect(again.all('conversation').at(-1)?.state).toBe('active');
  });

  it('stays, when they come back in time, or have another tab, or another gateway', async () => {
    const { chat, clock, endUser, another } = await setup({ grace: 10_000 });
    const { ada, nadia } = await chat();
    const other = await another();
    nadia.cut();
    await ada.settled();
    await clock.advanceAsync(5000);
    const again = await endUser('nadia');
    const tab = await endUser('nadia');
    await clock.advanceAsync(20_000);
    again.cut();
    await ada.settled();
    await clock.advanceAsync(20_000);
    tab.cut();
    await ada.settled();
    await endUser('nadia', { at: other });
    await ada.settled();
    await clock.advanceAsync(10_000);
    await ada.settled();
    expect(ada.all('left')).toEqual([]);
  });

  it('had left on purpose stays so when they look in again', async () => {
    const { chat, endUser } = await setup();
    const { ada, nadia } = await chat();
    await nadia.ask({ type: 'leave' });
    nadia.close();
    await nadia.closed;
    const again = await endUser('nadia');
    await ada.settled();
    expect(again.all('conversation')[0]?.state).toBe('left');
    expect(ada.all('returned')).toEqual([]);
  });

  it('and whose gateway died has left after two looks of another one', async () => {
    const { chat, clock, another, gateway, agent } = await setup();
    const { nadia, chatId } = await chat();
    const other = await another();
    const ada = await agent('ada', { at: other });
    // A gateway that drains does not take its end users for gone: here they just never come back.
    await gateway.close();
    expect((await nadia.closed).code).toBe(1001);
    const wait = async (): Promise<void> => {
      for (let step = 0; step < 63; step += 1) {
        await clock.advanceAsync(1000);
        if (step % 20 === 0) await ada.settled();
      }
      await ada.settled();
    };
    await wait();
    expect(ada.all('left')).toEqual([]);
    await wait();
    expect(await ada.heard('left')).toMatchObject({ chatId });
  });

  it('of a channel that does not tell of leaving has not left', async () => {
    const policy = { value: { channels: { web: { left: false } } }, subscribe: () => () => {}, close: () => {} };
    const { chat, clock } = await setup({ policy });
    const { ada, nadia } = await chat();
    nadia.cut();
    await ada.settled();
    await clock.advanceAsync(15_000);
    await ada.settled();
    expect(ada.all('left')).toEqual([]);
  });
});

describe('a gateway that drains', () => {
  it('says so, finishes what is under way, closes with 1012, and takes nobody in', async () => {
    const { chat, gateway, clock } = await setup({ notice: 500 });
    const { ada, nadia, chatId } = await chat();
    const drained = gateway.drain();
    expect((await ada.heard('going')).retryAfter).toBeGreaterThanOrEqual(500);
    expect((await fetch(`${gateway.url}/readyz`)).status).toBe(503);
    expect((await fetch(`${gateway.url}/healthz`)).status).toBe(200);
    const answer = ada.ask({ type: 'send', chatId, message: message('Last') });
    await nadia.heard('going');
    expect((await answer).type).toBe('ok');
    await clock.advanceAsync(500);
    expect((await ada.closed).code).toBe(1012);
    expect((await nadia.closed).code).toBe(1012);
    await drained;
    await expect(fetch(`${gateway.url}/healthz`)).rejects.toThrow();
  });
});

describe('a gateway whose port is taken', () => {
  it('says so, and leaves nothing running', async () => {
    const { gateway } = await setup();
    await expect(setup({ port: gateway.port })).rejects.toThrow('EADDRINUSE');
  });
});

describe('what is asked over HTTP', () => {
  it('is answered: alive, ready, figures; anything else is not there', async () => {
    const { gateway, chat, engine } = await setup();
    await chat();
    const get = async (path: string): Promise<readonly [number, string]> => {
      const answer = await fetch(gateway.url + path);
      return [answer.status, await answer.text()];
    };
    expect((await get('/healthz'))[0]).toBe(200);
    expect((await get('/readyz'))[0]).toBe(200);
    engine.fail('before', 1);
    expect((await get('/readyz'))[0]).toBe(503);
    expect((await get('/nothing'))[0]).toBe(404);
    expect((await get('/chat'))[0]).toBe(404);
    const [, figures] = await get('/metrics');
    expect(figures).toMatch(/agent_chat_sockets\{role="agent".*\} 1/u);
    expect(figures).toMatch(/agent_chat_commits_total\{outcome="won".*\} 2/u);
    expect(figures).not.toMatch(/nadia|ada/u);
  });
});
