import { BlockList, isIP } from 'node:net';

/** A network as CIDR, or one address: `203.0.113.0/24`, `2001:db8::/32`, `198.51.100.7`. */
export function isNetwork(text: string): boolean {
  const [address = '', prefix, ...rest] = text.split('/');
  const family = isIP(address);
  if (family === 0 || rest.length > 0 || address.includes('%')) return false;
  return prefix === undefined || (/^\d{1,3}$/.test(prefix) && Number(prefix) <= (family === 4 ? 32 : 128));
}

/** `networks` without any is everywhere. */
export function isWithin(address: string, networks: readonly string[]): boolean {
  if (networks.length === 0) return true;
  const plain = address.startsWith('::ffff:') && isIP(address.slice(7)) === 4 ? address.slice(7) : address;
  const family = isIP(plain);
  return family !== 0 && listOf(networks).check(plain, family === 4 ? 'ipv4' : 'ipv6');
}

/** Policies are the same object for as long as nothing about them changes. */
const lists = new WeakMap<readonly string[], BlockList>();

function listOf(networks: readonly string[]): BlockList {
  const known = lists.get(networks);
  if (known) return known;
  const list = new BlockList();
  for (const network of networks) {
    const [address = '', prefix] = network.split('/');
    const isFour = isIP(address) === 4;
    list.addSubnet(address, prefix === undefined ? (isFour ? 32 : 128) : Number(prefix), isFour ? 'ipv4' : 'ipv6');
  }
  lists.set(networks, list);
  return list;
}
