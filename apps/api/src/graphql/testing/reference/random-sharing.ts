import type { Model } from '@guanxi/metadata';
import { ADA, BOB } from '../people.js';
import type { Choices } from './choices.js';
import type { Row } from './memory-org.js';
import type { MemoryShare, MemorySharing } from './sharing-in-memory.js';
import { CEM, instants } from './random-rows.js';

const PEOPLE = [ADA, BOB, CEM] as const;
const UPWARDS: Readonly<Record<string, readonly string[]>> = { head: ['head'], seller: ['seller', 'head'], junior: ['junior', 'seller', 'head'] };

/** People somewhere in the tree, in a team or a queue or not, and some records shared alone. */
export function randomSharing(model: Model, rows: ReadonlyMap<string, readonly Row[]>, partner: boolean, choices: Choices): MemorySharing {
  const roles = new Map(PEOPLE.map((user) => [user, [undefined, 'head', 'seller', 'junior'][choices.below(4)]]));
  const isPartner = (user: string) => partner && user === BOB;
  const principals = new Map(PEOPLE.map((user) => {
    const role = roles.get(user);
    const standing = role === undefined ? [] : [`role:${role}`, ...(UPWARDS[role] ?? []).map((name) => `below:${name}`)];
    return [user, new Set([`user:${user}`, ...standing, ...(isPartner(user) ? [] : ['everyone']), ...(choices.once(3) ? ['team:blue'] : []), ...(choices.once(3) ? ['queue:desk'] : [])])] as const;
  }));
  const below = new Map(PEOPLE.map((user) => {
    const role = roles.get(user);
    const under = PEOPLE.filter((other) => role !== undefined && roles.get(other) !== role && principals.get(other)?.has(`below:${role}`) === true);
    return [user, new Set(isPartner(user) ? [] : under)] as const;
  }));
  const records = model.objects.filter(({ platform }) => !platform).flatMap(({ name }) => rows.get(name) ?? []);
  const named = ['team:blue', 'queue:desk', 'role:seller', 'below:head', 'everyone', ...PEOPLE.map((user) => `user:${user}`)];
  const wanted = records.length === 0 ? [] : Array.from({ length: choices.below(7) }, (): MemoryShare => {
    const row = choices.pick(records);
    return { object: row.object, recordId: row.id, principal: choices.pick(named), access: choices.pick(['read', 'edit'] as const), until: choices.once(2) ? choices.pick(instants) : null };
  });
  return { principals, below, shares: [...new Map(wanted.map((share) => [`${share.recordId} ${share.principal}`, share])).values()] };
}
