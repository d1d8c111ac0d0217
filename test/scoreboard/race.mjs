// Two agents who claim the same requests at the same moment, each at a gateway of their own.
import { WebSocket } from 'ws';

/** @typedef {{type: string, id?: string, code?: string, chatId?: string, last?: boolean, chats?: Chat[], chat?: Chat}} Frame */
/** @typedef {{id: string, state: string, endUser: {id: string}}} Chat */

/**
 * @typedef {object} Races what came of it
 * @property {number} races
 * @property {number} doubleWinners requests that both were given, by their answers or by what they see afterwards
 * @property {number} noWinner requests that nobody was given
 * @property {number[]} won how many each agent was given
 * @property {number} refused claims that were answered with `taken`
 * @property {number} others claims that were answered with anything else
 * @property {number} claimP50Ms
 * @property {number} claimP95Ms
 */

/**
 * One socket that has said hello.
 * @param {string} url
 * @param {string} token
 */
const connect = async (url, token) => {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/chat`, 'agent-chat.v1');
  /** @type {Set<(frame: Frame) => void>} */
  const listeners = new Set();
  socket.on('message', (data) => {
    /** @type {Frame} */
    const frame = JSON.parse(String(data));
    for (const listener of [...listeners]) listener(frame);
  });
  await new Promise((resolve, reject) => {
    socket.once('open', resolve);
    socket.once('error', reject);
  });
  const closed = new Promise((_resolve, reject) => {
    socket.once('close', (code) => reject(new Error(`A socket was closed with ${code}.`)));
  });
  closed.catch(() => undefined);
  /** @param {object} frame */
  const send = (frame) => socket.send(JSON.stringify(frame));
  /**
   * @param {(frame: Frame) => boolean} fits
   * @returns {Promise<Frame>}
   */
  const heard = (fits) =>
    Promise.race([
      closed,
      new Promise((resolve) => {
        /** @param {Frame} frame */
        const listener = (frame) => {
          if (!fits(frame)) return;
          listeners.delete(listener);
          resolve(frame);
        };
        listeners.add(listener);
      }),
    ]);
  const ready = heard(({ type, last }) => last === true || type === 'conversation');
  send({ type: 'hello', version: 1, token });
  await ready;
  return {
    send,
    heard,
    /** @param {(frame: Frame) => void} listener */
    listen: (listener) => void listeners.add(listener),
    /** @param {{type: string, id: string}} frame */
    ask(frame) {
      const answer = heard(({ id, type }) => id === frame.id && ['ok', 'refused', 'trouble'].includes(type));
      send(frame);
      return answer;
    },
    close: () => socket.terminate(),
  };
};

/**
 * @param {readonly number[]} sorted
 * @param {number} part
 */
const at = (sorted, part) => Math.round((sorted[Math.floor(sorted.length * part)] ?? 0) * 100) / 100;

/**
 * Races.
 * @param {object} options
 * @param {readonly string[]} options.urls the gateways: the agents and end users are spread over them
 * @param {(role: 'agent' | 'end-user', sub: string) => Promise<string>} options.tokenOf
 * @param {number} options.races how many requests both claim
 * @param {number} [options.together] how many are claimed at the same moment
 * @returns {Promise<Races>}
 */
export async function race({ urls, tokenOf, races, together = 10 }) {
  const run = Math.random().toString(36).slice(2, 8);
  /** @param {number} number */
  const urlOf = (number) => urls[number % urls.length] ?? '';
  const names = [`ada-${run}`, `ben-${run}`];
  const agents = await Promise.all(
    names.map(async (name, index) => connect(urlOf(index), await tokenOf('agent', name))),
  );

  /** @type {Set<string>[]} */
  const seen = agents.map(() => new Set());
  for (const [index, agent] of agents.entries())
    agent.listen(({ type, chat }) => {
      if (type === 'chat' && chat?.endUser.id.startsWith(`u-${run}-`)) seen[index]?.add(chat.id);
    });
  /** @type {{close: () => void}[]} */
  const endUsers = [];
  for (let first = 0; first < races; first += 20)
    await Promise.all(
      Array.from({ length: Math.min(20, races - first) }, async (_, index) => {
        const sub = `u-${run}-${first + index}`;
        const endUser = await connect(urlOf(index), await tokenOf('end-user', sub));
        await endUser.ask({ type: 'write', id: '1', ...{ message: { id: sub, text: 'Hello', time: Date.now() } } });
        endUsers.push(endUser);
      }),
    );
  while (seen.some(({ size }) => size < races)) await new Promise((resolve) => setTimeout(resolve, 20));
  const chats = [...(seen[0] ?? [])];

  /** @type {number[]} */
  const took = [];
  /** @type {Map<string, number>} */
  const winners = new Map(chats.map((id) => [id, 0]));
  const won = agents.map(() => 0);
  let refused = 0;
  let others = 0;
  for (let first = 0; first < chats.length; first += together)
    await Promise.all(
      chats.slice(first, first + together).flatMap((chatId, index) =>
        // Who comes first alternates.
        (index % 2 === 0 ? [0, 1] : [1, 0]).map(async (number) => {
          const start = performance.now();
          const answer = await agents[number]?.ask({ type: 'accept', id: chatId, ...{ chatId } });
          took.push(performance.now() - start);
          if (answer?.type === 'ok') {
            winners.set(chatId, (winners.get(chatId) ?? 0) + 1);
            won[number] = (won[number] ?? 0) + 1;
          } else if (answer?.code === 'taken') refused += 1;
          else others += 1;
        }),
      ),
    );
  for (const socket of [...agents, ...endUsers]) socket.close();

  // What each sees afterwards, at the other's gateway, must say the same.
  const owned = await Promise.all(
    names.map(async (name, index) => {
      const token = await tokenOf('agent', name);
      const socket = new WebSocket(`${urlOf(index + 1).replace('http', 'ws')}/chat`, 'agent-chat.v1');
      /** @type {Set<string>} */
      const own = new Set();
      await new Promise((resolve, reject) => {
        socket.once('error', reject);
        socket.once('open', () => socket.send(JSON.stringify({ type: 'hello', version: 1, token })));
        socket.on('message', (data) => {
          /** @type {Frame} */
          const frame = JSON.parse(String(data));
          for (const { id, state } of frame.chats ?? []) if (state !== 'waiting') own.add(id);
          if (frame.last === true) resolve(undefined);
        });
      });
      socket.terminate();
      return own;
    }),
  );
  const double = chats.filter((id) => (winners.get(id) ?? 0) > 1 || owned.every((own) => own.has(id)));
  const none = chats.filter((id) => winners.get(id) === 0 || !owned.some((own) => own.has(id)));
  const sorted = took.sort((a, b) => a - b);
  return {
    races: chats.length,
    doubleWinners: double.length,
    noWinner: none.length,
    won,
    refused,
    others,
    claimP50Ms: at(sorted, 0.5),
    claimP95Ms: at(sorted, 0.95),
  };
}
