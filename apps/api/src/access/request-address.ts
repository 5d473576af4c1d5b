import type { IncomingMessage } from 'node:http';

/** The network address that a request comes from, by as many hops of proxies as are believed: as the framework tells it, where there is no framework. */
export function addressOf({ headers, socket }: Pick<IncomingMessage, 'headers' | 'socket'>, trustedProxies: number): string | undefined {
  if (trustedProxies === 0) return socket.remoteAddress;
  const forwarded = [headers['x-forwarded-for'] ?? []].flat().join(',').split(',').map((address) => address.trim()).filter((address) => address !== '');
  const hops = [socket.remoteAddress, ...forwarded.reverse()];
  return hops[Math.min(trustedProxies, hops.length - 1)];
}
