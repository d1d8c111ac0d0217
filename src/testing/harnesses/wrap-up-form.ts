import type { WrapUpFields, WrapUpValues } from '../../core/index.js';
import { HarnessError, listed } from './harness-error.js';
import { dataOf, harnessFor, type Harness, type Host } from './host.js';
import { wordsOf } from './shadow.js';

/** A disposition in the list. */
export interface ShownDisposition {
  readonly id: string;
  /** Its name with those of all above it. */
  readonly fullPath: string;
}

/** Reads and works a `<wrap-up-form>`. */
export interface WrapUpFormHarness extends Harness {
  /** Which fields it has, and which of them must be filled in. */
  fields(): Promise<WrapUpFields>;
  values(): Promise<WrapUpValues>;
  /** `editing` with the button "Submit"; `submitted` with the button "Done". */
  step(): Promise<'editing' | 'submitted'>;
  /** What it says is wrong, in the page's language. */
  errors(): Promise<readonly string[]>;
  /** What it says of a time limit; `undefined`: nothing. */
  timeLeft(): Promise<string | undefined>;
  /** Opens the list of dispositions, reads it, and closes it by Escape. Rejects if there is no such field. */
  dispositions(): Promise<readonly ShownDisposition[]>;
  /** Chooses a disposition from the list. Rejects if it is not in there, and says what is. */
  choose(dispositionId: string): Promise<void>;
  /** Types into the notes, at the caret. */
  writeNotes(text: string): Promise<void>;
  /** Presses "Insert summary". It is there once the back end has made it: wait for that. */
  insertSummary(): Promise<void>;
  /** Takes the summary out again. */
  undoSummary(): Promise<void>;
  /** Presses "Submit". Rejects if it was submitted already. */
  submit(): Promise<void>;
  /** Presses "Done". Rejects if nothing was submitted yet. */
  done(): Promise<void>;
}

type Presence = WrapUpFields['notes'];

export const wrapUpFormOf = (host: Host): WrapUpFormHarness => {
  const presence = async (name: string): Promise<Presence> => {
    const [field] = await host.parts(name);
    if (field === undefined) return 'absent';
    return field.getAttribute('aria-required') === 'true' ? 'required' : 'optional';
  };
  const isUnfolded = async (): Promise<boolean> => (await host.part('disposition')).ariaExpanded === 'true';
  const unfold = async (): Promise<readonly HTMLElement[]> => {
    if (!(await isUnfolded())) await host.click('disposition');
    return host.parts('option');
  };
  return {
    ...host.harness,
    fields: async () => ({ disposition: await presence('disposition'), notes: await presence('notes') }),
    values: async () => ((await host.element()) as HTMLElement & { readonly values: WrapUpValues }).values,
    step: async () => ((await host.has('done')) ? 'submitted' : 'editing'),
    errors: async () => (await host.parts('error')).map(wordsOf),
    timeLeft: () => host.words('time-left'),
    async dispositions() {
      const all = (await unfold()).map((option) => ({ id: dataOf(option, 'id') ?? '', fullPath: wordsOf(option) }));
      if (await isUnfolded()) await host.press('Escape');
      return all;
    },
    async choose(dispositionId) {
      const options = await unfold();
      const option = options.find((one) => dataOf(one, 'id') === dispositionId);
      if (option !== undefined) return host.click(option);
      const ids = options.map((one) => dataOf(one, 'id') ?? '');
      throw new HarnessError(`There is no disposition "${dispositionId}" in <wrap-up-form>; ${listed(ids)}.`);
    },
    writeNotes: (text) => host.type('notes', text),
    insertSummary: () => host.click('insert-summary'),
    undoSummary: () => host.click('undo-summary'),
    submit: () => host.click('submit'),
    done: () => host.click('done'),
  };
};

/** The harness of a `<wrap-up-form>`. */
export const wrapUpFormHarness = harnessFor('wrap-up-form', wrapUpFormOf);
