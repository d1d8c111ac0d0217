import type { ReactiveController } from 'lit';
import type { DeskOf } from '../../controllers/desk-of.js';
import type { ControlledElement } from '../../controllers/from-context.js';
import { ShownChat } from '../../controllers/shown-chat.js';
import { StreamValue } from '../../controllers/stream-value.js';
import { warnOnce } from '../../controllers/warn-once.js';
import {
  missingFields,
  submittedValues,
  systemClock,
  type Clock,
  type Disposition,
  type SummaryRequest,
  type WrapUpFields,
  type WrapUpValues,
} from '../../core/index.js';
import type { ChatDesk, ChatHandle, ChatView, WrapUpView } from '../../desk/index.js';
import { tellVeto } from '../asking-event.js';
import { formView } from './form-view.js';
import { OwnSummary, type Summarize } from './own-summary.js';
import { ChatBeforeWrapUpEvent } from './wrap-up-form.events.js';

/** The tag whose form this is: what the page set on it counts before what the desk says. */
export interface WrapUpHost extends ControlledElement {
  readonly chatId?: string | undefined;
  readonly fields?: Partial<WrapUpFields> | undefined;
  readonly dispositions?: readonly Disposition[] | undefined;
  readonly summarize?: Summarize | undefined;
  /** The page's form around it. */
  readonly form: HTMLFormElement | null;
}

/** What the form shows, and what the agent does with it. */
export class WrapUpModel implements ReactiveController {
  readonly #host: WrapUpHost;
  readonly #deskOf: DeskOf;
  readonly #shown: ShownChat;
  readonly #summary: OwnSummary;
  readonly #onOther: () => void;
  /** The chats whose Submit waits for a host's decision. */
  readonly #asking = new Set<string>();
  #given: WrapUpValues | undefined;
  /** What was filled in where no desk keeps it. */
  #typed: WrapUpValues | undefined;
  #shownId = '';

  /** `onOther` hears that another chat is shown than before. */
  constructor(host: WrapUpHost, deskOf: DeskOf, onOther: () => void) {
    this.#host = host;
    this.#deskOf = deskOf;
    this.#onOther = onOther;
    this.#shown = new ShownChat(host, deskOf, () => host.chatId);
    new StreamValue(host, () => this.handle?.wrapUp$);
    this.#summary = new OwnSummary(host);
    host.addController(this);
  }

  hostUpdate(): void {
    const { id } = this;
    if (id === '' || id === this.#shownId) return;
    const other = this.#shownId !== '';
    this.#shownId = id;
    if (!other) return;
    // What was begun in one chat's form must not show in another's.
    this.#typed = undefined;
    this.#summary.forget();
    this.#onOther();
  }

  get handle(): ChatHandle | undefined {
    return this.#shown.handle;
  }

  get chat(): ChatView | undefined {
    return this.#shown.view;
  }

  /** The chat's id, also where there is no desk; empty where none is meant. */
  get id(): string {
    return this.#shown.id ?? '';
  }

  get clock(): Clock {
    return this.#deskOf.value?.clock ?? systemClock;
  }

  /** Whether there is something to wrap up: the page says so, or the chat has ended. */
  get isDue(): boolean {
    return this.chat?.state === 'wrap-up' || this.#host.fields !== undefined || this.#deskOf.value === undefined;
  }

  get form(): WrapUpView {
    const { fields, dispositions, localName } = this.#host;
    const own = { fields, dispositions, values: this.#typed ?? this.#given };
    const form = formView(this.handle?.wrapUp$.value, own, (text) => warnOnce(this.#host, `<${localName}>: ${text}`));
    if (this.#host.summarize === undefined) return form;
    const canUndoSummary = this.#summary.canUndo(form.values.notes ?? '');
    return { ...form, summary: this.#summary.status, canUndoSummary };
  }

  get values(): WrapUpValues {
    return this.#typed ?? this.#given ?? this.handle?.wrapUp$.value.values ?? {};
  }

  /** Sets what the page gives; `undefined` lets the desk's count again. */
  give(values: WrapUpValues | undefined): void {
    this.#given = values;
    this.#typed = undefined;
  }

  /** Goes back to what the page gave. */
  reset(): void {
    this.#typed = undefined;
    if (this.handle !== undefined) this.fill({ disposition: '', notes: '', ...this.#given });
    this.#host.requestUpdate();
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

  /** Keeps what was filled in: with the desk, under its chat; here where the page gave values or there is no desk. */
  fill(change: WrapUpValues, desk: ChatDesk | undefined = this.#deskOf.value, handle = this.handle): void {
    const ofPage = this.#given !== undefined || desk === undefined || handle === undefined;
    const next = { ...(ofPage ? this.values : handle.wrapUp$.value.values), ...change };
    if (ofPage) this.#typed = next;
    if (handle !== undefined) desk?.setWrapUpValues(handle.id, next);
    this.#host.requestUpdate();
  }

  /** Asks the page, then submits. A failure is told in the form's state, and what was filled in stays. */
  async submit(): Promise<void> {
    const { form, clock, handle, id: chatId } = this;
    const desk = this.#deskOf.value;
    if (this.isBusy(form) || form.status === 'submitted') return;
    const values = submittedValues(form.fields, form.values);
    const event = new ChatBeforeWrapUpEvent({ deskId: desk?.id ?? '', time: clock.now(), chatId, values });
    this.#asking.add(chatId);
    this.#host.requestUpdate();
    const verdict = await event.ask(this.#host, clock);
    this.#asking.delete(chatId);
    this.#host.requestUpdate();
    if (!verdict.allowed) tellVeto(desk, verdict, handle?.id);
    else if (desk !== undefined && handle !== undefined)
      await desk
        .as('agent')
        .submitWrapUp(handle.id, event.values)
        .catch(() => undefined);
    else if (this.#host.form !== null) this.#host.form.requestSubmit();
    else this.#deskOf.need('submit a wrap-up');
  }

  /** Lets the chat go. */
  done(): void {
    const { handle, chat } = this;
    if (handle === undefined || chat?.pending === 'done') return;
    this.#deskOf.value
      ?.as('agent')
      .done(handle.id)
      .catch(() => undefined);
  }

  /** Whether the list can be asked for again. */
  get canReload(): boolean {
    return this.#host.dispositions === undefined && this.handle !== undefined;
  }

  reload(): void {
    if (this.handle !== undefined) this.#deskOf.value?.loadDispositions(this.handle.id);
  }

  /** Appends a summary to the notes; one that comes late goes to the chat it was asked for. */
  insertSummary(request: SummaryRequest): void {
    const { handle } = this;
    const { summarize } = this.#host;
    const desk = this.#deskOf.value;
    if (this.form.summary === 'pending') return;
    if (summarize !== undefined) {
      const notes = (): string =>
        (this.#given === undefined && handle ? handle.wrapUp$.value.values : this.values).notes ?? '';
      void this.#summary.insert(summarize, notes, (text) => this.fill({ notes: text }, desk, handle));
    } else if (desk !== undefined && handle !== undefined)
      desk
        .as('agent')
        .insertSummary(handle.id, request)
        .catch(() => undefined);
  }

  /** Takes the inserted summary out of the notes. */
  undoSummary(): void {
    if (this.#host.summarize !== undefined) this.fill({ notes: this.#summary.undone(this.values.notes ?? '') });
    else if (this.handle !== undefined) this.#deskOf.value?.undoSummary(this.handle.id);
  }
}
