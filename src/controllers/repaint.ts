import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Clock } from '../core/index.js';
import { tickerOf, type Hurry } from './ticker.js';

/** Repaints its host when a clock reaches a time. All hosts that read the same clock share one wake. */
export class Repaint implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #run: () => void;
  readonly #hurry: Hurry | undefined;
  #waitingOn: Clock | undefined;
  #connected = false;

  /** `tick` is run instead of an update, in as much of a hurry as an update would be. */
  constructor(host: ReactiveControllerHost, hurry?: Hurry, tick?: () => void) {
    this.#host = host;
    this.#run = tick ?? (() => this.#host.requestUpdate());
    this.#hurry = hurry;
    host.addController(this);
  }

  /** Repaints when `clock` reaches `time` (its epoch milliseconds), instead of what was asked for before; `undefined`: not again. */
  at(clock: Clock, time: number | undefined): void {
    const next = time !== undefined && this.#connected ? clock : undefined;
    if (this.#waitingOn !== undefined && this.#waitingOn !== next) tickerOf(this.#waitingOn).forget(this.#run);
    this.#waitingOn = next;
    if (time !== undefined && next !== undefined) tickerOf(next).wait(this.#run, time, this.#hurry);
  }

  hostConnected(): void {
    this.#connected = true;
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#connected = false;
    if (this.#waitingOn !== undefined) this.at(this.#waitingOn, undefined);
  }
}
