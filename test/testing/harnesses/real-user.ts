import { sendKeys, sendMouse } from '@web/test-runner-commands';
import type { HarnessUser } from '../../../src/testing/index.js';

/** The real mouse and keys of the browser. */
export const realUser: HarnessUser = {
  async click(element) {
    element.scrollIntoView({ block: 'nearest' });
    const { x, y, width, height } = element.getBoundingClientRect();
    await sendMouse({ type: 'click', position: [Math.round(x + width / 2), Math.round(y + height / 2)] });
  },
  async type(element, text) {
    element.focus();
    await sendKeys({ type: text });
  },
  press: (key) => sendKeys({ press: key }),
};
