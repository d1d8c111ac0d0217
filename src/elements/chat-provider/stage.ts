import type { Stage } from '../../context/stage-context.js';
import { createEmitter } from '../../desk/emitter.js';
import { select } from '../../desk/select.js';

/** Makes a stage, with the list collapsed. */
export const createStage = (): Stage => {
  const changed = createEmitter<void>();
  let expanded = false;
  return {
    expanded$: select(changed.stream, () => expanded),
    expand(value) {
      expanded = value;
      changed.tell();
    },
  };
};
