import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { npmIn, npmMust } from './command.js';
import { judgeWrongUse } from './wrong-use.js';

/** Rejects where the types of an app do not agree, or agree where they must not. */
export const checkTypes = async (folder: string): Promise<void> => {
  await npmMust(folder, 'run', '--silent', 'check');
  const { output } = await npmIn(folder, 'run', '--silent', 'check:wrong');
  const wrong = readdirSync(join(folder, 'src')).filter((file) => file.startsWith('wrong-use.'));
  const sources = new Map(wrong.map((file) => [`src/${file}`, readFileSync(join(folder, 'src', file), 'utf8')]));
  const problems = judgeWrongUse(sources, output);
  if (problems.length > 0) throw new Error([...problems, '', output.trim()].join('\n'));
};
