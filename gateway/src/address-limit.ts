import type { IncomingMessage } from 'node:http';
import { isIPv6 } from 'node:net';

/** How many sockets stand open by the address they come from. */
export interface AddressLimit {
  /** Takes a place; what it gives gives the place back, once. `undefined`: there is none left. */
  take(address: string): (() => void) | undefined;
}

/** @param most of one address; 0: any number */
export const createAddressLimit = (most: number): AddressLimit => {
  const open = new Map<string, number>();
  return {
    take(address) {
      const before = open.get(address) ?? 0;
      if (most > 0 && before >= most) return undefined;
      open.set(address, before + 1);
      let taken = true;
      return () => {
        if (!taken) return;
        taken = false;
        const left = (open.get(address) ?? 1) - 1;
        if (left > 0) open.set(address, left);
        else open.delete(address);
      };
    },
  };
};

/** Of an IPv6 address the part that a network is given: who has one has all the others behind it. */
const network = (address: string): string => {
  if (!isIPv6(address)) return address;
  const [head = '', tail] = address.split('::');
  const before = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const groups =
    tail === undefined ? before : [...before, ...Array<string>(8 - before.length - after.length).fill('0'), ...after];
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`;
};

/**
 * Where a request comes from. Behind proxies, what each of them adds to `X-Forwarded-For` stands last: what is further to
 * the left than there are proxies is whatever the other side made up.
 *
 * @param proxies how many proxies of one's own stand before the gateway
 */
export const addressOf = (
  { headers, socket }: Pick<IncomingMessage, 'headers' | 'socket'>,
  proxies: number,
): string => {
  const forwarded = [headers['x-forwarded-for'] ?? []].flat().join(',').split(',');
  const told = proxies > 0 ? forwarded.at(-proxies)?.trim() : undefined;
  const address = told === undefined || told === '' ? (socket.remoteAddress ?? '') : told;
  return network(address.replace(/^::ffff:(?=\d+\.)/u, ''));
};
