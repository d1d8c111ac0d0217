import { describe, expect, it } from 'vitest';
import { warnOnce } from '../../src/core/warn-once.js';

const warningsOf = (act: () => void): readonly string[] => {
  const warnings: string[] = [];
  const { warn } = console;
  console.warn = (text: string) => void warnings.push(text);
  act();
  console.warn = warn;
  return warnings;
};

describe('a warning', () => {
  it('is given once for each owner and text, under the name of the package', () => {
    const [one, other] = [{}, {}];
    const warnings = warningsOf(() => {
      warnOnce(one, 'a');
      warnOnce(one, 'a');
      warnOnce(one, 'b');
      warnOnce(other, 'a');
    });
    expect(warnings).toEqual(['agent-chat-adapter: a', 'agent-chat-adapter: b', 'agent-chat-adapter: a']);
  });
});
