import { aTimeout, expect, fixture } from '@open-wc/testing';
import { ChatPane } from '../../src/elements/chat-pane/chat-pane.js';
import { ChatProvider } from '../../src/elements/chat-provider/chat-provider.js';
import { ChatTranscript } from '../../src/elements/chat-transcript/chat-transcript.js';
import { aView, createFakeDesk } from '../support/fake-desk.js';
import { listenToWarnings } from '../support/listen-to-warnings.js';
import { register } from '../support/register.js';

[ChatPane, ChatProvider, ChatTranscript].forEach(register);

/** What was warned of a tag that names a chat, some time after the page was ready. */
const warningsOf = async (tag: 'chat-pane' | 'chat-transcript', given: object, around?: ChatProvider) => {
  const warnings = listenToWarnings();
  const element = Object.assign(document.createElement(tag), given);
  element.setAttribute('chat-id', 'chat-1');
  around?.append(element);
  await fixture(around ?? element);
  element.requestUpdate();
  await aTimeout(20);
  warnings.stop();
  return warnings.texts;
};

describe('a chat to show', () => {
  for (const tag of ['chat-pane', 'chat-transcript'] as const) {
    it(`that <${tag}> has no desk for is warned of once, with what to do`, async () => {
      const [warning, ...others] = await warningsOf(tag, {});
      expect(warning).to.match(new RegExp(`<${tag}> has no desk to show a chat.*<chat-provider.*"desk" property`));
      expect(others).to.deep.equal([]);
    });

    it(`needs no desk where <${tag}> is given it`, async () => {
      expect(await warningsOf(tag, { chat: aView(), messages: [] })).to.deep.equal([]);
    });

    it(`waits in silence where the desk of <${tag}> is there, or on its way`, async () => {
      expect(await warningsOf(tag, { desk: createFakeDesk().desk })).to.deep.equal([]);
      expect(await warningsOf(tag, {}, document.createElement('chat-provider'))).to.deep.equal([]);
    });
  }
});
