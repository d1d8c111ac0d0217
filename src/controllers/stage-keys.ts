import { nothing, type ReactiveController } from 'lit';
import { stageContext, type KeyAct, type Stage } from '../context/stage-context.js';
import type { KeyAction } from '../core/index.js';
import { FromContext, type ControlledElement } from './from-context.js';
import { StreamValue } from './stream-value.js';

/** Offers what a tag does to one stage at a time; `undefined` withdraws it. */
export const createOffer = (act: KeyAct): ((stage: Stage | undefined) => void) => {
  let offeredTo: Stage | undefined;
  let withdraw: (() => void) | undefined;
  return (stage) => {
    if (stage === offeredTo) return;
    withdraw?.();
    withdraw = stage?.offer(act);
    offeredTo = stage;
  };
};

/** Makes a tag do what the keys of the nearest provider stand for, and tell which they are. */
export class StageKeys implements ReactiveController {
  readonly #stage: FromContext<typeof stageContext>;
  readonly #keys;
  readonly #offer;

  constructor(host: ControlledElement, act: KeyAct) {
    this.#offer = createOffer(act);
    this.#stage = new FromContext(host, stageContext);
    this.#keys = new StreamValue(host, () => this.#stage.value?.keys$);
    host.addController(this);
  }

  /** The stage of the nearest provider. */
  get stage(): Stage | undefined {
    return this.#stage.value;
  }

  /** The key for an action, for `aria-keyshortcuts`. */
  of(action: KeyAction): string | typeof nothing {
    return this.#keys.value?.get(action) ?? nothing;
  }

  hostUpdate(): void {
    this.#offer(this.stage);
  }

  hostDisconnected(): void {
    this.#offer(undefined);
  }
}
