import type { Model } from '@guanxi/metadata';
import { resolveAccess, type Access, type RightsClass } from '@guanxi/query';
import type { UserRow } from '../../database/entities/user-row.js';
import { ADMIN_PERMISSION } from '../admin-permission.js';

/** What of a person their rights are made of. */
export type Held = Pick<UserRow, 'id' | 'permissionSets' | 'kind'>;

/** The rights of a person as the next request of theirs would have them. */
export function accessOf(model: Model, { id, permissionSets, kind }: Held): Access {
  return resolveAccess(model, permissionSets, { userId: id, admin: permissionSets.includes(ADMIN_PERMISSION), partner: kind === 'partner' });
}

/** People with the same rights together. */
export function groupByRights(model: Model, people: readonly Held[]): readonly RightsClass[] {
  const classes = new Map<string, { readonly access: Access; readonly people: string[] }>();
  for (const person of people) {
    const key = `${person.kind} ${[...person.permissionSets].sort().join(' ')}`;
    const known = classes.get(key) ?? { access: accessOf(model, person), people: [] };
    classes.set(key, known);
    known.people.push(person.id);
  }
  return [...classes.values()];
}
