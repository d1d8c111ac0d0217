import { expect, fixture, html } from '@open-wc/testing';
import {
  chatAdapterHarness,
  chatComposerHarness,
  chatListHarness,
  chatTranscriptHarness,
  endChatDialogHarness,
  HarnessError,
  wrapUpFormHarness,
} from '../../../src/testing/index.js';
import { anActive } from '../../desk/support/setup.js';
import { setup } from '../../elements/chat-adapter/setup.js';
import { aChat, aMessage } from '../../support/builders.js';
import { aView } from '../../support/fake-desk.js';
import { inEachLanguage } from './in-each-language.js';

/** The words of a harness that did not find something. */
const said = async (act: () => Promise<unknown>): Promise<string> => {
  try {
    await act();
  } catch (error) {
    expect(error).to.be.instanceOf(HarnessError);
    return (error as HarnessError).message;
  }
  throw new Error('It found what is not there.');
};

describe('a harness that does not find something', () => {
  it('says what it was given instead of its tag', () => {
    expect(() => chatListHarness(document.querySelector('chat-list'))).to.throw(
      HarnessError,
      'A <chat-list> is needed; there is no element.',
    );
    expect(() => chatListHarness(document.body)).to.throw('A <chat-list> is needed; there is <body>.');
  });

  it('says that the tag is not in the document', async () => {
    const list = chatListHarness(document.createElement('chat-list'));
    expect(await said(() => list.chats())).to.equal('This <chat-list> is not in the document.');
    expect(await list.isShown()).to.equal(false);
  });

  inEachLanguage((locale) => {
    it('says which chats there are', async () => {
      const list = chatListHarness(
        await fixture(html`<chat-list .chats=${[aView(), aView({ id: 'b' })]} locale=${locale}></chat-list>`),
      );
      expect(await said(() => list.chat('c').read())).to.equal(
        'There is no chat "c" in <chat-list>; there is: chat-1, b.',
      );
    });

    it('says that a chat is not new, or is', async () => {
      const { adapter } = await setup([anActive(), aChat({ id: 'chat-2' })]);
      adapter.locale = locale;
      const { list } = chatAdapterHarness(adapter);
      expect([await said(() => list.answer('chat-1')), await said(() => list.select('chat-2'))]).to.deep.equal([
        'The chat "chat-1" is active, so it is not answered: only a new one is.',
        'The chat "chat-2" is new, so it is not selected: a new one is answered.',
      ]);
    });

    it('says which tags there are', async () => {
      const { adapter } = await setup();
      adapter.locale = locale;
      expect(await said(() => chatAdapterHarness(adapter).wrapUp.submit())).to.equal(
        'There is no <wrap-up-form> in <chat-adapter>; there is: <chat-launcher>, <chat-list>, <chat-pane>.',
      );
    });

    it('says which parts there are', async () => {
      const form = wrapUpFormHarness(await fixture(html`<wrap-up-form .fields=${{}} locale=${locale}></wrap-up-form>`));
      expect(await said(() => form.writeNotes('Hi'))).to.equal(
        'There is no part "notes" in <wrap-up-form>; there is: form, header, title, fields, actions, status, submit.',
      );
    });

    it('says that a thing cannot be seen', async () => {
      const dialog = endChatDialogHarness(await fixture(html`<end-chat-dialog locale=${locale}></end-chat-dialog>`));
      expect(await said(() => dialog.confirm())).to.equal(
        'The part "confirm" of <end-chat-dialog> cannot be seen: open what it is in first.',
      );
    });

    it('says which messages there are, and what became of one', async () => {
      const transcript = chatTranscriptHarness(
        await fixture(
          html`<chat-transcript
            .messages=${[aMessage({ author: 'agent', delivery: 'sent' })]}
            locale=${locale}
          ></chat-transcript>`,
        ),
      );
      expect([
        await said(() => transcript.retry('other')),
        await said(() => transcript.discard('message-1')),
      ]).to.deep.equal([
        'There is no message "other" in <chat-transcript>; there is: message-1.',
        'The message "message-1" has no discard-button; its delivery is sent.',
      ]);
    });

    it('says which dispositions there are', async () => {
      const form = wrapUpFormHarness(
        await fixture(
          html`<wrap-up-form
            .fields=${{ disposition: 'optional' }}
            .dispositions=${[{ id: 'other', name: 'Other' }]}
            locale=${locale}
          ></wrap-up-form>`,
        ),
      );
      expect(await said(() => form.choose('late'))).to.equal(
        'There is no disposition "late" in <wrap-up-form>; there is: other.',
      );
    });

    it('says how many notices there are, and which unsent messages', async () => {
      const { adapter } = await setup();
      adapter.locale = locale;
      const agent = chatAdapterHarness(adapter);
      expect([await said(() => agent.dismissNotice()), await said(() => agent.discardUnsent('m'))]).to.deep.equal([
        'There is no notice 0 in <chat-adapter>; there are 0, from 0.',
        'There is no unsent message "m" in <chat-adapter>; there is none.',
      ]);
    });
  });

  it('rejects what it does not know yet, and finds it once it is there', async () => {
    const element = await fixture(html`<chat-composer></chat-composer>`);
    const composer = chatComposerHarness(element);
    element.remove();
    expect(await said(() => composer.text())).to.equal('This <chat-composer> is not in the document.');
    (await fixture(html`<div></div>`)).append(element);
    expect(await composer.text()).to.equal('');
  });
});
