/** From here on a claim on three replicas has one winner. */
const ONE_WINNER = '2.10.23';

/** Reading the next record of one subject, and all else that is used here. */
const OLDEST = '2.9.0';

const parts = (version: string): readonly number[] => version.split('-')[0]?.split('.').map(Number) ?? [];

/** Whether a version is at least another one. What cannot be read is not. */
export const isAtLeast = (version: string, least: string): boolean => {
  const asked = parts(least);
  const given = parts(version);
  const differs = asked.findIndex((part, index) => given[index] !== part);
  return differs === -1 || (given[differs] ?? -1) > (asked[differs] ?? 0);
};

/** Why a server may not be used with so many replicas, in words for who runs it; `undefined`: it may. */
export const refusalOf = (version: string, replicas: number): string | undefined => {
  if (!isAtLeast(version, OLDEST)) return `nats-server ${version} is too old: ${OLDEST} is the oldest that works.`;
  if (replicas === 1 || isAtLeast(version, ONE_WINNER)) return undefined;
  return (
    `nats-server ${version} lets two agents win one chat when a stream has ${replicas} replicas ` +
    `(https://github.com/nats-io/nats-server/issues/4320). Use ${ONE_WINNER} or newer on every node, or NATS_REPLICAS=1.`
  );
};
