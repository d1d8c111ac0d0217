import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { StoredChat } from '../../gateway/src/engine.js';
import { snapshotFrames } from '../../gateway/src/frame-size.js';
import { agentNeedsAfter, agentNews, isThere, chatAsTold } from '../../gateway/src/picture.js';
import * as agentRules from '../../gateway/src/rules/agent-rules.js';
import type { Change, Decision } from '../../gateway/src/rules/decision.js';
import { comeBack, leave, write } from '../../gateway/src/rules/end-user-rules.js';
import { PROPERTY_TIMEOUT, propertyRuns } from '../support/property-runs.js';
import { NOW, opening } from './support/builders.js';
import { createSimpleDesk } from './support/simple-desk.js';

const BYTES = 65_536;
const ada = { id: 'ada' };

/** Without these most chats would soon be over. */
const OFTEN = ['write', 'write', 'send', 'send', 'accept', 'leave', 'back', 'back'];

const steps: Readonly<Record<string, (chat: StoredChat | undefined, now: number) => Decision>> = {
  write: (chat, now) => write(chat, opening, { id: `m-${now}`, text: 'Hi', time: now }, 100, now),
  send: (chat, now) => agentRules.send(chat, ada, { id: `m-${now}`, text: 'Hi', time: now }, 100, now),
  accept: (chat, now) => agentRules.accept(chat, ada, { open: 0, limit: 9 }, now),
  elsewhere: (chat, now) => agentRules.accept(chat, { id: 'ben' }, { open: 0, limit: 9 }, now),
  leave: (chat, now) => leave(chat, true, now),
  back: (chat, now) => comeBack(chat, opening, [], now),
  end: (chat, now) => agentRules.end(chat, ada, now),
  submit: (chat) => agentRules.submit(chat, ada, {}, 'agent', 100),
  done: (chat) => agentRules.done(chat, ada),
};

describe('however a chat goes', () => {
  it(
    'who is told of every change, of some, or only of the end, has what a fresh snapshot says',
    { timeout: PROPERTY_TIMEOUT },
    () => {
      const names = fc.array(fc.constantFrom(...OFTEN, ...Object.keys(steps)), { maxLength: 40, size: 'max' });
      fc.assert(
        fc.property(names, fc.array(fc.boolean(), { minLength: 40, maxLength: 40 }), (path, looks) => {
          const changes: Change[] = [];
          let latest: StoredChat | undefined;
          for (const [index, name] of path.entries()) {
            const { change } = steps[name]!(latest, NOW + index);
            if (change === undefined) continue;
            // What began a new chat stays a chat of its own: only the first one is followed here.
            if (latest !== undefined && change.chat.id !== latest.id) break;
            changes.push(change);
            latest = change.chat;
          }
          const all = changes.flatMap(({ messages }) => messages);
          const follow = (isTold: (index: number) => boolean): unknown => {
            const desk = createSimpleDesk();
            const versions: number[] = [];
            let told: StoredChat | undefined;
            const look = (chat: StoredChat): void => {
              const after = agentNeedsAfter(told, chat, ada);
              const missing = after === undefined ? [] : all.filter(({ seq }) => seq > after && seq <= chat.count);
              for (const frame of agentNews(told, chat, ada, missing, BYTES)) {
                desk.hear(frame);
                const version =
                  frame.type === 'chat' ? frame.chat.version : 'version' in frame ? frame.version : undefined;
                if (version !== undefined) versions.push(version);
              }
            };
            for (const [index, { chat }] of changes.entries()) {
              if (!isTold(index) && index < changes.length - 1) continue;
              look(chat);
              told = chat;
              // What is told late, or twice, is nothing new.
              look(changes[Math.floor(index / 2)]!.chat);
            }
            // None is dropped by a desk that drops what is not higher.
            expect(versions).toEqual([...new Set(versions)].sort((a, b) => a - b));
            return desk.picture;
          };
          const fresh = createSimpleDesk();
          const there = latest !== undefined && isThere(latest, ada) ? [latest] : [];
          const own = there.filter(({ agent }) => agent === ada.id).map(({ id }) => [id, all] as const);
          const head = { serverTime: NOW, resumed: false };
          for (const frame of snapshotFrames(there.map(chatAsTold), new Map(own), head, BYTES)) fresh.hear(frame);
          const everything = follow(() => true);
          expect(everything).toEqual(fresh.picture);
          expect(follow((index) => looks[index]!)).toEqual(everything);
          expect(follow(() => false)).toEqual(everything);
        }),
        propertyRuns(2000),
      );
    },
  );
});
