import type { KeyAct, Stage } from '../../context/stage-context.js';
import type { KeyMap } from '../../core/index.js';
import { createEmitter } from '../../desk/emitter.js';
import { select } from '../../desk/select.js';

/** Makes a stage, with the list collapsed and no keys. */
export const createStage = (): Stage => {
  const changed = createEmitter<void>();
  const acts = new Set<KeyAct>();
  let expanded = false;
  let keys: KeyMap = new Map();
  return {
    expanded$: select(changed.stream, () => expanded),
    expand(value) {
      expanded = value;
      changed.tell();
    },
    keys$: select(changed.stream, () => keys),
    bind(value) {
      keys = value;
      changed.tell();
    },
    offer(act) {
      acts.add(act);
      return () => void acts.delete(act);
    },
    act: (action) => [...acts].some((act) => act(action)),
  };
};
