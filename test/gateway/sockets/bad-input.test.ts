import { describe, expect, it } from 'vitest';
import { issueToken } from '../../../gateway/src/tokens.js';
import { connect } from '../support/client.js';
import { AGENT_SECRET, END_USER_SECRET, message, NOW, setup } from '../support/setup.js';

const HOUR = 3_600_000;

describe('who may not come in', () => {
  it.each([
    ['an origin that is not on the list', { origin: 'https://evil.example' }, 403],
    ['another sub-protocol', { protocol: 'agent-chat.v9' }, 400],
    ['no sub-protocol', { protocol: '' }, 400],
  ])('is refused by HTTP: %s', async (_what, options, status) => {
    const { gateway } = await setup({ origins: ['https://crm.example'] });
    await expect(connect(gateway.url, options)).rejects.toThrow(`HTTP ${status}`);
  });

  it('does not include pages of an origin on the list, nor what is no page', async () => {
    const { gateway } = await setup({ origins: ['https://crm.example'] });
    expect((await connect(gateway.url, { origin: 'https://crm.example' })).isOpen).toBe(true);
    expect((await connect(gateway.url)).isOpen).toBe(true);
  });

  it('by default only lets in pages from where the gateway is', async () => {
    const { gateway } = await setup();
    const own = gateway.url;
    expect((await connect(own, { origin: own })).isOpen).toBe(true);
    await expect(connect(own, { origin: 'https://crm.example' })).rejects.toThrow('HTTP 403');
    await expect(connect(own, { origin: 'null' })).rejects.toThrow('HTTP 403');
  });

  it.each([
    ['no token that is one', async () => 'nonsense', 4401],
    ['a token that has expired', () => issueToken(AGENT_SECRET, { sub: 'ada', role: 'agent' }, NOW - HOUR), 4401],
    [
      'an agent’s token signed by another key',
      () => issueToken(END_USER_SECRET, { sub: 'ada', role: 'agent' }, NOW + HOUR),
      4401,
    ],
    [
      'an end user’s token signed by the agents’ key',
      () => issueToken(AGENT_SECRET, { sub: 'nadia', role: 'end-user', channel: 'web' }, NOW + HOUR),
      4401,
    ],
    [
      'a token without a role',
      () => issueToken(AGENT_SECRET, { sub: 'ada', role: 'admin' as never }, NOW + HOUR),
      4403,
    ],
    [
      'a token without a channel',
      () => issueToken(END_USER_SECRET, { sub: 'nadia', role: 'end-user' }, NOW + HOUR),
      4403,
    ],
    [
      'an end user’s token that is good for a year',
      () => issueToken(END_USER_SECRET, { sub: 'n', role: 'end-user', channel: 'web' }, NOW + 8760 * HOUR),
      4403,
    ],
    [
      'a token whose id holds a U+0000',
      () => issueToken(AGENT_SECRET, { sub: 'a\0', role: 'agent' }, NOW + HOUR),
      4403,
    ],
  ])('is closed by name: %s', async (_what, make, code) => {
    const { gateway, logged } = await setup();
    const token = await make();
    const client = await connect(gateway.url, { token });
    expect((await client.closed).code).toBe(code);
    expect(client.all('welcome')).toEqual([]);
    expect(logged.join('')).not.toContain(token);
  });

  it('a token without a signature is none', async () => {
    const { gateway } = await setup();
    const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
    const token = `${part({ alg: 'none' })}.${part({ sub: 'ada', role: 'agent', exp: NOW / 1000 + 3600 })}.`;
    expect((await (await connect(gateway.url, { token })).closed).code).toBe(4401);
  });

  it.each([
    ['another frame', { type: 'ping' }, 4401],
    ['another version', { type: 'hello', version: 2, token: 'x' }, 4406],
    ['no token', { type: 'hello', version: 1 }, 4401],
  ])('is closed when the first frame is %s', async (_what, frame, code) => {
    const { gateway } = await setup();
    const client = await connect(gateway.url);
    client.send(frame);
    expect((await client.closed).code).toBe(code);
  });

  it('is closed after ten seconds without a first frame', async () => {
    const { gateway, clock } = await setup();
    const client = await connect(gateway.url);
    await clock.advanceAsync(10_000);
    expect((await client.closed).code).toBe(4401);
  });

  it('is closed when the token expires', async () => {
    const { agent, clock } = await setup();
    const ada = await agent('ada');
    for (let minute = 0; minute < 59; minute += 1) {
      ada.send({ type: 'ping' });
      await ada.heard('pong');
      ada.forget();
      clock.advance(60_000 / 2);
      ada.send({ type: 'ping' });
      await ada.heard('pong');
      ada.forget();
      clock.advance(60_000 / 2);
    }
    expect(ada.isOpen).toBe(true);
    ada.send({ type: 'ping' });
    await ada.heard('pong');
    clock.advance(59_000);
    await ada.settled();
    clock.advance(1000);
    expect((await ada.closed).code).toBe(4401);
  });
});

describe('an end user reaches nothing but their own conversation', () => {
  it.each([
    { type: 'accept' },
    { type: 'send', message: message('Hi') },
    { type: 'typing', typing: true },
    { type: 'end' },
    { type: 'submit', values: {}, reason: 'agent' },
    { type: 'done' },
    { type: 'history', after: 0 },
    { type: 'refetch' },
    { type: 'dispositions' },
    { type: 'summarize', locale: 'en', labels: { automatic: '', endUser: '', agent: '' } },
  ])('the agents’ $type is not theirs', async (frame) => {
    const { chat, endUser } = await setup();
    const { ada, chatId } = await chat();
    const omar = await endUser('omar');
    omar.send({ ...frame, id: '1', chatId });
    expect(await omar.heard('trouble')).toMatchObject({ code: 'not-yours', path: '/type' });
    await omar.settled();
    await ada.settled();
    expect(ada.all('ended')).toEqual([]);
    expect(omar.all('conversation')).toEqual([{ type: 'conversation', state: 'new', messages: [] }]);
  });

  it('another end user’s cursors, ids and words tell them nothing', async () => {
    const { chat, endUser } = await setup();
    const { nadia, chatId } = await chat();
    await nadia.ask({ type: 'write', message: message('Secret', 'secret-id') });
    const omar = await endUser('omar', { cursors: { [chatId]: 0 } });
    expect(await omar.ask({ type: 'write', chatId, message: message('Mine', 'secret-id') })).toMatchObject({
      message: { text: 'Mine', seq: 1 },
    });
    await omar.settled();
    expect(JSON.stringify(omar.frames)).not.toContain('Secret');
  });

  it('never hears a note among agents', async () => {
    const { chat, engine, endUser } = await setup();
    const { nadia, chatId } = await chat();
    const now = (await engine.find(chatId))!;
    const note = {
      id: 'note',
      author: 'agent',
      kind: 'text',
      text: 'Secret',
      time: NOW,
      seq: 2,
      internal: true,
    } as const;
    await engine.commit({ ...now, version: now.version + 1, count: 2 }, [note]);
    await nadia.ask({ type: 'write', message: message('More') });
    const tab = await endUser('nadia');
    expect(JSON.stringify([nadia.frames, tab.frames])).not.toContain('Secret');
    expect(tab.all('conversation')[0]?.messages.map(({ seq }) => seq)).toEqual([1, 3]);
  });

  it('an agent cannot send an end user’s frames', async () => {
    const { agent } = await setup();
    const ada = await agent('ada');
    expect(await ada.ask({ type: 'write', message: message('Hi') })).toMatchObject({
      type: 'trouble',
      code: 'not-yours',
    });
  });
});

describe('a frame that cannot be used', () => {
  it.each([
    ['no JSON', 'nonsense', 'no-json'],
    ['half of one', '{"type":"send"', 'no-json'],
    ['a list', '[]', 'no-json'],
    ['deep nonsense', '['.repeat(30_000), 'no-json'],
    ['bytes', Buffer.from('{"type":"ping"}'), 'no-json'],
    ['an unknown type', '{"type":"explode"}', 'unknown-frame'],
    ['__proto__ for a type', '{"type":"__proto__"}', 'unknown-frame'],
    ['no type', '{}', 'unknown-frame'],
    [
      'a text that is a number',
      '{"type":"send","id":"1","chatId":"c","message":{"id":"m","text":5,"time":1}}',
      'bad-frame',
    ],
    [
      'a date beyond all dates',
      '{"type":"send","id":"1","chatId":"c","message":{"id":"m","text":"x","time":1e20}}',
      'bad-frame',
    ],
    ['hello once more', '{"type":"hello","version":1,"token":"x"}', 'bad-frame'],
    ['a missing id', '{"type":"end","chatId":"c"}', 'bad-frame'],
  ])('is refused by name, and the rest lives: %s', async (_what, data, code) => {
    const { chat } = await setup();
    const { ada, chatId } = await chat();
    ada.sendRaw(data);
    expect((await ada.heard('trouble')).code).toBe(code);
    expect((await ada.ask({ type: 'send', chatId, message: message('Still here') })).type).toBe('ok');
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it('with __proto__ inside changes nothing but what it says', async () => {
    const { chat } = await setup();
    const { ada, chatId } = await chat();
    const evil =
      '{"__proto__":{"polluted":true},"type":"send","id":"e","chatId":"CHAT","message":{"__proto__":{"internal":true},"id":"m","text":"x","time":1}}';
    ada.sendRaw(evil.replace('CHAT', chatId));
    const ok = await ada.heard('ok');
    expect(ok.message).not.toHaveProperty('internal');
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    expect(await ada.ask({ type: 'end', chatId: '__proto__' })).toMatchObject({ type: 'refused', code: 'gone' });
  });

  it('is no frame at all when it is longer than a megabyte: the socket closes with 1009', async () => {
    const { agent } = await setup();
    const ada = await agent('ada');
    const ben = await agent('ben');
    ada.sendRaw(JSON.stringify({ type: 'ping', more: 'x'.repeat(1_000_000) }));
    expect((await ada.closed).code).toBe(1009);
    ben.send({ type: 'ping' });
    await ben.heard('pong');
  });

  it('twenty times in a minute closes the socket', async () => {
    const { agent } = await setup();
    const ada = await agent('ada');
    for (let count = 0; count < 20; count += 1) ada.sendRaw('nonsense');
    expect((await ada.closed).code).toBe(4400);
    expect(ada.all('trouble')).toHaveLength(20);
  });

  it.each([
    ['a chat that is none', { type: 'accept', chatId: 'nothing' }, 'gone'],
    ['an id that no engine can keep', { type: 'end', chatId: 'a\0b' }, 'gone'],
    ['half a character for an id', { type: 'history', chatId: '\ud800', after: 0 }, 'gone'],
    ['no words', { type: 'send', message: message(' \u200b ') }, 'invalid'],
    ['too many words', { type: 'send', message: message('x'.repeat(8001)) }, 'invalid'],
    ['dispositions where there are none', { type: 'dispositions' }, 'unsupported'],
  ])('is refused: %s', async (_what, frame, code) => {
    const { chat } = await setup();
    const { ada, chatId } = await chat();
    expect(await ada.ask({ chatId, ...frame })).toMatchObject({ type: 'refused', code });
  });

  it('is never written to the log, nor what people are called and say', async () => {
    const { chat, agent, endUser, logged, endUserToken, gateway } = await setup();
    const { ada, nadia, chatId } = await chat();
    const claims = { name: 'Zenobia', phone: '+447700900861' };
    const zoe = await endUser('zoe', { claims });
    await zoe.ask({ type: 'write', message: message('Xylophone') });
    nadia.send({ type: 'type', text: 'Xylophone' });
    ada.sendRaw('{"type":"send","text":"Xylophone"}');
    await ada.ask({ type: 'send', chatId, message: message('Xylophone') });
    await agent('ben');
    const token = await endUserToken('zoe', claims);
    const once = await connect(gateway.url, { token });
    await once.heard('welcome');
    for (const client of [ada, nadia, zoe, once]) client.close();
    await zoe.closed;
    await once.closed;
    const log = logged.join('\n');
    expect(log).not.toMatch(/Xylophone|Zenobia|447700900861|nadia|zoe/u);
    expect(log).not.toContain(token);
  });
});

describe('too many frames', () => {
  it('over the burst are refused with when to send again, and then taken', async () => {
    const { chat, clock } = await setup({ limits: { framesPerSecond: 2, burst: 5 } });
    const { ada, chatId } = await chat();
    clock.advance(10_000);
    const answers = await Promise.all(
      Array.from({ length: 7 }, (_, index) => ada.ask({ type: 'send', chatId, message: message(`Line ${index}`) })),
    );
    expect(answers.map(({ type }) => type)).toEqual([...Array<string>(5).fill('ok'), 'trouble', 'trouble']);
    expect(answers[5]).toMatchObject({ code: 'too-many', retryAfter: 500 });
    clock.advance(500);
    expect((await ada.ask({ type: 'send', chatId, message: message('Later') })).type).toBe('ok');
  });

  it('again and again close the socket with 4429, and nobody else’s', async () => {
    const { agent } = await setup({ limits: { framesPerSecond: 1, burst: 5 } });
    const ada = await agent('ada');
    const ben = await agent('ben');
    for (let count = 0; count < 20; count += 1) ada.send({ type: 'ping' });
    expect((await ada.closed).code).toBe(4429);
    ben.send({ type: 'ping' });
    await ben.heard('pong');
  });
});
