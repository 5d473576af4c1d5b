import type { Grantee, ObjectPermission, SharingRuleDocument } from '@guanxi/metadata';
import { principalText, type ObjectName, type PolicyPerson, type PolicyRecord, type PolicyShare, type RandomPolicy } from './random-policy.js';
import { remember } from './remember.js';

export type SlowDeed = 'read' | 'edit' | 'delete';
type Scope = 'none' | 'own' | 'shared' | 'all';

export interface SlowRights {
  readonly read: Scope;
  readonly edit: Scope;
  readonly delete: Scope;
  readonly create: boolean;
  readonly import: boolean;
  readonly export: boolean;
  readonly readable: ReadonlySet<string>;
  readonly editable: ReadonlySet<string>;
}

const widths: readonly Scope[] = ['none', 'own', 'shared', 'all'];
const wider = (one: Scope, other: Scope): Scope => (widths.indexOf(one) > widths.indexOf(other) ? one : other);
const narrower = (one: Scope, other: Scope): Scope => (widths.indexOf(one) < widths.indexOf(other) ? one : other);
const fieldNames = ['name', 'region', 'amount', 'secret', 'account', 'deal'];

/**
 * What a policy means, worked out from what the words of its documents say, one person and one record at a time. It has nothing
 * of the product's own: no SQL, no resolved access, no compiled formulas. What was worked out once is remembered, no more.
 */
export class SlowReference {
  private readonly records: ReadonlyMap<string, PolicyRecord>;
  private readonly people: ReadonlyMap<string, PolicyPerson>;
  private readonly shares: ReadonlyMap<string, readonly PolicyShare[]>;
  private readonly opened = {
    read: remember((person: PolicyPerson, record: PolicyRecord) => this.workOutOpens(person, 'read', record)),
    edit: remember((person: PolicyPerson, record: PolicyRecord) => this.workOutOpens(person, 'edit', record)),
    delete: remember((person: PolicyPerson, record: PolicyRecord) => this.workOutOpens(person, 'delete', record)),
  };
  private readonly isMeant = remember((rule: SharingRuleDocument, record: PolicyRecord) => this.workOutMeant(rule, record));
  private readonly isFor = remember((rule: SharingRuleDocument, person: PolicyPerson) => isAmong(rule.to, this.principals(person)));
  private readonly isAbove = remember((person: PolicyPerson, owner: PolicyPerson) => this.workOutAbove(person, owner));
  private readonly principalsOf = new Map<PolicyPerson, ReadonlySet<string>>();
  private readonly rightsOf = remember((person: PolicyPerson, object: ObjectName) => this.workOutRights(person, object) ?? null);

  constructor(private readonly policy: RandomPolicy) {
    this.records = new Map(policy.records.map((record) => [record.id, record]));
    this.people = new Map(policy.people.map((person) => [person.id, person]));
    const shares = new Map<string, PolicyShare[]>();
    for (const share of policy.shares) shares.set(share.record, [...(shares.get(share.record) ?? []), share]);
    this.shares = shares;
  }

  /** Undefined where the object does not exist for the person. */
  rights(person: PolicyPerson, object: ObjectName): SlowRights | undefined {
    return this.rightsOf(person, object) ?? undefined;
  }

  private workOutRights(person: PolicyPerson, object: ObjectName): SlowRights | undefined {
    if (person.admin) {
      return { read: 'all', edit: 'all', delete: 'all', create: true, import: true, export: true, readable: new Set(fieldNames), editable: new Set(fieldNames) };
    }
    const grants = person.holds.flatMap((name) => this.grantOf(name, object) ?? []);
    if (grants.length === 0) return undefined;
    const sum = grants.reduce(addRights);
    const limit: Scope = person.partner ? 'shared' : 'all';
    const rights = { ...sum, read: narrower(sum.read, limit), edit: narrower(sum.edit, limit), delete: narrower(sum.delete, limit), import: sum.import && (sum.create || sum.edit !== 'none') };
    if (object !== 'Item') return rights;
    const master = this.rights(person, 'Deal');
    if (!master) return undefined;
    return master.edit === 'none' ? { ...rights, create: false, edit: 'none', delete: 'none', import: false } : rights;
  }

  private grantOf(name: string, object: ObjectName): SlowRights | undefined {
    const { sets, groups } = this.policy;
    const group = groups.find((one) => one.name === name);
    const names = group ? group.sets : [name];
    const grants = sets.filter((set) => names.includes(set.name)).flatMap((set) => readPermission(set.objects[object]) ?? []);
    if (grants.length === 0) return undefined;
    const sum = grants.reduce(addRights);
    const muted = group?.muted?.objects?.[object];
    if (!muted) return sum;
    if (muted.read) return undefined;
    const most = muted.atMost ?? 'all';
    const create = sum.create && !muted.create;
    const edit = muted.edit ? 'none' : narrower(sum.edit, most);
    const seen = (field: string) => !muted.fields?.[field]?.read;
    return {
      read: narrower(sum.read, most), edit, create, delete: muted.delete ? 'none' : narrower(sum.delete, most), import: sum.import && !muted.import, export: sum.export && !muted.export,
      readable: new Set([...sum.readable].filter(seen)),
      editable: new Set([...sum.editable].filter((field) => (create || edit !== 'none') && seen(field) && !muted.fields?.[field]?.edit)),
    };
  }

  /** Whether the person may do it, the record being where it is. What lies in the bin is not read. */
  may(person: PolicyPerson, deed: SlowDeed, record: PolicyRecord): boolean {
    if (record.deleted || !this.opens(person, 'read', record)) return false;
    return deed === 'read' || this.opens(person, deed, record);
  }

  /** Whether rights and sharing open the record, wherever it lies. */
  opens(person: PolicyPerson, deed: SlowDeed, record: PolicyRecord): boolean {
    return this.opened[deed](person, record);
  }

  private workOutOpens(person: PolicyPerson, deed: SlowDeed, record: PolicyRecord): boolean {
    const rights = this.rights(person, record.object);
    const scope = rights?.[deed] ?? 'none';
    if (scope === 'none') return false;
    if (record.object === 'Item') return this.followParent(person, deed, record) ?? false;
    if (scope === 'all') return true;
    if (scope === 'own') return record.owner === person.id;
    return this.isShared(person, deed, record);
  }

  private followParent(person: PolicyPerson, deed: SlowDeed, { parent }: PolicyRecord): boolean | undefined {
    const above = parent === null ? undefined : this.records.get(parent);
    return above && this.opens(person, deed === 'read' ? 'read' : 'edit', above);
  }

  private isShared(person: PolicyPerson, deed: SlowDeed, record: PolicyRecord): boolean {
    if (this.policy.sharing[record.object]?.default === 'parent') return this.followParent(person, deed, record) ?? record.owner === person.id;
    return this.reasons(person, deed, record).length > 0;
  }

  /** Everything that opens a record that decides for itself: `owner`, `roles`, `default`, `rule <name>`, `share <id>`. */
  reasons(person: PolicyPerson, deed: SlowDeed, record: PolicyRecord): readonly string[] {
    const sharing = this.policy.sharing[record.object] ?? { default: 'private' as const };
    const owner = this.people.get(record.owner);
    const isAbove = !person.partner && sharing.throughRoles !== false && owner !== undefined && this.isAbove(person, owner);
    const found = [...(record.owner === person.id ? ['owner'] : []), ...(isAbove ? ['roles'] : [])];
    if (deed === 'delete') return found;
    const counts = this.principals(person);
    const enough = (access: 'read' | 'edit') => deed === 'read' || access === 'edit';
    if (!person.partner && (sharing.default === 'edit' || (sharing.default === 'read' && deed === 'read'))) found.push('default');
    for (const rule of this.policy.rules) {
      if (rule.object === record.object && rule.active !== false && enough(rule.access) && this.isFor(rule, person) && this.isMeant(rule, record)) found.push(`rule ${rule.name}`);
    }
    for (const share of this.shares.get(record.id) ?? []) {
      if (enough(share.access) && counts.has(share.principal) && (share.until === null || share.until > this.policy.now)) found.push(`share ${share.id}`);
    }
    return found;
  }

  private workOutMeant({ which, object }: SharingRuleDocument, record: PolicyRecord): boolean {
    if ('ownedBy' in which) {
      const owner = this.people.get(record.owner);
      return owner !== undefined && isAmong(which.ownedBy, this.principals(owner));
    }
    if ('when' in which) return this.isTrue(which.when, record);
    const queue = this.policy.queues.find(({ name }) => name === which.territory);
    return (queue?.territory ?? []).some((part) => part.object === object && (part.when === undefined || this.isTrue(part.when, record)));
  }

  /** The few formulas that policies are made with. */
  private isTrue(text: string, { region, amount, parent }: PolicyRecord): boolean {
    const above = parent === null ? undefined : this.records.get(parent);
    if (text === 'region = "north"') return region === 'north';
    if (text === 'amount > 50') return amount !== null && amount > 50;
    if (text === 'AND(region = "south", amount < 70)') return region === 'south' && amount !== null && amount < 70;
    if (text.endsWith('.region = "east"')) return above !== undefined && !above.deleted && above.region === 'east';
    throw new Error(`The reference knows no condition ${text}.`);
  }

  private workOutAbove({ role }: PolicyPerson, { role: below }: PolicyPerson): boolean {
    return role !== null && below !== null && this.rolesAbove(below).slice(1).includes(role);
  }

  /** The role and those above it, from the lowest. */
  private rolesAbove(name: string): string[] {
    const parent = this.policy.roles.find((role) => role.name === name)?.parent;
    return [name, ...(parent === undefined ? [] : this.rolesAbove(parent))];
  }

  principals(person: PolicyPerson): ReadonlySet<string> {
    const known = this.principalsOf.get(person) ?? this.workOutPrincipals(person);
    this.principalsOf.set(person, known);
    return known;
  }

  private workOutPrincipals(person: PolicyPerson): ReadonlySet<string> {
    const roles = person.role === null ? [] : this.rolesAbove(person.role);
    const queues = this.policy.queues.filter(({ members }) => members.includes(person.email));
    return new Set([
      `user:${person.id}`, ...(person.role === null ? [] : [`role:${person.role}`]), ...roles.map((name) => `below:${name}`),
      ...person.teams.map((name) => `team:${name}`), ...queues.map(({ name }) => `queue:${name}`), ...(person.partner ? [] : ['everyone']),
    ]);
  }

  below(person: PolicyPerson): readonly string[] {
    return this.policy.people.filter((owner) => this.isAbove(person, owner)).map(({ id }) => id);
  }
}

function readPermission(permission: ObjectPermission | undefined): SlowRights | undefined {
  if (permission?.read === undefined) return undefined;
  const writes = permission.create === true || permission.edit !== undefined;
  const readable = fieldNames.filter((field) => permission.fields?.[field]?.read !== false);
  return {
    read: permission.read, edit: permission.edit ?? 'none', delete: permission.delete ?? 'none',
    create: permission.create === true, import: permission.import === true, export: permission.export === true,
    readable: new Set(readable), editable: new Set(readable.filter((field) => writes && permission.fields?.[field]?.edit !== false)),
  };
}

function addRights(one: SlowRights, other: SlowRights): SlowRights {
  return {
    read: wider(one.read, other.read), edit: wider(one.edit, other.edit), delete: wider(one.delete, other.delete),
    create: one.create || other.create, import: one.import || other.import, export: one.export || other.export,
    readable: new Set([...one.readable, ...other.readable]), editable: new Set([...one.editable, ...other.editable]),
  };
}

function isAmong(grantees: readonly Grantee[], principals: ReadonlySet<string>): boolean {
  return grantees.some((grantee) => principals.has(principalText(grantee)));
}

