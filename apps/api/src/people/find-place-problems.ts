import type { Wording } from '@guanxi/field-types';
import type { Model } from '@guanxi/metadata';
import { ADMIN_PERMISSION } from '../access/admin-permission.js';
import type { UserRow } from '../database/entities/user-row.js';
import type { SaidProblem } from '../metadata-api/api-failure.js';
import { placeFaults } from './people-wording.js';

/** Where people are put; what is absent stays as it is. */
export interface PlaceChanges {
  /** Name of the role; null takes it away. */
  readonly role?: string | null;
  readonly teams?: readonly string[];
  /** Id of the manager; null takes them away. */
  readonly manager?: string | null;
  readonly kind?: UserRow['kind'];
}

interface Asked {
  /** Those who are put somewhere. */
  readonly people: readonly UserRow[];
  /** All of the org, by id. */
  readonly everybody: ReadonlyMap<string, UserRow>;
  readonly changes: PlaceChanges;
  readonly model: Model;
}

/** What is wrong with it, all of it. */
export function findPlaceProblems({ people, everybody, changes, model }: Asked): readonly SaidProblem[] {
  const { role, teams = [], manager, kind } = changes;
  return [
    ...(role == null ? [] : unknown(role, '/role', model.roles, placeFaults.noRole)),
    ...teams.flatMap((team, index) => unknown(team, `/teams/${index}`, model.teams, placeFaults.noTeam)),
    ...(manager == null ? [] : findManagerProblems(manager, people, everybody)),
    ...(kind === 'partner' ? people.filter(({ permissionSets }) => permissionSets.includes(ADMIN_PERMISSION)).map(({ name }) => ({ path: '/kind', code: 'admin', said: { ...placeFaults.partnerAdmin, words: { name } } })) : []),
  ];
}

function unknown(name: string, path: string, known: readonly { readonly name: string }[], said: Wording): readonly SaidProblem[] {
  if (known.some((one) => one.name === name)) return [];
  const names = known.map((one) => one.name).join(', ');
  return [{ path, code: 'unknown', said: { ...said, words: { name } }, ...(names !== '' && { hint: { ...placeFaults.known, words: { names } } }) }];
}

/** The way up from the manager leads to none of the people themselves. */
function findManagerProblems(manager: string, people: readonly UserRow[], everybody: ReadonlyMap<string, UserRow>): readonly SaidProblem[] {
  if (everybody.get(manager)?.active !== true) return [{ path: '/manager', code: 'unknown', said: placeFaults.noManager }];
  const moved = new Set(people.map(({ id }) => id));
  const trail: UserRow[] = [];
  const seen = new Set<string>();
  for (let at = everybody.get(manager); at && !seen.has(at.id); at = everybody.get(at.managerId ?? '')) {
    trail.push(at);
    seen.add(at.id);
    if (!moved.has(at.id)) continue;
    const circle = [at, ...trail].map(({ name }) => name).join(' → ');
    return [{ path: '/manager', code: 'circle', said: { ...placeFaults.circle, words: { circle, name: trail[0]?.name ?? '' } } }];
  }
  return [];
}
