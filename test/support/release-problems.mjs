/**
 * What a release is judged by.
 * @typedef {object} ReleaseState
 * @property {string} version that of package.json
 * @property {string} changelog
 * @property {string} changes what `git status --porcelain` prints
 * @property {string | undefined} tag the one that started it, if a tag did
 * @property {readonly string[]} tags those of git on other commits
 * @property {string | undefined} repository the address of package.json, which a provenance points to
 */

/**
 * Why this cannot be released now, in words; nothing if it can.
 * @param {ReleaseState} state
 * @returns {readonly string[]}
 */
export const releaseProblems = ({ version, changelog, changes, tag, tags, repository }) => [
  ...(changes.trim() === '' ? [] : ['There are changes that are not committed.']),
  ...(/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version) ? [] : [`"${version}" in package.json is no version.`]),
  ...(tags.includes(`v${version}`) ? [`v${version} is released already: raise the version of package.json.`] : []),
  ...(changelog.split('\n').some((line) => line.startsWith(`## ${version} - `))
    ? []
    : [`CHANGELOG.md has no section "## ${version} - <date>".`]),
  ...(tag === undefined || tag === `v${version}` ? [] : [`The tag is ${tag}, and package.json says ${version}.`]),
  ...(repository === undefined
    ? [
        'package.json names no "repository". npm takes a provenance only if its "url" is that of the repository whose ' +
          'workflow publishes: add "repository": { "type": "git", "url": "git+https://…" }.',
      ]
    : []),
];
