import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { fixedPolicy } from '../../gateway/src/policy-file.js';
import { createOutgoing } from '../../gateway/src/outgoing.js';
import { distrust, signatureOf } from '../../gateway/src/signature.js';
import { readWebhooks, webhookRoute, withWebhookAbilities, type WebhookChannels } from '../../gateway/src/webhook.js';
import { message, NOW, setup } from './support/setup.js';

const SECRET = 'a secret that the provider knows, too';

interface Posted {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** A gateway with WhatsApp from outside, and a provider that answers as told. */
const setupWebhook = async () => {
  const posted: Posted[] = [];
  const statuses: number[] = [];
  const provider = createServer((request, response) => {
    let body = '';
    request.on('data', (part: Buffer) => (body += part.toString()));
    request.on('end', () => {
      posted.push({ headers: request.headers, body });
      response.writeHead(statuses.shift() ?? 200).end();
    });
  });
  await new Promise<void>((resolve) => provider.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void provider.close());
  const url = `http://127.0.0.1:${(provider.address() as AddressInfo).port}/messages`;
  const channels: WebhookChannels = { whatsapp: { secret: SECRET, url, queue: 'outside' } };
  const outcomes: string[] = [];
  const it_ = await setup({
    policy: withWebhookAbilities(fixedPolicy({}), channels),
    extend(centre) {
      const onDelivery = (_channel: string, outcome: string): void => void outcomes.push(outcome);
      const outgoing = createOutgoing({ channels, centre, onDelivery, onTrouble: () => undefined });
      return { route: webhookRoute(channels, centre, onDelivery), said: outgoing.look, close: outgoing.close };
    },
  });
  const deliver = async (
    data: unknown,
    { secret = SECRET, time = NOW, path = '/webhook/whatsapp', headers = {} } = {},
  ): Promise<{ readonly status: number; readonly answer: unknown }> => {
    const body = typeof data === 'string' ? data : JSON.stringify(data);
    const timestamp = String(Math.floor(time / 1000));
    const response = await fetch(it_.gateway.url + path, {
      method: 'POST',
      body,
      headers: {
        'x-chat-timestamp': timestamp,
        'x-chat-signature': signatureOf(secret, timestamp, body),
        ...headers,
      },
    });
    return { status: response.status, answer: JSON.parse(await response.text()) as unknown };
  };
  return { ...it_, deliver, posted, statuses, outcomes };
};

const FROM = '+447700900862';
const hello = { from: FROM, name: 'Omar', messages: [{ id: 'wamid.1', text: 'Hello', time: NOW }] };

describe('a channel from outside', () => {
  it('brings what is written there as a request, with the number and no typing', async () => {
    const { deliver, agent } = await setupWebhook();
    const ada = await agent('ada');
    expect(ada.all('welcome')[0]).toMatchObject({
      abilities: { whatsapp: { typing: false, preview: false, left: false } },
    });
    expect(await deliver(hello)).toEqual({ status: 200, answer: { kept: 1, refused: [] } });
    const { chat } = await ada.heard('chat');
    expect(chat).toMatchObject({
      channel: 'whatsapp',
      queue: 'outside',
      waiting: 1,
      endUser: { id: `whatsapp:${FROM}`, name: 'Omar', phone: FROM },
    });
  });

  it('brings a message that is delivered again once', async () => {
    const { deliver, agent } = await setupWebhook();
    await deliver(hello);
    const more = { ...hello, messages: [...hello.messages, { id: 'wamid.2', text: 'More', time: NOW }] };
    expect((await deliver(more)).answer).toEqual({ kept: 2, refused: [] });
    const ada = await agent('ada');
    expect(ada.all('snapshot')[0]?.chats[0]?.waiting).toBe(2);
  });

  it('refuses for good what can never be kept, and keeps the rest', async () => {
    const { deliver } = await setupWebhook();
    const messages = [
      { id: 'a', text: ' ', time: NOW },
      { id: 'b', text: 'Good', time: NOW },
    ];
    expect(await deliver({ from: FROM, messages })).toEqual({
      status: 200,
      answer: { kept: 1, refused: [{ id: 'a', code: 'invalid' }] },
    });
  });

  it.each([
    ['another secret', { secret: 'another secret that is as long as it' }, 401],
    ['a time six minutes ago', { time: NOW - 360_000 }, 401],
    ['a time six minutes ahead', { time: NOW + 360_000 }, 401],
    ['no signature that is one', { headers: { 'x-chat-signature': 'sha256=' } }, 401],
    ['another channel', { path: '/webhook/sms' }, 404],
    ['a channel of every object', { path: '/webhook/__proto__' }, 404],
  ])('is refused: %s', async (_what, options, status) => {
    const { deliver, engine } = await setupWebhook();
    expect((await deliver(hello, options)).status).toBe(status);
    expect(await engine.waiting()).toEqual([]);
  });

  it.each([
    ['no JSON', '{', 400],
    ['no sender', { messages: hello.messages }, 400],
    ['a date beyond all dates', { ...hello, messages: [{ id: 'a', text: 'x', time: 1e20 }] }, 400],
    ['no messages', { ...hello, messages: [] }, 400],
    ['half a character for a sender', { ...hello, from: '\ud800' }, 400],
    ['a megabyte', { ...hello, more: 'x'.repeat(1_000_000) }, 413],
  ])('is refused, signed as it may be: %s', async (_what, body, status) => {
    const { deliver } = await setupWebhook();
    expect((await deliver(body)).status).toBe(status);
  });

  it('whose signature is of another body is refused', () => {
    const timestamp = String(NOW / 1000);
    const signature = signatureOf(SECRET, timestamp, 'one');
    expect(distrust(SECRET, timestamp, signature, Buffer.from('one'), NOW)).toBeUndefined();
    expect(distrust(SECRET, timestamp, signature, Buffer.from('two'), NOW)).toBe('Its signature is wrong.');
    expect(distrust(SECRET, String(NOW / 1000 + 1), signature, Buffer.from('one'), NOW)).toBe(
      'Its signature is wrong.',
    );
  });

  it('gets agents’ replies, signed, again until it has them, each with its id', async () => {
    const { deliver, agent, posted, statuses, clock, engine } = await setupWebhook();
    const ada = await agent('ada');
    await deliver(hello);
    const chatId = (await ada.heard('chat')).chat.id;
    await ada.ask({ type: 'accept', chatId });
    statuses.push(503, 429);
    await ada.ask({ type: 'send', chatId, message: message('One', 'r-1') });
    await ada.ask({ type: 'send', chatId, message: message('Two', 'r-2') });
    for (let count = 0; count < 200 && posted.length < 4; count += 1) {
      await clock.advanceAsync(1000);
      await new Promise((resolve) => setTimeout(resolve, 10));
      if (count % 30 === 29) await ada.settled();
    }
    expect(posted.map(({ headers }) => headers['idempotency-key'])).toEqual(['r-1', 'r-1', 'r-1', 'r-2']);
    for (const { headers, body } of posted) {
      const timestamp = String(headers['x-chat-timestamp']);
      expect(headers['x-chat-signature']).toBe(signatureOf(SECRET, timestamp, body));
    }
    expect(JSON.parse(posted[3]!.body)).toEqual({ to: FROM, id: 'r-2', text: 'Two', time: NOW });
    await expect.poll(async () => (await engine.find(chatId))?.handedOn).toBe(3);
    expect(ada.all('messages').flatMap(({ messages }) => messages)).toHaveLength(3);
  });

  it('that refuses a reply for good is told to the agent as a note', async () => {
    const { deliver, agent, statuses, outcomes } = await setupWebhook();
    const ada = await agent('ada');
    await deliver(hello);
    const chatId = (await ada.heard('chat')).chat.id;
    await ada.ask({ type: 'accept', chatId });
    statuses.push(400);
    await ada.ask({ type: 'send', chatId, message: message('One') });
    const note = await ada.heard('messages', ({ messages }) => messages[0]?.author === 'system');
    expect(note.messages[0]).toMatchObject({ internal: true, seq: 3 });
    expect(outcomes).toEqual(['kept', 'refused']);
  });

  it('gets what a gateway left behind from the next one', async () => {
    const { deliver, agent, posted, statuses, clock, gateway, another } = await setupWebhook();
    const ada = await agent('ada');
    await deliver(hello);
    const chatId = (await ada.heard('chat')).chat.id;
    await ada.ask({ type: 'accept', chatId });
    statuses.push(503);
    await ada.ask({ type: 'send', chatId, message: message('One', 'r-1') });
    await expect.poll(() => posted.length).toBe(1);
    await gateway.close();
    await another();
    await clock.advanceAsync(61_000);
    await expect.poll(() => posted.length).toBe(2);
    expect(posted[1]?.headers['idempotency-key']).toBe('r-1');
  });

  it('is set by JSON, and refused by the place of what is wrong', () => {
    const good = { sms: { secret: SECRET, url: 'https://a.example' } };
    expect(readWebhooks(JSON.stringify(good))).toEqual(good);
    expect(() => readWebhooks('{')).toThrow('WEBHOOKS');
    expect(() => readWebhooks('{"sms":{"secret":"short","url":"https://a.example"}}')).toThrow('/sms/secret');
    expect(() => readWebhooks(`{"sms":{"secret":"${SECRET}","url":"file:///etc"}}`)).toThrow('/sms/url');
  });
});
