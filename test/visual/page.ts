import { define } from '../../src/define/define.js';
import type { Figures } from '../../stories/state-sheet/contrast.js';
import { modes, setPage, type Mode } from '../../stories/state-sheet/modes.js';
import { styleSheet } from '../../stories/state-sheet/sheet-styles.js';
import { StateCell } from '../../stories/state-sheet/state-cell.js';
import { roomOf, type SheetState, type TagStates } from '../../stories/state-sheet/state.js';
import { sheet } from '../../stories/state-sheet/states.js';
import type { Area } from './picture.js';

/** Where a state stands in the picture of its tag, and its contrast. */
export interface PaintedCell extends Area {
  readonly name: string;
  /** How far what is in it sticks out of its room, in pixels. */
  readonly beyond: number;
  readonly figures: Figures;
  /** Whether its contrast is judged: of what cannot be used now, WCAG asks nothing. */
  readonly judged: boolean;
}

/** A state that needs a page of its own, of this size. */
export interface AloneState {
  readonly name: string;
  readonly width: number;
  readonly height: number;
}

/** What the visual tests ask of this page. */
export interface SheetPage {
  /** The pictures to take, as tag and mode. */
  readonly pictures: readonly (readonly [tag: string, mode: string])[];
  aloneStatesOf(tag: string, mode: string): readonly AloneState[];
  /** Shows one state and nothing else, and resolves when it stands still. */
  showAlone(tag: string, mode: string, state: string): Promise<Figures>;
  /** Shows a tag's states. Those that need a page of their own leave their rooms empty: their contrast is given. */
  show(tag: string, mode: string, alone: Readonly<Record<string, Figures>>): Promise<readonly PaintedCell[]>;
  /** The `:state()`s of a tag that nothing in this page is in. */
  unseen(tag: string, states: readonly string[]): readonly string[];
}

const found = (tag: string, mode: string): readonly [TagStates, Mode] => {
  const of = sheet.find((one) => one.tag === tag);
  const how = modes.find(({ id }) => id === mode);
  if (of === undefined || how === undefined) throw new Error(`There is no ${tag} in the mode ${mode}.`);
  return [of, how];
};

const cellOf = (of: TagStates, state: SheetState, mode: Mode): StateCell => {
  const cell = new StateCell();
  cell.shown = { of, state, mode };
  cell.eager = true;
  return cell;
};

const measured = async (cell: StateCell): Promise<PaintedCell> => {
  const figures = await cell.painted;
  const { x, y, width, height } = cell.getBoundingClientRect();
  const { name, inactive } = cell.shown.state;
  const room = cell.firstElementChild as HTMLElement;
  const beyond = Math.max(room.scrollHeight - room.clientHeight, room.scrollWidth - room.clientWidth);
  return { name, x: x + scrollX, y: y + scrollY, width, height, beyond, figures, judged: inactive !== true };
};

const tagsIn = (root: ParentNode, tag: string): readonly Element[] => [
  ...root.querySelectorAll(tag),
  ...[...root.querySelectorAll('*')].flatMap(({ shadowRoot }) => (shadowRoot ? tagsIn(shadowRoot, tag) : [])),
];

const sheetPage: SheetPage = {
  pictures: sheet.flatMap((one) => modes.map(({ id }) => [one.tag, id] as const)),
  aloneStatesOf: (tag, mode) => {
    const [of, how] = found(tag, mode);
    return of.states
      .filter(({ alone }) => alone === true)
      .map((state) => {
        const [width, height] = roomOf(of, state, how.textSize);
        return { name: state.name, width, height };
      });
  },
  showAlone: async (tag, mode, name) => {
    const [of, how] = found(tag, mode);
    const cells = of.states.filter((state) => state.name === name).map((state) => cellOf(of, state, how));
    setPage(how);
    document.body.className = 'sheet-alone';
    document.body.replaceChildren(...cells);
    const [figures = {}] = await Promise.all(cells.map(({ painted }) => painted));
    return figures;
  },
  show: async (tag, mode, alone) => {
    const [of, how] = found(tag, mode);
    const cells = of.states.map((state) => {
      const cell = cellOf(of, state, how);
      const figures = alone[state.name];
      if (figures) cell.way = { by: 'picture', address: 'data:,', x: 0, y: 0, figures };
      return cell;
    });
    setPage(how);
    document.body.className = '';
    document.body.replaceChildren(...cells);
    return Promise.all(cells.map(measured));
  },
  unseen: (tag, states) =>
    states.filter((one) => !tagsIn(document, tag).some((element) => element.matches(`:state(${one})`))),
};

define();
customElements.define('state-cell', StateCell);
styleSheet();
Object.assign(globalThis, { sheetPage });
