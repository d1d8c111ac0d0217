import { expect, fixture, html } from '@open-wc/testing';
import { registerTags } from '../../../src/define/register-tags.js';
import { ChannelIcon } from '../../../src/elements/channel-icon/channel-icon.js';
import { expectAccessibleInLightAndDark } from '../chat-indicator/support.js';

registerTags([ChannelIcon]);

const setup = async (channel: string, left = false) => {
  const icon = await fixture<ChannelIcon>(html`<channel-icon channel=${channel} ?left=${left}></channel-icon>`);
  const image = (): Element | null => icon.shadowRoot?.querySelector('[role=img]') ?? null;
  return {
    icon,
    name: () => image()?.getAttribute('aria-label'),
    drawing: () => image()?.querySelector('svg')?.innerHTML,
    strike: () => icon.shadowRoot?.querySelector('.strike .line') ?? null,
  };
};

describe('channel-icon', () => {
  describe('shape', () => {
    for (const [channel, name] of [
      ['web', 'web'],
      ['mobile', 'mobile'],
      ['whatsapp', 'WhatsApp'],
      ['sms', 'SMS'],
      ['pigeon', 'other channel'],
      ['', 'other channel'],
    ] as const) {
      it(`is an image named "${name}" for channel "${channel}"`, async () => {
        const { icon, name: told } = await setup(channel);
        await expectAccessibleInLightAndDark(icon);
        expect(told()).to.equal(name);
      });
    }

    it('has another drawing for each channel', async () => {
      const drawings = new Set<string | undefined>();
      for (const channel of ['web', 'mobile', 'whatsapp', 'sms', 'pigeon'])
        drawings.add((await setup(channel)).drawing()?.replace(/<!--.*?-->/gu, ''));
      expect(drawings.size).to.equal(5);
    });
  });

  describe('properties', () => {
    it('is struck through by a line, and says so, once the end user has left', async () => {
      const { name, strike } = await setup('web', true);
      expect(name()).to.equal('web, left');
      const line = strike();
      expect(getComputedStyle(line as Element).stroke).to.match(/^rgb/u);
      expect((line as Element).getBoundingClientRect().width).to.be.greaterThan(15);
    });

    it('is not struck while the end user is there, nor after they came back', async () => {
      const { icon, name, strike } = await setup('sms', true);
      icon.left = false;
      await icon.updateComplete;
      expect(name()).to.equal('SMS');
      expect(strike() === null).to.equal(true);
    });

    it('takes the page’s label and words', async () => {
      const { icon, name } = await setup('web');
      icon.strings = { channelWeb: 'browser' };
      await icon.updateComplete;
      expect(name()).to.equal('browser');
      icon.setAttribute('aria-label', 'Shop');
      await icon.updateComplete;
      expect(name()).to.equal('Shop');
    });
  });
});
