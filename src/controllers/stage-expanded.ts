import { stageContext, type Stage } from '../context/stage-context.js';
import { EventStream } from './event-stream.js';
import { FromContext, type ControlledElement } from './from-context.js';

/** An element that can show previews. */
export type ExpandableElement = ControlledElement & { expanded: boolean };

/**
 * Keeps an element's `expanded` in step with the nearest provider's stage, both ways: the last change counts. What the
 * element says when it comes is its author's wish, so that an element that comes expanded expands the stage.
 */
export const keepExpanded = (host: ExpandableElement): void => {
  const nearest = new FromContext(host, stageContext);
  let inStepWith: Stage | undefined;
  new EventStream(
    host,
    () => nearest.value?.expanded$,
    (expanded) => {
      const isNew = inStepWith !== nearest.value;
      inStepWith = nearest.value;
      if (!(isNew && host.expanded)) host.expanded = expanded;
    },
  );
  host.addController({
    hostUpdated() {
      const { expanded } = host;
      if (inStepWith?.expanded$.value === !expanded) inStepWith.expand(expanded);
    },
    hostDisconnected() {
      inStepWith = undefined;
    },
  });
};
