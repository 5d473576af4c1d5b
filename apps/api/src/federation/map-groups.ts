import type { GroupMapping } from '../database/entities/identity-provider-row.js';

/** What groups can give. */
export interface Place {
  readonly permissionSets: readonly string[];
  readonly role: string | null;
  readonly teams: readonly string[];
}

export interface Mapped extends Place {
  /** Whether any of the groups is mapped. */
  readonly isKnown: boolean;
  /** Whether anything is other than before. */
  readonly hasChanged: boolean;
}

/**
 * What somebody has who is in these groups. The mappings rule over what they name, and over nothing else: what they name
 * and no group gives is taken away, what was given by hand beside them stays.
 */
export function mapGroups(before: Place, groups: readonly string[], mappings: readonly GroupMapping[]): Mapped {
  const given = mappings.filter(({ group }) => groups.includes(group));
  const permissionSets = govern(before.permissionSets, mappings.flatMap((one) => one.permissionSets), given.flatMap((one) => one.permissionSets));
  const teams = govern(before.teams, mappings.flatMap((one) => one.teams), given.flatMap((one) => one.teams));
  const roles = mappings.flatMap(({ role }) => role ?? []);
  const ownRole = given.find(({ role }) => role != null)?.role ?? null;
  const role = ownRole ?? (before.role !== null && roles.includes(before.role) ? null : before.role);
  const hasChanged = role !== before.role || !isSame(permissionSets, before.permissionSets) || !isSame(teams, before.teams);
  return { permissionSets, role, teams, isKnown: given.length > 0, hasChanged };
}

function govern(before: readonly string[], governed: readonly string[], given: readonly string[]): readonly string[] {
  return [...new Set([...before.filter((name) => !governed.includes(name)), ...given])];
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((name) => other.includes(name));
}
