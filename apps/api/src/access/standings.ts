import type { Model, RoleDocument } from '@guanxi/metadata';

/** Who has this role, belongs to this team, has this address or is of this kind counts as the principal. */
export interface Standing {
  readonly kind: 'role' | 'team' | 'address' | 'kind';
  readonly name: string;
  readonly principal: string;
}

/** What makes people count as whom, as the documents say it. */
export function standingsOf({ roles, teams, queues }: Pick<Model, 'roles' | 'teams' | 'queues'>): readonly Standing[] {
  const byName = new Map(roles.map((role) => [role.name, role]));
  return [
    { kind: 'kind', name: 'internal', principal: 'everyone' },
    ...roles.flatMap((role): Standing[] => [
      { kind: 'role', name: role.name, principal: `role:${role.name}` },
      ...upwards(role, byName).map((name): Standing => ({ kind: 'role', name: role.name, principal: `below:${name}` })),
    ]),
    ...teams.map(({ name }): Standing => ({ kind: 'team', name, principal: `team:${name}` })),
    ...queues.flatMap(({ name, members }) => [...new Set(members.map((address) => address.toLowerCase()))].map((address): Standing => ({ kind: 'address', name: address, principal: `queue:${name}` }))),
  ];
}

/** The role itself, and each one above it. */
function upwards(role: RoleDocument, byName: ReadonlyMap<string, RoleDocument>): readonly string[] {
  const names: string[] = [];
  for (let at: RoleDocument | undefined = role; at && !names.includes(at.name); at = byName.get(at.parent ?? '')) names.push(at.name);
  return names;
}
