import type { ReactiveController } from 'lit';
import type { DeskOf } from '../../controllers/desk-of.js';
import type { ControlledElement } from '../../controllers/from-context.js';
import { ShownChat } from '../../controllers/shown-chat.js';
import { StreamValue } from '../../controllers/stream-value.js';
import { warnOnce } from '../../core/warn-once.js';
import {
  leavesOf,
  missingFields,
  submittedValues,
  withSummary,
  type Clock,
  type Disposition,
  type Summary,
  type SummaryRequest,
  type WrapUpFields,
  type WrapUpValues,
} from '../../core/index.js';
import type { ChatView, WrapUpView } from '../../desk/index.js';
import { tellVeto } from '../asking-event.js';
import { ChatBeforeWrapUpEvent } from './wrap-up-form.events.js';

/** Makes a summary for a form that is used without a desk. */
export type Summarize = () => Promise<string | Summary>;

/** The tag whose form this is: what the page set on it counts before what the desk says. */
export interface WrapUpHost extends ControlledElement {
  readonly chatId?: string | undefined;
  readonly fields?: Partial<WrapUpFields> | undefined;
  readonly dispositions?: readonly Disposition[] | undefined;
  readonly summarize?: Summarize | undefined;
  /** The page's form around it. */
  readonly form: HTMLFormElement | null;
}

/** The form where neither a desk nor the page says anything: variant A. */
const EMPTY: WrapUpView = {
  fields: { disposition: 'absent', notes: 'absent' },
  values: {},
  status: 'editing',
  dispositions: { status: 'ready', leaves: [] },
  summary: 'off',
  canUndoSummary: false,
};

/** What became of a summary that the page itself makes. */
interface OwnSummary {
  status: 'idle' | 'pending' | 'failed';
  /** What was appended to the notes. */
  inserted?: string;
}

/** What the form shows, and what the agent does with it. The desk keeps what is filled in; without one it is kept here. */
export class WrapUpModel implements ReactiveController {
  readonly #host: WrapUpHost;
  readonly #deskOf: DeskOf;
  readonly #shown: ShownChat;
  readonly #onOther: () => void;
  /** The chats whose Submit waits for a host's decision. */
  readonly #asking = new Set<string>();
  /** What the page filled in. */
  #given: WrapUpValues = {};
  /** What is filled in where no desk keeps it. */
  #kept: WrapUpValues = {};
  /** Whether a desk is still to be told what is kept here; it may come later than the values. */
  #isUntold = false;
  #summary: OwnSummary = { status: 'idle' };
  #shownId = '';

  /** `onOther` hears that another chat is shown than before. */
  constructor(host: WrapUpHost, deskOf: DeskOf, onOther: () => void) {
    this.#host = host;
    this.#deskOf = deskOf;
    this.#onOther = onOther;
    this.#shown = new ShownChat(host, deskOf, () => host.chatId);
    new StreamValue(host, () => this.#shown.handle?.wrapUp$);
    host.addController(this);
  }

  hostUpdate(): void {
    const { id } = this;
    if (id !== this.#shownId && this.#shownId !== '') {
      // What was begun in one chat's form must not show in another's.
      this.#kept = this.#given;
      this.#summary = { status: 'idle' };
      this.#onOther();
    }
    this.#shownId = id;
    if (!this.#isUntold || this.#shown.handle === undefined) return;
    this.#isUntold = false;
    this.fill(this.#kept);
  }

  get chat(): ChatView | undefined {
    return this.#shown.view;
  }

  /** The chat's id, also where there is no desk; empty where none is meant. */
  get id(): string {
    return this.#shown.id ?? '';
  }

  get clock(): Clock {
    return this.#deskOf.clock;
  }

  /** Whether there is something to wrap up: the page says so, or the chat has ended. */
  get isDue(): boolean {
    return this.chat?.state === 'wrap-up' || this.#host.fields !== undefined || this.#shown.desk === undefined;
  }

  get form(): WrapUpView {
    const { fields, dispositions, summarize } = this.#host;
    const { values } = this;
    const { status, inserted } = this.#summary;
    return {
      ...(this.#shown.handle?.wrapUp$.value ?? EMPTY),
      values,
      ...(fields && { fields: { ...EMPTY.fields, ...fields } }),
      ...(dispositions && { dispositions: this.#choicesOf(dispositions) }),
      ...(summarize && { summary: status, canUndoSummary: !!inserted && !!values.notes?.includes(inserted) }),
    };
  }

  get values(): WrapUpValues {
    return (this.#isUntold ? undefined : this.#shown.handle?.wrapUp$.value.values) ?? this.#kept;
  }

  /** Takes what the page fills in, into the form of the chat that the next update shows. */
  give(values: WrapUpValues = {}): void {
    this.#given = this.#kept = values;
    this.#isUntold = true;
  }

  /** Keeps what was filled in: with the desk, under its chat; here where there is none. */
  fill(change: WrapUpValues, { desk, handle }: Pick<ShownChat, 'desk' | 'handle'> = this.#shown): void {
    if (handle === undefined) {
      this.#kept = { ...this.#kept, ...change };
      this.#isUntold = true;
    } else desk?.setWrapUpValues(handle.id, change);
    this.#host.requestUpdate();
  }

  /** Goes back to what the page gave. */
  reset(): void {
    this.fill({ disposition: '', notes: '', extra: {}, ...this.#given });
  }

  /** The required fields that are empty. */
  missing({ fields, values, dispositions, status }: WrapUpView): readonly (keyof WrapUpFields)[] {
    return status === 'submitted' ? [] : missingFields(fields, values, dispositions.leaves.length);
  }

  /** Whether Submit is under way: nothing can be changed until it is settled. */
  isBusy({ status }: WrapUpView): boolean {
    return status === 'submitting' || this.#asking.has(this.id);
  }

  /** Milliseconds until the time limit ends; `undefined` where there is none, or no longer. */
  timeLeft({ deadline, status }: WrapUpView): number | undefined {
    return deadline === undefined || status === 'submitted' ? undefined : deadline - this.clock.now();
  }

  /** Asks the page, then submits. A failure is told in the form's state, and what was filled in stays. */
  async submit(): Promise<void> {
    const { form, id: chatId } = this;
    const { desk, handle } = this.#shown;
    if (this.isBusy(form) || form.status === 'submitted') return;
    const values = submittedValues(form.fields, form.values);
    const event = new ChatBeforeWrapUpEvent({ ...this.#deskOf.told(chatId), values });
    this.#asking.add(chatId);
    this.#host.requestUpdate();
    const veto = await event.ask(this.#host, this.clock);
    this.#asking.delete(chatId);
    this.#host.requestUpdate();
    if (veto) tellVeto(desk, veto, chatId || undefined);
    else if (handle !== undefined) quietly(desk?.as('agent').submitWrapUp(chatId, event.values));
    else if (this.#host.form !== null) this.#host.form.requestSubmit();
    else this.#deskOf.need('submit a wrap-up');
  }

  /** Lets the chat go. */
  done(): void {
    if (this.chat?.pending !== 'done') quietly(this.#shown.desk?.as('agent').done(this.id));
  }

  /** Asks for the list again; `undefined` where there is nobody to ask. */
  get reload(): (() => void) | undefined {
    const { desk, handle } = this.#shown;
    return this.#host.dispositions === undefined && handle ? () => desk?.loadDispositions(handle.id) : undefined;
  }

  /** Appends a summary to the notes; one that comes late goes to the chat it was asked for. */
  async insertSummary(request: SummaryRequest): Promise<void> {
    const { desk, handle } = this.#shown;
    const { summarize } = this.#host;
    if (summarize === undefined) return quietly(desk?.as('agent').insertSummary(this.id, request));
    if (this.#summary.status === 'pending') return;
    const mine: OwnSummary = { status: 'pending' };
    this.#summary = mine;
    this.#host.requestUpdate();
    try {
      const made = await summarize();
      const before = (handle ? handle.wrapUp$.value.values : this.#kept).notes ?? '';
      const notes = withSummary(before, typeof made === 'string' ? made : made.text);
      mine.inserted = notes.slice(before.trimEnd().length);
      mine.status = 'idle';
      if (handle !== undefined || mine === this.#summary) this.fill({ notes }, { desk, handle });
    } catch {
      mine.status = 'failed';
      this.#host.requestUpdate();
    }
  }

  /** Takes the inserted summary out of the notes. */
  undoSummary(): void {
    const { inserted } = this.#summary;
    if (inserted) this.fill({ notes: this.values.notes?.replace(inserted, '') ?? '' });
    else this.#shown.desk?.undoSummary(this.id);
    this.#summary = { status: 'idle' };
  }

  #choicesOf(tree: readonly Disposition[]): WrapUpView['dispositions'] {
    const { leaves, problems } = leavesOf(tree);
    for (const { code, at } of problems)
      warnOnce(
        this.#host,
        `<wrap-up-form>: "dispositions" has a wrong node (${code} at "${at}"): it is left out with all below it. Mend the tree.`,
      );
    return { status: 'ready', leaves };
  }
}

/** The desk itself tells what failed. */
const quietly = (done: Promise<unknown> | undefined): void => void done?.catch(() => undefined);
