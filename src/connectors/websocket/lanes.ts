/**
 * Runs tasks of one lane one after the other, those of different lanes at once. What is sent first then stands first,
 * also where a network swaps frames, or a server is asked again for the first of two only.
 */
export const createLanes = (): (<T>(lane: string, task: () => Promise<T>) => Promise<T>) => {
  const tails = new Map<string, Promise<unknown>>();
  return (lane, task) => {
    const before = tails.get(lane);
    const result = before === undefined ? task() : before.then(task, task);
    tails.set(lane, result);
    const leave = (): void => {
      if (tails.get(lane) === result) tails.delete(lane);
    };
    result.then(leave, leave);
    return result;
  };
};
