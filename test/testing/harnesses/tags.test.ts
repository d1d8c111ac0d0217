import { expect, fixture, html } from '@open-wc/testing';
import { define } from '../../../src/define/define.js';
import {
  channelIconHarness,
  chatComposerHarness,
  chatIndicatorHarness,
  chatLauncherHarness,
  chatListHarness,
  chatMessageHarness,
  chatPaneHarness,
  chatTranscriptHarness,
  endChatDialogHarness,
  responseTimerHarness,
  typingIndicatorHarness,
  wrapUpFormHarness,
} from '../../../src/testing/index.js';
import { aMessage, at } from '../../support/builders.js';
import { aView } from '../../support/fake-desk.js';
import { inEachLanguage } from './in-each-language.js';

define();

const clock = { now: () => at(80) };

inEachLanguage((locale) => {
  describe('the harness of a tag that stands alone', () => {
    it('reads <channel-icon>', async () => {
      const icon = channelIconHarness(
        await fixture(html`<channel-icon channel="sms" left locale=${locale}></channel-icon>`),
      );
      expect([await icon.channel(), await icon.left()]).to.deep.equal(['sms', true]);
      expect(await icon.label()).to.contain('SMS');
    });

    it('reads <response-timer>', async () => {
      const timer = responseTimerHarness(
        await fixture(
          html`<response-timer .since=${at(0)} target="120" .clock=${clock} locale=${locale}></response-timer>`,
        ),
      );
      expect([await timer.urgency(), await timer.text()]).to.deep.equal(['soon', '1:20']);
      expect(await timer.label()).to.contain('20');
    });

    it('reads a <response-timer> by which no time counts', async () => {
      const timer = responseTimerHarness(await fixture(html`<response-timer locale=${locale}></response-timer>`));
      expect([await timer.urgency(), await timer.text(), await timer.label()]).to.deep.equal(['none', '', '']);
    });

    it('reads <typing-indicator>', async () => {
      const element = await fixture<HTMLElement & { preview?: string }>(
        html`<typing-indicator typing locale=${locale}></typing-indicator>`,
      );
      const typing = typingIndicatorHarness(element);
      expect([await typing.isTyping(), await typing.preview()]).to.deep.equal([true, undefined]);
      element.preview = 'I have  two';
      expect(await typing.preview()).to.equal('I have  two');
    });

    it('reads and works <chat-launcher>', async () => {
      const launcher = chatLauncherHarness(
        await fixture(html`<chat-launcher waiting="120" locale=${locale}></chat-launcher>`),
      );
      expect([await launcher.isOpen(), await launcher.waiting()]).to.deep.equal([false, 120]);
      await launcher.open();
      expect(await launcher.isOpen()).to.equal(true);
      await launcher.close();
      expect(await launcher.isOpen()).to.equal(false);
    });

    it('reads a <chat-indicator> that only has attributes', async () => {
      const indicator = chatIndicatorHarness(
        await fixture(
          html`<chat-indicator
            state="left"
            channel="web"
            urgency="soon"
            unread="120"
            name="Ana Silva"
            selected
            expanded
            locale=${locale}
          ></chat-indicator>`,
        ),
      );
      const { label, ...rest } = await indicator.read();
      expect(rest).to.deep.equal({ name: 'Ana Silva', state: 'left', unread: 120, urgency: 'soon', selected: true });
      expect(label).to.contain('Ana Silva');
      expect(await indicator.preview()).to.equal('');
    });

    it('reads a <chat-list>, also one without chats', async () => {
      const element = await fixture<HTMLElement & { chats: unknown }>(
        html`<chat-list .chats=${[aView({ unread: 2 })]} locale=${locale}></chat-list>`,
      );
      const list = chatListHarness(element);
      expect((await list.chats()).map(({ chatId, unread }) => [chatId, unread])).to.deep.equal([['chat-1', 2]]);
      element.chats = [];
      expect(await list.chats()).to.deep.equal([]);
    });

    it('reads <chat-message>, and what cannot be shown', async () => {
      const element = await fixture<HTMLElement & { message: unknown }>(
        html`<chat-message
          .message=${aMessage({ author: 'agent', text: 'Hi', delivery: 'sent' })}
          locale=${locale}
        ></chat-message>`,
      );
      const message = chatMessageHarness(element);
      expect(await message.read()).to.deep.equal({
        id: 'message-1',
        text: 'Hi',
        side: 'outgoing',
        delivery: 'sent',
        internal: false,
        placeholder: false,
      });
      element.message = aMessage({ author: 'agent', kind: 'image', text: 'My cat', internal: true });
      const { text, ...rest } = await message.read();
      expect(rest).to.deep.equal({ id: 'message-1', side: 'outgoing', internal: true, placeholder: true });
      expect(text).to.contain('My cat');
    });

    it('reads <chat-transcript>', async () => {
      const messages = [aMessage(), aMessage({ id: 'message-2', author: 'system', text: 'Moved.' })];
      const transcript = chatTranscriptHarness(
        await fixture(
          html`<chat-transcript .messages=${messages} preview="And" typing locale=${locale}></chat-transcript>`,
        ),
      );
      expect((await transcript.messages()).map(({ id, text, side }) => [id, text, side])).to.deep.equal([
        ['message-1', 'Hello', 'incoming'],
        ['message-2', 'Moved.', 'system'],
      ]);
      expect([await transcript.newMessages(), await transcript.unreadFrom()]).to.deep.equal([0, undefined]);
      expect(await transcript.typing.preview()).to.equal('And');
    });

    it('reads and works <chat-composer>', async () => {
      const element = await fixture<HTMLElement & { lockedBecause: string }>(
        html`<chat-composer locale=${locale}></chat-composer>`,
      );
      const composer = chatComposerHarness(element);
      await composer.write('One\nTwo');
      expect([await composer.text(), await composer.locked(), await composer.reason()]).to.deep.equal([
        'One\nTwo',
        false,
        undefined,
      ]);
      element.lockedBecause = 'Over.';
      expect([await composer.locked(), await composer.reason()]).to.deep.equal([true, 'Over.']);
    });

    it('reads and works <end-chat-dialog>', async () => {
      const element = await fixture(
        html`<end-chat-dialog
          open
          .chat=${aView()}
          .arrived=${[aMessage({ text: 'Wait!' })]}
          locale=${locale}
        ></end-chat-dialog>`,
      );
      const dialog = endChatDialogHarness(element);
      expect([await dialog.isOpen(), await dialog.arrived()]).to.deep.equal([true, 'Wait!']);
      await dialog.cancel();
      expect(await dialog.isOpen()).to.equal(false);
    });

    it('reads and works <chat-pane>', async () => {
      const element = await fixture<HTMLElement & { chat: unknown; endUnavailable: string }>(
        html`<chat-pane .messages=${[aMessage()]} locale=${locale}></chat-pane>`,
      );
      const pane = chatPaneHarness(element);
      expect([await pane.isEmpty(), await pane.name(), await pane.urgency()]).to.deep.equal([true, undefined, 'none']);
      element.chat = aView();
      element.endUnavailable = 'Not on Mondays.';
      expect([await pane.isEmpty(), await pane.name()]).to.deep.equal([false, 'Ana Silva']);
      expect(await pane.endUnavailable()).to.equal('Not on Mondays.');
      element.endUnavailable = '';
      await pane.end();
      expect(await pane.dialog.isOpen()).to.equal(true);
    });

    it('reads and works <wrap-up-form>, with its summary', async () => {
      const form = wrapUpFormHarness(
        await fixture(
          html`<wrap-up-form
            .fields=${{ notes: 'required' }}
            .summarize=${() => Promise.resolve({ text: 'They agreed.' })}
            locale=${locale}
          ></wrap-up-form>`,
        ),
      );
      expect([await form.fields(), await form.step()]).to.deep.equal([
        { disposition: 'absent', notes: 'required' },
        'editing',
      ]);
      await form.writeNotes('Be quick.');
      await form.insertSummary();
      expect((await form.values()).notes).to.match(/^Be quick\.[^]*They agreed\./u);
      await form.undoSummary();
      expect([await form.values(), await form.timeLeft()]).to.deep.equal([{ notes: 'Be quick.' }, undefined]);
    });
  });
});
