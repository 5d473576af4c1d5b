import { LRUCache } from 'lru-cache';

const WINDOW_MILLISECONDS = 10 * 60_000;
const MOST_KEYS = 50_000;

interface Limit {
  readonly key: string;
  readonly most: number;
}

/**
 * Counts failed sign-ins. The account alone is no key, so nobody can keep somebody else out: an address is stopped for
 * one account soon, for all accounts later.
 */
export class Attempts {
  private readonly counts = new LRUCache<string, { count: number }>({ max: MOST_KEYS, ttl: WINDOW_MILLISECONDS });

  /** Takes note of an attempt before its outcome is known; seconds to wait when there were too many. */
  begin(address: string, account: string): { readonly waitSeconds?: number } {
    const limits = limitsFor(address, account);
    const exceeded = limits.find(({ key, most }) => (this.counts.get(key)?.count ?? 0) >= most);
    if (exceeded) return { waitSeconds: Math.ceil(this.counts.getRemainingTTL(exceeded.key) / 1_000) };
    for (const { key } of limits) this.add(key, 1);
    return {};
  }

  /** The attempt was right: it does not count. */
  forgive(address: string, account: string): void {
    for (const { key } of limitsFor(address, account)) this.add(key, -1);
  }

  private add(key: string, difference: number): void {
    const entry = this.counts.get(key);
    // The window starts with the first attempt; later ones do not prolong it.
    if (entry) entry.count = Math.max(0, entry.count + difference);
    else if (difference > 0) this.counts.set(key, { count: difference });
  }
}

function limitsFor(address: string, account: string): readonly Limit[] {
  const network = networkOf(address);
  return [
    { key: `${network} ${account}`, most: 10 },
    { key: network, most: 100 },
  ];
}

/** One household has a whole /64 of IPv6 addresses. */
function networkOf(address: string): string {
  return address.includes(':') && !address.startsWith('::ffff:') ? address.split(':').slice(0, 4).join(':') : address;
}
