/**
 * Makes or migrates the tables. The lock lets several gateways start at once. Chats and messages are kept as JSON text
 * beside the columns that are searched: text keeps every string that JavaScript has, which `jsonb` does not.
 */
export const SCHEMA = `
BEGIN;
SELECT pg_advisory_xact_lock(hashtext('agent_chat schema'));
CREATE SCHEMA IF NOT EXISTS agent_chat;
CREATE TABLE IF NOT EXISTS agent_chat.chats (
  id text PRIMARY KEY,
  version bigint NOT NULL,
  state text NOT NULL,
  agent text,
  end_user text NOT NULL,
  visit bigint NOT NULL,
  arrival bigint NOT NULL,
  record text NOT NULL
) WITH (fillfactor = 70);
CREATE UNIQUE INDEX IF NOT EXISTS chats_of_end_user ON agent_chat.chats (end_user, visit);
CREATE INDEX IF NOT EXISTS chats_of_agent ON agent_chat.chats (agent) WHERE state IN ('active', 'left', 'wrap-up');
CREATE INDEX IF NOT EXISTS chats_by_state ON agent_chat.chats (state)
  WHERE state IN ('waiting', 'active', 'left', 'wrap-up');
CREATE TABLE IF NOT EXISTS agent_chat.messages (
  chat text NOT NULL,
  seq bigint NOT NULL,
  id text NOT NULL,
  body text NOT NULL,
  PRIMARY KEY (chat, seq),
  UNIQUE (chat, id)
);
COMMIT;
`;
