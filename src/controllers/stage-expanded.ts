import type { ReactiveController } from 'lit';
import { stageContext, type Stage } from '../context/stage-context.js';
import { EventStream } from './event-stream.js';
import { FromContext, type ControlledElement } from './from-context.js';

/** An element that can show previews. */
export type ExpandableElement = ControlledElement & { expanded: boolean };

/**
 * Keeps an element's `expanded` in step with the nearest provider's stage, both ways: the last change counts. What the
 * element says when it comes is its author's wish, so that an element that comes expanded expands the stage.
 */
export class StageExpanded implements ReactiveController {
  readonly #host: ExpandableElement;
  readonly #stage: FromContext<typeof stageContext>;
  #inStepWith: Stage | undefined;

  constructor(host: ExpandableElement) {
    this.#host = host;
    this.#stage = new FromContext(host, stageContext);
    new EventStream(
      host,
      () => this.#stage.value?.expanded$,
      (expanded) => this.#hear(expanded),
    );
    host.addController(this);
  }

  hostUpdated(): void {
    const { expanded } = this.#host;
    if (this.#inStepWith?.expanded$.value === !expanded) this.#inStepWith.expand(expanded);
  }

  hostDisconnected(): void {
    this.#inStepWith = undefined;
  }

  #hear(expanded: boolean): void {
    const isNew = this.#inStepWith !== this.#stage.value;
    this.#inStepWith = this.#stage.value;
    if (!(isNew && this.#host.expanded)) this.#host.expanded = expanded;
  }
}
