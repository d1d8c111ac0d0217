import { describe, expect, it } from 'vitest';
import { addressOf } from '../../../gateway/src/address-limit.js';
import { connect } from '../support/client.js';
import { setup } from '../support/setup.js';

describe('sockets of one address', () => {
  it('are refused with 429 over the limit, until one of them is closed', async () => {
    const { gateway, endUser } = await setup({ socketsPerAddress: 2 });
    const nadia = await endUser('nadia');
    await connect(gateway.url);
    await expect(connect(gateway.url)).rejects.toThrow('HTTP 429');
    nadia.cut();
    await expect.poll(() => connect(gateway.url).then(({ isOpen }) => isOpen, String)).toBe(true);
    await expect(connect(gateway.url)).rejects.toThrow('HTTP 429');
  });

  it('do not count once an agent has come in over them, and are given back once', async () => {
    const { gateway, agent, endUser } = await setup({ socketsPerAddress: 1 });
    const ada = await agent('ada');
    await agent('ben');
    await endUser('nadia');
    ada.close();
    await ada.closed;
    await expect(connect(gateway.url)).rejects.toThrow('HTTP 429');
  });

  it('are counted by the address that a trusted proxy tells, and only by that', async () => {
    const { gateway } = await setup({ socketsPerAddress: 1, proxies: 1 });
    const from = (forwarded: string) => connect(gateway.url, { headers: { 'X-Forwarded-For': forwarded } });
    await from('203.0.113.1');
    await from('203.0.113.1, 203.0.113.2');
    await expect(from('203.0.113.9, 203.0.113.1')).rejects.toThrow('HTTP 429');
  });

  it('are any number where the limit is 0', async () => {
    const { gateway } = await setup({ socketsPerAddress: 0 });
    const sockets = await Promise.all(Array.from({ length: 150 }, () => connect(gateway.url)));
    expect(sockets.every(({ isOpen }) => isOpen)).toBe(true);
  });
});

describe('the address of a request', () => {
  const of = (remoteAddress: string | undefined, forwarded?: string, proxies = 0): string =>
    addressOf(
      { headers: { ...(forwarded && { 'x-forwarded-for': forwarded }) }, socket: { remoteAddress } as never },
      proxies,
    );

  it('is that of its socket, whatever it says, where no proxy is trusted', () => {
    expect(of('192.0.2.1', '203.0.113.1')).toBe('192.0.2.1');
    expect(of('::ffff:192.0.2.1')).toBe('192.0.2.1');
    expect(of(undefined)).toBe('');
  });

  it('is as many entries from the end as there are proxies, or the socket’s where they say nothing', () => {
    expect(of('192.0.2.1', 'made up, 203.0.113.1 ,198.51.100.7', 2)).toBe('203.0.113.1');
    expect(of('192.0.2.1', '203.0.113.1', 3)).toBe('192.0.2.1');
    expect(of('192.0.2.1', undefined, 1)).toBe('192.0.2.1');
    expect(of('192.0.2.1', '1:2:3:4:5:6:7:8:9::', 1)).toBe('1:2:3:4:5:6:7:8:9::');
  });

  it('of IPv6 is its network', () => {
    expect(of('2001:db8:1:2:3:4:5:6')).toBe('2001:db8:1:2::/64');
    expect(of('2001:0db8:1:2::6')).toBe('2001:db8:1:2::/64');
    expect(of('2001:db8::6')).toBe('2001:db8:0:0::/64');
    expect(of('::1')).toBe('0:0:0:0::/64');
  });
});
