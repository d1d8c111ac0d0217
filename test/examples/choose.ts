import type { Sample } from '../accessible/modes.js';

/** An example that is proven in each sample: it shows in seconds whether the packed package works at all. */
const ALWAYS = 'plain-cdn';

/** Which of these apps to prove. Throws where `only` names one that is not there. */
export const choose = (
  all: readonly string[],
  { only, sample }: { readonly only?: readonly string[] | undefined; readonly sample?: Sample | undefined },
): readonly string[] => {
  const unknown = only?.filter((name) => !all.includes(name)) ?? [];
  if (unknown.length > 0) throw new Error(`There is no example ${unknown.join(', ')}: there are ${all.join(', ')}.`);
  if (only !== undefined) return all.filter((name) => only.includes(name));
  if (sample === undefined) return all;
  const others = all.filter((name) => name !== ALWAYS);
  return all.filter((name) => name === ALWAYS || others.indexOf(name) % sample.of === sample.part);
};
