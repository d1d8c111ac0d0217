import { wakeAt, type Clock } from '../core/index.js';
import type { ChatDesk } from '../desk/index.js';

/** What every event tells. */
export interface EventDetail {
  /** Which desk; empty where the tag stands alone. */
  readonly deskId: string;
  /** Epoch milliseconds on the server's clock. */
  readonly time: number;
}

/** What every event about a chat tells. */
export interface ChatEventDetail extends EventDetail {
  readonly chatId: string;
}

/** A host's answer: go on, or not, with words for the agent if it likes. */
export type Decision = boolean | undefined | { readonly veto: string };

/** How an asking event was settled. */
export type Verdict =
  { readonly allowed: true } | { readonly allowed: false; readonly text?: string; readonly failed?: boolean };

/** How long a host may take to decide, in milliseconds. */
export const DECISION_LIMIT = 10_000;

/** An event that asks before the agent's action is done: `preventDefault()` vetoes, `decide(promise)` decides later. */
export abstract class AskingEvent<D extends EventDetail> extends CustomEvent<D> {
  #decision: Promise<Decision> | undefined;
  #open = true;

  constructor(type: string, detail: D) {
    super(type, { detail, bubbles: true, composed: true, cancelable: true });
  }

  /**
   * Decides later: `false` or `{ veto: "words for the agent" }` vetoes, anything else allows. A rejection, or no answer
   * within 10 s, vetoes. Call it while the event is being dispatched; later it throws. The first veto of several wins.
   */
  decide(decision: Decision | Promise<Decision>): void {
    if (!this.#open) throw new Error(`${this.type}: call decide() while the event is being dispatched, not later.`);
    const before = this.#decision;
    const next = Promise.resolve(decision);
    this.#decision =
      before === undefined
        ? next
        : Promise.all([before, next]).then(([first, second]) => (isVeto(first) ? first : second));
  }

  /** Dispatches from `target` and waits for the answer. @internal */
  async ask(target: EventTarget, clock: Clock): Promise<Verdict> {
    const allowed = target.dispatchEvent(this);
    this.#open = false;
    if (!allowed) return { allowed: false };
    const decision = this.#decision;
    if (decision === undefined) return { allowed: true };
    return new Promise((resolve) => {
      const failed = (): void => resolve({ allowed: false, failed: true });
      const cancel = wakeAt(clock, clock.now() + DECISION_LIMIT, failed);
      decision
        .then((answer) => resolve(isVeto(answer) ? { allowed: false, ...wordsOf(answer) } : { allowed: true }), failed)
        .finally(cancel);
    });
  }
}

const isVeto = (answer: Decision): boolean => answer === false || (typeof answer === 'object' && answer !== null);

const wordsOf = (answer: Decision): { text?: string } =>
  typeof answer === 'object' ? { text: String(answer.veto) } : {};

/** Tells the agent, and the log, why an action of theirs was not done. */
export const tellVeto = (desk: ChatDesk | undefined, verdict: Verdict, chatId: string | undefined): void => {
  if (desk === undefined || verdict.allowed) return;
  const chat = chatId === undefined ? {} : { chatId };
  if (verdict.failed === true) {
    desk.notify({ code: 'host-decision-failed', ...chat });
    desk.tell('chat-error', { code: 'host-decision-failed', message: 'The host gave no decision.' }, 'agent', chatId);
  } else if (verdict.text !== undefined) desk.notify({ code: 'host-veto', text: verdict.text, ...chat });
};
