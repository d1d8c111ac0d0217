import type { ControlledElement } from '../../controllers/from-context.js';
import type { WrapUpValues } from '../../core/index.js';

/** What a page's own fields hold, by name. Of several with one name the values stand on lines of their own. */
export type ExtraValues = Readonly<Record<string, string>>;

/** What fields have in common, those of custom elements too. */
type Field = HTMLElement & {
  readonly type?: string;
  readonly disabled?: boolean;
  value?: unknown;
  checked?: boolean;
  readonly options?: HTMLOptionsCollection;
  checkValidity?(): boolean;
  reportValidity?(): boolean;
};

/** Where the values of the chat that is shown are kept. */
export interface ExtraKeeper {
  readonly id: string;
  readonly values: WrapUpValues;
  fill(change: WrapUpValues): void;
}

/** The page's own fields in a slot. */
export interface ExtraFields {
  /** Takes what they hold now. Returns whether all are valid, and tells the agent of the first that is not. */
  check(): boolean;
}

const none: ExtraValues = {};

const isTicked = ({ type }: Field): boolean => type === 'checkbox' || type === 'radio';

const valuesOf = (field: Field): readonly string[] => {
  if (field.disabled === true || (isTicked(field) && field.checked !== true)) return [];
  if (field.type === 'select-multiple')
    return [...(field.options ?? [])].filter(({ selected }) => selected).map(({ value }) => value);
  const { value } = field;
  return typeof value === 'string' || typeof value === 'number' ? [String(value)] : [];
};

/**
 * Keeps what is in the page's own fields with the values of the chat that is shown: another chat has its own, and a reload
 * brings them back.
 */
export const createExtraFields = (host: ControlledElement, root: ShadowRoot, keeper: ExtraKeeper): ExtraFields => {
  /** What the fields hold, and of which chat. */
  let shown: ExtraValues | undefined;
  let shownId: string | undefined;

  /** What the page had in its fields before a chat's values came into them. */
  const before = new WeakMap<Field, readonly string[]>();

  const fields = (): readonly Field[] =>
    [...root.querySelectorAll<HTMLSlotElement>('slot')]
      .flatMap((slot) => slot.assignedElements({ flatten: true }))
      .flatMap((element) => [element, ...element.querySelectorAll('[name]')])
      .filter((element): element is Field => Boolean(element.getAttribute('name')));

  const fill = (field: Field, values: readonly string[]): void => {
    if (isTicked(field)) field.checked = values.includes(String(field.value));
    else if (field.type === 'select-multiple')
      for (const option of field.options ?? []) option.selected = values.includes(option.value);
    else if (values.join('\n') !== valuesOf(field).join('\n')) field.value = values.join('\n');
  };

  const read = (): ExtraValues => {
    const found = new Map<string, string[]>();
    for (const field of fields()) {
      const name = field.getAttribute('name') ?? '';
      found.set(name, [...(found.get(name) ?? []), ...valuesOf(field)]);
    }
    return Object.fromEntries([...found].map(([name, values]) => [name, values.join('\n')]));
  };

  /** Those that `values` does not name become as the page made them. */
  const write = (values: ExtraValues): void => {
    for (const field of fields()) {
      if (!before.has(field)) before.set(field, valuesOf(field));
      const value = values[field.getAttribute('name') ?? ''];
      const several = isTicked(field) || field.type === 'select-multiple';
      fill(field, value === undefined ? (before.get(field) ?? []) : several ? value.split('\n') : [value]);
    }
  };

  const keep = (): void => {
    shown = read();
    shownId = keeper.id;
    keeper.fill({ extra: shown });
  };

  const onInput = ({ target }: Event): void => {
    if (!root.contains(target as Node)) keep();
  };
  root.addEventListener('input', onInput);
  root.addEventListener('change', onInput);
  root.addEventListener('slotchange', () => {
    shownId = undefined;
    host.requestUpdate();
  });
  host.addController({
    hostUpdated() {
      const { id, values } = keeper;
      const { extra = none } = values;
      if (extra === shown && id === shownId) return;
      shown = extra;
      shownId = id;
      write(extra);
    },
  });
  host.requestUpdate();

  return {
    check() {
      keep();
      const wrong = fields().find((field) => field.checkValidity?.() === false);
      wrong?.reportValidity?.();
      return wrong === undefined;
    },
  };
};
