/** Runs a task for each, so many at a time; the results are in the order of the tasks. */
export const inParallel = async <T, R>(
  tasks: readonly T[],
  atATime: number,
  run: (task: T) => Promise<R>,
): Promise<readonly R[]> => {
  const results: R[] = [];
  const queue = [...tasks.entries()];
  const worker = async (): Promise<void> => {
    for (let next = queue.shift(); next; next = queue.shift()) results[next[0]] = await run(next[1]);
  };
  await Promise.all(Array.from({ length: atATime }, worker));
  return results;
};
