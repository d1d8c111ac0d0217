import { nothing, type ReactiveController } from 'lit';
import { stageContext, type KeyAct, type Stage } from '../context/stage-context.js';
import type { KeyAction } from '../core/index.js';
import { FromContext, type ControlledElement } from './from-context.js';
import { StreamValue } from './stream-value.js';

/** Makes a tag do what the keys of the nearest provider stand for, and tell which they are. */
export class StageKeys implements ReactiveController {
  readonly #stage: FromContext<typeof stageContext>;
  readonly #keys;
  readonly #act: KeyAct;
  #offeredTo: Stage | undefined;
  #withdraw: (() => void) | undefined;

  constructor(host: ControlledElement, act: KeyAct) {
    this.#act = act;
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
    const { stage } = this;
    if (stage === this.#offeredTo) return;
    this.#withdraw?.();
    this.#withdraw = stage?.offer(this.#act);
    this.#offeredTo = stage;
  }

  hostDisconnected(): void {
    this.#withdraw?.();
    this.#withdraw = this.#offeredTo = undefined;
  }
}
