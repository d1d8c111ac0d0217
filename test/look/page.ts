import { render } from 'lit';
import { define } from '../../src/define/define.js';
import { sheets } from './sheets.js';

declare global {
  interface Window {
    /** Shows one of the sheets, and resolves once it stands. */
    showSheet(name: string): Promise<void>;
  }
}

define();

const frames = async (count: number): Promise<void> => {
  for (let each = 0; each < count; each += 1) await new Promise((resolve) => requestAnimationFrame(resolve));
};

window.showSheet = async (name) => {
  const sheet = sheets[name];
  if (sheet === undefined) throw new Error(`There is no sheet "${name}".`);
  const page = document.querySelector('main') as HTMLElement;
  render(sheet.view(), page);
  await frames(3);
  await sheet.act?.(page);
  await frames(6);
};
