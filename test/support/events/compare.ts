import Ajv, { type ValidateFunction } from 'ajv';
import type { Contract } from './contract.js';
import type { FiredEvent } from './record-in-page.js';

/** Of the Context Community Protocol: how a tag finds what is around it. Other libraries speak it too; it is no news. */
const PROTOCOL = ['context-request', 'context-provider'];

const checksOf = ({ events }: Contract): ReadonlyMap<string, ValidateFunction> => {
  const ajv = new Ajv({ allErrors: true });
  return new Map(
    Object.entries(events).flatMap(([name, { detail }]) => (detail === null ? [] : [[name, ajv.compile(detail)]])),
  );
};

/** What is wrong with one event, by what is promised of it. */
const problemsOf = (fired: FiredEvent, { firedBy, events }: Contract, check?: ValidateFunction): readonly string[] => {
  const promise = events[fired.name];
  if (promise === undefined || firedBy.get(fired.tag)?.has(fired.name) !== true) return ['is not in the manifest'];
  const problems = (['bubbles', 'composed', 'cancelable'] as const)
    .filter((flag) => fired[flag] !== promise[flag])
    .map((flag) => `${flag} is ${fired[flag]}, promised ${promise[flag]}`);
  const isOwn = promise.class !== 'Event';
  if (fired.isCustom !== isOwn || (isOwn && fired.type !== fired.name)) problems.push(`is no ${promise.class}`);
  if (check === undefined && fired.detail !== null) problems.push('has a detail, and none is promised');
  if (check !== undefined && !check(fired.detail))
    for (const { instancePath, message = '', params } of check.errors ?? [])
      problems.push(`detail${instancePath} ${message} (${JSON.stringify(params)})`);
  return problems;
};

/**
 * Compares what was dispatched with what is promised: every event is in the manifest of its tag, with its class, its flags
 * and its detail; and where the `whole` of the journeys ran, every event of the manifest was dispatched. Says each thing once.
 */
export const compare = (all: readonly FiredEvent[], contract: Contract, whole: boolean): readonly string[] => {
  const checks = checksOf(contract);
  // What does not leave a shadow root is nobody's business.
  const fired = all.filter(({ name, fromInside, composed }) => !PROTOCOL.includes(name) && (!fromInside || composed));
  const problems = fired.flatMap((event) =>
    problemsOf(event, contract, checks.get(event.name)).map(
      (problem) => `<${event.tag}> dispatched "${event.name}": ${problem}.`,
    ),
  );
  const seen = new Set(fired.map(({ tag, name }) => `${tag} ${name}`));
  const missing = [...contract.firedBy].flatMap(([tag, names]) =>
    [...names]
      .filter((name) => !seen.has(`${tag} ${name}`))
      .map((name) => `<${tag}> never dispatched "${name}", which is in the manifest.`),
  );
  return [...new Set([...problems, ...(whole ? missing : [])])];
};
