import { given, wakeAt, type Clock } from '../core/index.js';
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

/** That the host said no: with words for the agent, if it gave some, or because its decision failed. */
export interface Veto {
  readonly text?: string;
  readonly failed?: boolean;
}

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
        : Promise.all([before, next]).then(([first, second]) => (vetoOf(first) ? first : second));
  }

  /** Dispatches from `target` and waits for the answer: a veto, or `undefined` where there is none. @internal */
  async ask(target: EventTarget, clock: Clock): Promise<Veto | undefined> {
    const allowed = target.dispatchEvent(this);
    this.#open = false;
    if (!allowed) return {};
    const decision = this.#decision;
    return new Promise((resolve) => {
      if (decision === undefined) return resolve(undefined);
      const failed = (): void => resolve({ failed: true });
      const cancel = wakeAt(clock, clock.now() + DECISION_LIMIT, failed);
      decision.then((answer) => resolve(vetoOf(answer)), failed).finally(cancel);
    });
  }
}

const vetoOf = (answer: Decision): Veto | undefined => {
  if (typeof answer === 'object' && answer !== null) return { text: String(answer.veto) };
  return answer === false ? {} : undefined;
};

/** Tells the agent, and the log, why an action of theirs was not done. */
export const tellVeto = (desk: ChatDesk | undefined, { failed, text }: Veto, chatId: string | undefined): void => {
  const code = failed ? 'host-decision-failed' : 'host-veto';
  if (failed || text !== undefined) desk?.notify(given({ code, text, chatId }));
  if (failed) desk?.tell('chat-error', { code, message: 'The host gave no decision.' }, 'agent', chatId);
};
