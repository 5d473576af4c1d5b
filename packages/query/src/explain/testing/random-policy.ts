import type { Grantee, MutedObject, ObjectPermission, PermissionDocument, PermissionGroupDocument, QueueDocument, RoleDocument, SharedRecords, SharingKeyword, SharingRuleDocument, TeamDocument } from '@guanxi/metadata';
import { RandomNumbers } from './random-numbers.js';

/** Accounts have deals, deals have visits and own items: what somebody may see goes down the chain or does not, as the policy says. */
export const objectNames = ['Account', 'Deal', 'Visit', 'Item'] as const;
export type ObjectName = (typeof objectNames)[number];

/** The lookup of each object that leads up the chain. */
export const leadsTo: Readonly<Partial<Record<ObjectName, { readonly field: string; readonly object: ObjectName }>>> = {
  Deal: { field: 'account', object: 'Account' },
  Visit: { field: 'deal', object: 'Deal' },
  Item: { field: 'deal', object: 'Deal' },
};

export const regions = ['north', 'south', 'east'] as const;
/** `when` of rules and territories, with what it means. */
export const conditions = ['region', 'amount', 'both', 'parentRegion'] as const;
export type ConditionName = (typeof conditions)[number];

export interface PolicyPerson {
  readonly id: string;
  readonly email: string;
  readonly admin: boolean;
  readonly partner: boolean;
  readonly role: string | null;
  readonly teams: readonly string[];
  /** Names of permission sets and of groups of them. */
  readonly holds: readonly string[];
}

export interface PolicyRecord {
  readonly id: string;
  readonly object: ObjectName;
  readonly owner: string;
  readonly deleted: boolean;
  readonly name: string;
  readonly region: string | null;
  readonly amount: number | null;
  readonly secret: string;
  /** Id of the account of a deal, or of the deal of a visit or item. */
  readonly parent: string | null;
}

export interface PolicyShare {
  readonly id: string;
  readonly object: ObjectName;
  readonly record: string;
  readonly principal: string;
  readonly access: 'read' | 'edit';
  readonly until: string | null;
}

/** Who has what, and the records. `now` is the moment at which everything is asked. */
export interface RandomPolicy {
  readonly now: string;
  readonly people: readonly PolicyPerson[];
  readonly roles: readonly RoleDocument[];
  readonly teams: readonly TeamDocument[];
  readonly queues: readonly QueueDocument[];
  readonly sets: readonly PermissionDocument[];
  readonly groups: readonly PermissionGroupDocument[];
  readonly sharing: Readonly<Partial<Record<ObjectName, SharingKeyword>>>;
  readonly rules: readonly SharingRuleDocument[];
  readonly records: readonly PolicyRecord[];
  readonly shares: readonly PolicyShare[];
}

export interface PolicySize {
  readonly people: number;
  readonly records: number;
}

const NOW = '2026-03-01T08:00:00.000Z';
const id = (kind: number, index: number) => `${String(kind).padStart(8, '0')}-0000-4000-8000-${String(index).padStart(12, '0')}`;
const document = (kind: number, name: string, index: number) => ({ name, title: name, guanxi: { id: id(kind, index) } });

export function makeRandomPolicy(seed: number, size: PolicySize): RandomPolicy {
  const random = new RandomNumbers(seed);
  const roles = makeRoles(random);
  const teams = ['red', 'blue'].map((name, index): TeamDocument => ({ kind: 'team', ...document(2, name, index) }));
  const emails = Array.from({ length: size.people }, (_, index) => `p${String(index)}@example.com`);
  const sharing = makeSharing(random);
  const queues = makeQueues(random, emails, sharing);
  const sets = Array.from({ length: 2 + random.below(4) }, (_, index) => makeSet(random, index));
  const groups = Array.from({ length: random.below(3) }, (_, index) => makeGroup(random, index, sets));
  const people = emails.map((email, index) => makePerson(random, { email, index, roles, teams, holds: [...sets, ...groups].map(({ name }) => name) }));
  const grantees = makeGrantees(roles, teams, queues);
  const rules = makeRules(random, { sharing, queues, grantees });
  const records = makeRecords(random, size.records, people);
  const shares = makeShares(random, { records, people, grantees });
  return { now: NOW, people, roles, teams, queues, sets, groups, sharing, rules, records, shares };
}

function makeRoles(random: RandomNumbers): RoleDocument[] {
  return Array.from({ length: 1 + random.below(6) }, (_, index): RoleDocument => ({
    kind: 'role', ...document(1, `role${String(index)}`, index), ...(index > 0 && random.chance(0.8) && { parent: `role${String(random.below(index))}` }),
  }));
}

function makeSharing(random: RandomNumbers): RandomPolicy['sharing'] {
  const own = (mayFollow: string | undefined): SharingKeyword => {
    const through = random.chance(0.25) ? { throughRoles: false } : random.chance(0.2) ? { throughRoles: true } : {};
    if (mayFollow !== undefined && random.chance(0.4)) return { default: 'parent', parent: mayFollow, ...through };
    return { default: random.one(['private', 'private', 'private', 'read', 'edit'] as const), ...through };
  };
  return {
    ...(random.chance(0.9) && { Account: own(undefined) }),
    ...(random.chance(0.9) && { Deal: own('account') }),
    ...(random.chance(0.9) && { Visit: own('deal') }),
  };
}

function makeQueues(random: RandomNumbers, emails: readonly string[], sharing: RandomPolicy['sharing']): QueueDocument[] {
  return ['desk', 'field'].map((name, index): QueueDocument => ({
    kind: 'queue', ...document(3, name, index), members: random.some(emails, 3), choose: 'roundRobin',
    territory: (['Account', 'Deal'] as const)
      .filter((object) => object === 'Account' || sharing[object]?.default !== 'parent')
      .map((object) => ({ object, ...(random.chance(0.8) && { when: conditionText(random.one(['region', 'amount', 'both'])) }) })),
  }));
}

const scopes = [undefined, 'own', 'shared', 'shared', 'shared', 'all'] as const;

function makeSet(random: RandomNumbers, index: number): PermissionDocument {
  const objects = objectNames.flatMap((object) => {
    if (random.chance(0.15)) return [];
    const [read, edit, remove] = [random.one(scopes.slice(1)), random.one(scopes), random.one(scopes)];
    const fields = Object.fromEntries(
      random.some(['region', 'amount', 'secret'], 2).map((field) => [field, random.chance(0.5) ? { read: false } : { edit: false }]),
    );
    const permission: ObjectPermission = {
      ...(read && { read }), ...(edit && { edit }), ...(remove && { delete: remove }),
      ...(random.chance(0.5) && { create: true }), ...(random.chance(0.3) && { import: true }), ...(random.chance(0.5) && { export: true }),
      ...(Object.keys(fields).length > 0 && { fields }),
    };
    return [[object, permission] as const];
  });
  return { kind: 'permissions', ...document(4, `set${String(index)}`, index), objects: Object.fromEntries(objects) };
}

function makeGroup(random: RandomNumbers, index: number, sets: readonly PermissionDocument[]): PermissionGroupDocument {
  const members = random.some(sets.map(({ name }) => name));
  const muted = objectNames.flatMap((object) => {
    if (random.chance(0.5)) return [];
    const yes = (key: string) => (random.chance(0.2) ? { [key]: true } : {});
    const one: MutedObject = {
      ...(random.chance(0.1) && { read: true as const }), ...yes('create'), ...yes('edit'), ...yes('delete'), ...yes('import'), ...yes('export'),
      ...(random.chance(0.3) && { atMost: random.one(['shared', 'own'] as const) }),
      ...(random.chance(0.3) && { fields: { [random.one(['region', 'secret'])]: random.chance(0.5) ? { read: true as const } : { edit: true as const } } }),
    };
    return [[object, one] as const];
  });
  return {
    kind: 'permission-group', ...document(5, `group${String(index)}`, index), sets: members.length > 0 ? members : ['set0'],
    ...(muted.length > 0 && { muted: { objects: Object.fromEntries(muted) } }),
  };
}

interface PersonParts {
  readonly email: string;
  readonly index: number;
  readonly roles: readonly RoleDocument[];
  readonly teams: readonly TeamDocument[];
  readonly holds: readonly string[];
}

function makePerson(random: RandomNumbers, { email, index, roles, teams, holds }: PersonParts): PolicyPerson {
  const partner = random.chance(0.15);
  return {
    id: id(6, index), email, admin: !partner && random.chance(0.04), partner,
    role: random.chance(0.8) ? random.one(roles).name : null,
    teams: random.some(teams, 1).map(({ name }) => name),
    holds: random.some(holds, 2),
  };
}

function makeGrantees(roles: readonly RoleDocument[], teams: readonly TeamDocument[], queues: readonly QueueDocument[]): Grantee[] {
  return [
    ...roles.flatMap(({ name }) => [{ role: name }, { below: name }]), ...teams.map(({ name }) => ({ team: name })), ...queues.map(({ name }) => ({ queue: name })), { everyone: true },
  ];
}

interface RuleParts {
  readonly sharing: RandomPolicy['sharing'];
  readonly queues: readonly QueueDocument[];
  readonly grantees: readonly Grantee[];
}

function makeRules(random: RandomNumbers, { sharing, queues, grantees }: RuleParts): SharingRuleDocument[] {
  return Array.from({ length: random.below(6) }, (_, index): SharingRuleDocument => {
    const objects = objectNames.filter((name) => name !== 'Item' && sharing[name]?.default !== 'parent');
    const object = random.one(objects);
    const grantee = () => random.one(grantees);
    const when = random.one(object === 'Account' ? conditions.slice(0, 3) : conditions);
    const kinds: SharedRecords[] = [{ ownedBy: [grantee(), grantee()] }, { when: conditionText(when, object) }];
    const territory = queues.filter((queue) => queue.territory?.some((part) => part.object === object));
    if (territory.length > 0) kinds.push({ territory: random.one(territory).name });
    return {
      kind: 'sharing-rule', ...document(7, `rule${String(index)}`, index), object, which: random.one(kinds),
      to: random.chance(0.5) ? [grantee()] : [grantee(), grantee()], access: random.chance(0.6) ? 'read' : 'edit', ...(random.chance(0.15) && { active: false }),
    };
  });
}

/** What a condition reads in the language of formulas. */
export function conditionText(name: ConditionName, object: ObjectName = 'Account'): string {
  const parent = leadsTo[object]?.field ?? '';
  return { region: 'region = "north"', amount: 'amount > 50', both: 'AND(region = "south", amount < 70)', parentRegion: `${parent}.region = "east"` }[name];
}

function makeRecords(random: RandomNumbers, count: number, people: readonly PolicyPerson[]): PolicyRecord[] {
  const made: PolicyRecord[] = [];
  for (let index = 0; index < count; index += 1) {
    const object = objectNames[index < 4 ? index : random.below(objectNames.length)] as ObjectName;
    const above = leadsTo[object];
    const parents = made.filter((record) => record.object === above?.object);
    const parent = above && (object === 'Item' || random.chance(0.85)) ? random.one(parents) : undefined;
    made.push({
      id: id(8, index), object, owner: random.one(people).id, name: `${object} ${random.one(['alpha', 'beta', 'gamma'])} n${String(index)}`,
      region: random.chance(0.1) ? null : random.one(regions), amount: random.chance(0.1) ? null : random.below(100), secret: random.one(['x', 'y']),
      parent: parent?.id ?? null, deleted: (object === 'Item' && parent?.deleted === true) || random.chance(0.07),
    });
  }
  return made;
}

interface ShareParts {
  readonly records: readonly PolicyRecord[];
  readonly people: readonly PolicyPerson[];
  readonly grantees: readonly Grantee[];
}

function makeShares(random: RandomNumbers, { records, people, grantees }: ShareParts): PolicyShare[] {
  const principals = [...people.map((person) => `user:${person.id}`), ...grantees.map(principalText)];
  const taken = new Set<string>();
  return Array.from({ length: Math.ceil(records.length / 6) }, (_, index) => ({
    id: id(9, index), record: random.one(records), principal: random.one(principals), access: random.chance(0.6) ? ('read' as const) : ('edit' as const),
    until: random.one([null, null, '2026-02-01T00:00:00.000Z', '2026-04-01T00:00:00.000Z']),
  })).flatMap(({ record, ...share }) => {
    const key = `${record.id} ${share.principal}`;
    if (taken.has(key)) return [];
    taken.add(key);
    return [{ ...share, record: record.id, object: record.object }];
  });
}

export function principalText(grantee: Grantee): string {
  const [[kind, name] = ['', '']] = Object.entries(grantee);
  return kind === 'everyone' ? 'everyone' : `${kind}:${String(name)}`;
}
