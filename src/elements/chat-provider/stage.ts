import { BehaviorSubject } from 'rxjs';
import type { Stage } from '../../context/stage-context.js';
import { select } from '../../desk/select.js';

/** Makes a stage, with the list collapsed. */
export const createStage = (): Stage => {
  const expanded = new BehaviorSubject(false);
  return { expanded$: select(expanded, () => expanded.value), expand: (value) => expanded.next(value) };
};
