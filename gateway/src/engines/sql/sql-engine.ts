import type { Engine, KeptMessage, StoredChat } from '../../engine.js';
import { SCHEMA } from './schema.js';
import type { Query, Row, Sql, Statement } from './sql.js';

const OPEN = `state IN ('active', 'left', 'wrap-up')`;

const statement = (name: string, text: string): Statement => ({ name, text });

/** Adds the messages of a chat that won. One row: it won. */
const AND_ITS_MESSAGES = `, said AS (
  INSERT INTO agent_chat.messages (chat, seq, id, body)
  SELECT $1, m.seq, m.id, m.body FROM won, unnest($9::bigint[], $10::text[], $11::text[]) AS m (seq, id, body)
)
SELECT id FROM won`;

const insert = statement(
  'insert',
  `WITH won AS (
  INSERT INTO agent_chat.chats (id, version, state, agent, end_user, visit, arrival, record)
  VALUES ($1::text, $2::bigint, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING RETURNING id
)${AND_ITS_MESSAGES}`,
);
const update = statement(
  'update',
  `WITH won AS (
  UPDATE agent_chat.chats
  SET version = $2::bigint, state = $3, agent = $4, end_user = $5, visit = $6, arrival = $7, record = $8
  WHERE id = $1::text AND version = $2::bigint - 1 RETURNING id
)${AND_ITS_MESSAGES}`,
);
const lockAgent = statement('lock-agent', `SELECT pg_advisory_xact_lock(hashtext('agent_chat agent'), hashtext($1))`);
const countOfAgent = statement(
  'count-of-agent',
  `SELECT count(*)::int AS open FROM agent_chat.chats WHERE agent = $1 AND id <> $2 AND ${OPEN}`,
);
const find = statement('find', 'SELECT record FROM agent_chat.chats WHERE id = $1');
const messageOf = statement('message-of', 'SELECT body FROM agent_chat.messages WHERE chat = $1 AND id = $2');
const messages = statement(
  'messages',
  `SELECT body FROM agent_chat.messages WHERE chat = $1 AND seq > $2 AND seq <= $3 ORDER BY seq LIMIT $4`,
);
const waiting = statement(
  'waiting',
  `SELECT record FROM agent_chat.chats WHERE state = 'waiting' ORDER BY arrival, id COLLATE "C"`,
);
const ofAgent = statement(
  'of-agent',
  `SELECT record FROM agent_chat.chats WHERE agent = $1 AND ${OPEN} ORDER BY arrival, id COLLATE "C"`,
);
const live = statement(
  'live',
  `SELECT record FROM agent_chat.chats WHERE state IN ('waiting', 'active') ORDER BY arrival, id COLLATE "C"`,
);
const latestOf = statement(
  'latest-of',
  'SELECT record FROM agent_chat.chats WHERE end_user = $1 ORDER BY visit DESC LIMIT 1',
);

const openVersions = statement(
  'open-versions',
  `SELECT id, version::float8 AS version FROM agent_chat.chats WHERE state IN ('waiting', 'active', 'left', 'wrap-up')`,
);

const UNIQUE_VIOLATION = '23505';
const LARGEST = '9223372036854775807';

const chatIn = ({ record }: Row): StoredChat => JSON.parse(record as string) as StoredChat;
const messageIn = ({ body }: Row): KeptMessage => JSON.parse(body as string) as KeptMessage;

const isUniqueViolation = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === UNIQUE_VIOLATION;

/** The engine over a database. Makes or migrates the tables first. */
export const createSqlEngine = async (sql: Sql): Promise<Engine> => {
  await sql.run(SCHEMA);
  const chats = async (from: Statement, values?: readonly unknown[]): Promise<readonly StoredChat[]> =>
    (await sql.query(from, values)).map(chatIn);
  const chat = async (from: Statement, id: string): Promise<StoredChat | undefined> => (await chats(from, [id]))[0];

  const keep = async (query: Query, it: StoredChat, said: readonly KeptMessage[]): Promise<boolean> => {
    const { id, version, state, agent = null, endUser, visit, arrival } = it;
    const rows = await query(version === 1 ? insert : update, [
      ...[id, version, state, agent, endUser.id, visit, arrival, JSON.stringify(it)],
      said.map(({ seq }) => seq),
      said.map((message) => message.id),
      said.map((message) => JSON.stringify(message)),
    ]);
    return rows.length === 1;
  };

  /** The lock makes one commit after the other of those that give chats to this agent. */
  const keepWithin = (most: number, it: StoredChat, said: readonly KeptMessage[]): Promise<boolean> =>
    sql.transaction(async (query) => {
      await query(lockAgent, [it.agent]);
      const [row] = await query(countOfAgent, [it.agent, it.id]);
      return (row?.open as number) < most && (await keep(query, it, said));
    });

  const readOpenVersions = async (): Promise<ReadonlyMap<string, number>> =>
    new Map((await sql.query(openVersions)).map(({ id, version }) => [id as string, version as number]));

  /** Tells of what changed without a word, because a gateway died between its commit and its word. */
  const recheck = async (told: (chatId: string, version?: number) => void): Promise<() => void> => {
    const { recheckEvery } = sql;
    if (recheckEvery === undefined) return () => undefined;
    let known = await readOpenVersions();
    let stopped = false;
    let timer: NodeJS.Timeout | undefined;
    const look = async (): Promise<void> => {
      const now = await readOpenVersions();
      if (stopped) return;
      for (const [id, version] of now) if (known.get(id) !== version) told(id, version);
      for (const id of known.keys()) if (!now.has(id)) told(id);
      known = now;
    };
    const again = (): void => {
      // A server that is away is told of by who listens.
      if (!stopped)
        timer = setTimeout(
          () =>
            void look()
              .catch(() => undefined)
              .then(again),
          recheckEvery,
        );
    };
    again();
    return () => {
      stopped = true;
      clearTimeout(timer);
    };
  };

  return {
    name: sql.name,
    serverVersion: sql.serverVersion,
    find: (id) => chat(find, id),
    async commit(it, said = [], most) {
      try {
        const won = await (most === undefined ? keep(sql.query, it, said) : keepWithin(most, it, said));
        // Not within the transaction: the server makes those that notify wait for each other's flush.
        if (won) sql.announce(`${it.id} ${it.version}`);
        return won;
      } catch (error) {
        // The message is there already, and then nothing of this commit is.
        if (isUniqueViolation(error)) return false;
        throw error;
      }
    },
    messageOf: async (chatId, id) => (await sql.query(messageOf, [chatId, id])).map(messageIn)[0],
    messages: async (chatId, after, upTo, limit) =>
      (await sql.query(messages, [chatId, after, upTo ?? LARGEST, limit ?? null])).map(messageIn),
    waiting: () => chats(waiting),
    ofAgent: (agent) => chats(ofAgent, [agent]),
    live: () => chats(live),
    latestOf: (endUserId) => chat(latestOf, endUserId),
    async watch(told, gap) {
      let ended = false;
      // Word that is on its way when a watch ends is for nobody.
      const tell: typeof told = (id, version) => {
        if (!ended) told(id, version);
      };
      const stop = await sql.listen((word) => {
        const [id = '', version] = word.split(' ');
        tell(id, Number(version));
      }, gap);
      const stopChecking = await recheck(tell);
      return () => {
        ended = true;
        stop();
        stopChecking();
      };
    },
    healthy: () => sql.healthy(),
    close: () => sql.close(),
  };
};
