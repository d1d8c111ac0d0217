import { expect, fixture, html } from '@open-wc/testing';
import { chatIcon } from '../../../src/elements/icons/chat.js';
import { drawing } from '../../../src/elements/icons/drawing.js';
import { smsIcon } from '../../../src/elements/icons/channel-sms.js';

describe('icons', () => {
  it('are hidden from screen readers, take the colour of the text and grow with it', async () => {
    const around = await fixture(html`<p style="font-size: 40px; color: rgb(1, 2, 3)">${chatIcon}</p>`);
    const icon = around.querySelector('svg') as SVGElement;
    expect(icon.getAttribute('aria-hidden')).to.equal('true');
    expect(getComputedStyle(icon).stroke).to.equal('rgb(1, 2, 3)');
    expect(icon.getBoundingClientRect().width).to.equal(50);
  });

  it('can be drawn any number of times', async () => {
    const around = await fixture(html`<p>${smsIcon}${smsIcon}${drawing('M0 0')}</p>`);
    expect([...around.querySelectorAll('svg')].map((icon) => icon.querySelectorAll('path').length)).to.deep.equal([
      2, 2, 1,
    ]);
  });
});
