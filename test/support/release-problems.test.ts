import { describe, expect, it } from 'vitest';
import { releaseProblems } from './release-problems.mjs';

const ready = {
  version: '1.2.0',
  changelog: '# Changelog\n\n## 1.2.0 - 2026-11-26\n\n### Added\n',
  changes: '\n',
  tag: 'v1.2.0',
  tags: ['v1.1.0'],
  repository: 'https://example.com/agent-chat-adapter.git',
};

describe('a release', () => {
  it('is possible when all is in place', () => {
    expect(releaseProblems(ready)).toEqual([]);
    expect(releaseProblems({ ...ready, tag: undefined })).toEqual([]);
  });

  it.each([
    ['changes that are not committed', { changes: ' M README.md\n' }, /not committed/],
    [
      'a version that is none',
      { version: 'next', tag: 'vnext', changelog: '## next - today' },
      /"next" in package\.json is no version/,
    ],
    ['a version that was released', { tags: ['v1.1.0', 'v1.2.0'] }, /v1\.2\.0 is released already/],
    ['a changelog that does not speak of it', { changelog: '## Unreleased\n' }, /no section "## 1\.2\.0/],
    ['a tag of another version', { tag: 'v1.3.0' }, /The tag is v1\.3\.0, and package\.json says 1\.2\.0/],
    ['no repository to point to', { repository: undefined }, /^package\.json names no "repository"/],
  ])('is refused for %s, and for nothing else', (_what, change, problem) => {
    const problems = releaseProblems({ ...ready, ...change });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(problem);
  });
});
