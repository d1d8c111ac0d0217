import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { registerTags } from '../../../src/define/register-tags.js';
import type { LauncherToggleEvent } from '../../../src/elements/chat-launcher/chat-launcher.events.js';
import { ChatLauncher } from '../../../src/elements/chat-launcher/chat-launcher.js';
import {
  aRequest,
  aView,
  buttonIn,
  createStripDesk,
  expectAccessibleInLightAndDark,
  settled,
} from '../chat-indicator/support.js';

registerTags([ChatLauncher]);

const setup = async (given: Partial<ChatLauncher> = {}) => {
  const launcher = Object.assign(document.createElement('chat-launcher'), given);
  await fixture(launcher);
  const button = buttonIn(launcher);
  const description = (): string | undefined => {
    const id = button.getAttribute('aria-describedby');
    return id === null ? undefined : launcher.shadowRoot?.getElementById(id)?.textContent?.trim();
  };
  return {
    launcher,
    button,
    description,
    name: () => button.getAttribute('aria-label'),
    badge: () => launcher.shadowRoot?.querySelector('[part=badge]')?.textContent,
    pulses: () => (launcher.shadowRoot as ShadowRoot).getAnimations().some((one) => one instanceof CSSAnimation),
  };
};

describe('chat-launcher', () => {
  describe('shape', () => {
    for (const [name, given] of [
      ['Open chat adapter', {}],
      ['Open chat adapter', { waiting: 12 }],
      ['Close chat adapter', { open: true, waiting: 120 }],
    ] as const)
      it(`is an accessible button named exactly "${name}" with ${JSON.stringify(given)}`, async () => {
        const { launcher, button, name: told } = await setup(given);
        await expectAccessibleInLightAndDark(launcher);
        expect(told()).to.equal(name);
        expect(button.getAttribute('aria-expanded')).to.equal(String('open' in given));
      });

    it('tells how many wait in its description and on a badge', async () => {
      const { description, badge } = await setup({ waiting: 3 });
      expect([description(), badge()]).to.deep.equal(['3 waiting', '3']);
    });

    it('keeps its size when the badge comes', async () => {
      const { launcher } = await setup();
      const before = launcher.getBoundingClientRect().width;
      launcher.waiting = 120;
      await settled(launcher);
      expect(launcher.getBoundingClientRect().width).to.equal(before);
    });
  });

  describe('properties', () => {
    it('has neither badge nor description when nobody waits', async () => {
      const { description, badge } = await setup({ waiting: 0 });
      expect([description(), badge()]).to.deep.equal([undefined, undefined]);
    });

    it('shows 99+ above 99', async () => {
      const { launcher, badge } = await setup({ waiting: 99 });
      expect(badge()).to.equal('99');
      launcher.waiting = 100;
      await settled(launcher);
      expect(badge()).to.equal('99+');
    });

    it('reads how many wait from the desk, live, unless told', async () => {
      const { desk, show } = createStripDesk(aRequest(), aView({ id: 'mine' }));
      const { launcher, badge } = await setup({ desk });
      await settled(launcher);
      expect(badge()).to.equal('1');
      show(aRequest(), aRequest({ id: 'second' }));
      await settled(launcher);
      expect(badge()).to.equal('2');
      launcher.waiting = 7;
      await settled(launcher);
      expect(badge()).to.equal('7');
    });

    it('reads its attributes', async () => {
      const launcher = await fixture<ChatLauncher>(html`<chat-launcher open waiting="4"></chat-launcher>`);
      expect([launcher.open, launcher.waiting]).to.deep.equal([true, 4]);
    });

    it('pulses while somebody waits, until it is opened or calm', async () => {
      const { launcher, pulses } = await setup();
      const seen = [pulses()];
      for (const change of [{ waiting: 1 }, { open: true }, { open: false }, { calm: true }]) {
        Object.assign(launcher, change);
        await settled(launcher);
        seen.push(pulses());
      }
      expect(seen).to.deep.equal([false, true, false, true, false]);
    });
  });

  describe('what the agent does', () => {
    for (const key of ['Enter', 'Space'])
      it(`opens and closes by ${key}`, async () => {
        const { launcher, name } = await setup();
        launcher.focus();
        await sendKeys({ press: key });
        await settled(launcher);
        expect([launcher.hasAttribute('open'), name()]).to.deep.equal([true, 'Close chat adapter']);
        await sendKeys({ press: key });
        await settled(launcher);
        expect([launcher.hasAttribute('open'), name()]).to.deep.equal([false, 'Open chat adapter']);
      });
  });

  describe('events', () => {
    it('tells the adapter around it, and stays as it is when that says no', async () => {
      const { launcher, button } = await setup();
      const seen: boolean[] = [];
      const listen = (event: LauncherToggleEvent): void => {
        seen.push(event.detail.open);
        event.preventDefault();
      };
      launcher.parentElement?.addEventListener('launcher-toggle', listen);
      button.click();
      expect([seen, launcher.open]).to.deep.equal([[true], false]);
    });

    it('does not leave the shadow root it is in, and is silent for what the host sets', async () => {
      const outer = await fixture(html`<div></div>`);
      const launcher = document.createElement('chat-launcher');
      outer.attachShadow({ mode: 'open' }).append(launcher);
      await launcher.updateComplete;
      let heard = 0;
      outer.addEventListener('launcher-toggle', () => (heard += 1));
      buttonIn(launcher).click();
      expect([launcher.open, heard]).to.deep.equal([true, 0]);
      launcher.addEventListener('launcher-toggle', () => (heard += 1));
      launcher.open = false;
      await settled(launcher);
      expect(heard).to.equal(0);
    });
  });

  describe('lifetime', () => {
    it('lets go of the desk when it leaves the page', async () => {
      const { desk, followers } = createStripDesk(aRequest());
      const { launcher } = await setup({ desk });
      expect(followers()).to.equal(1);
      launcher.remove();
      expect(followers()).to.equal(0);
    });
  });
});
