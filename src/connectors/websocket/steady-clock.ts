import type { Clock } from '../../core/index.js';

/**
 * A clock for pauses and bounds: setting the machine's clock back does not stop it, and it goes on while the machine
 * sleeps, which `performance.now()` alone does on Windows only.
 */
export const createSteadyClock = (wall = () => Date.now(), monotonic = () => performance.now()): Clock => {
  let time = wall();
  let lastWall = time;
  let lastMonotonic = monotonic();
  return {
    now() {
      const nowWall = wall();
      const nowMonotonic = monotonic();
      time += Math.max(nowWall - lastWall, nowMonotonic - lastMonotonic, 0);
      lastWall = nowWall;
      lastMonotonic = nowMonotonic;
      return time;
    },
  };
};
