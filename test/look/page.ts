import { render } from 'lit';
import { define } from '../../src/define/define.js';
import {
  collectMarks,
  cutTexts,
  focusables,
  frameOf,
  hide,
  moving,
  nameOfFocusable,
  smallTargets,
  type Kind,
  type Mark,
} from './marks.js';
import { sheets } from './sheets.js';

declare global {
  interface Window {
    /** Shows one of the sheets, and resolves once it stands. */
    showSheet(name: string): Promise<void>;
    readonly marks: {
      collect(): readonly Mark[];
      hide(kind: Kind, hidden: boolean): void;
      /** How many things can have the focus. */
      count(): number;
      /** Gives the focus to one of them; tells its name, and the room of it and its ring. */
      focus(which: number): { readonly name: string; readonly box: DOMRect } | undefined;
      blur(): void;
      cut(): readonly string[];
      small(least: number): readonly string[];
      moving(): number;
    };
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

let found: readonly HTMLElement[] = [];
let focused: HTMLElement | undefined;

Object.assign(window, {
  marks: {
    collect: collectMarks,
    hide,
    count: () => (found = focusables()).length,
    focus: (which: number) => {
      focused = found[which];
      focused?.focus();
      focused?.scrollIntoView({ block: 'center', inline: 'nearest' });
      if (!focused?.matches(':focus-visible')) return undefined;
      const { x, y, width, height } = frameOf(focused).getBoundingClientRect();
      return { name: nameOfFocusable(focused), box: { x, y, width, height } };
    },
    blur: () => focused?.blur(),
    cut: cutTexts,
    small: smallTargets,
    moving,
  },
});
