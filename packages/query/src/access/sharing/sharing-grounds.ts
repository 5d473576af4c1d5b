import type { ObjectModel, SharedAccess, SharingKeyword, SharingRuleDocument } from '@guanxi/metadata';
import { sql, type RawBuilder } from 'kysely';
import type { Doing, Table } from '../../compile/compilation.js';
import { sharingInstant } from '../../compile/moment.js';
import { orgTable } from '../../org-tables.js';
import { ME } from '../../statement/slot.js';
import { isNarrow, type Reach } from '../access.js';
import { amongGrantees, myPrincipals, peopleBelow } from './principals.js';
import { amongShared } from './rule-records.js';

/** One reason for which a record is open to the person who asks. */
export interface SharingGround {
  readonly kind: 'owner' | 'below' | 'default' | 'rule' | 'share';
  /** Of `rule`. */
  readonly rule?: SharingRuleDocument;
  /** Whether it holds for a record of the table; nothing of it depends on anything but the record, the org and the statement's input. */
  readonly predicate: RawBuilder<boolean>;
}

/** The grounds of an object that decides for itself. A record is open for whichever of them holds; they never give more than the permission sets do. */
export function sharingGrounds(table: Table, doing: Doing): readonly SharingGround[] {
  const { object, compilation } = table;
  const { model, access, schema } = compilation.ground;
  const sharing = sharingOf(object);
  const owner: SharingGround = { kind: 'owner', predicate: ownedByMe(table) };
  const below: SharingGround[] = sharing.throughRoles === false || access.partner ? [] : [{ kind: 'below', predicate: ownedBelow(table) }];
  if (doing === 'delete') return [owner, ...below];
  const enough = (given: SharedAccess) => doing === 'read' || given === 'edit';
  const isOpen = !access.partner && (sharing.default === 'read' || sharing.default === 'edit') && enough(sharing.default);
  const rules = model.sharingRules.filter((rule) => rule.object === object.name && rule.active !== false && enough(rule.access));
  return [
    ...(isOpen ? [{ kind: 'default', predicate: sql<boolean>`true` } as const] : []),
    owner,
    ...below,
    ...rules.map((rule): SharingGround => ({ kind: 'rule', rule, predicate: sql<boolean>`(${amongGrantees(rule.to, schema)} and ${amongShared(rule, table)})` })),
    { kind: 'share', predicate: sharedAlone(table, doing) },
  ];
}

const UNSAID: SharingKeyword = { default: 'private' };

export function sharingOf({ document }: ObjectModel): SharingKeyword {
  return document?.guanxi.sharing ?? UNSAID;
}

export function ownerColumn({ alias }: Pick<Table, 'alias'>): RawBuilder<unknown> {
  return sql.id(alias, 'owner_id');
}

export function ownedByMe(table: Pick<Table, 'alias'>): RawBuilder<boolean> {
  return sql<boolean>`${ownerColumn(table)} = ${ME}`;
}

/** None of it changes what holds: it says how PostgreSQL is to find out. */
function ownedBelow(table: Table): RawBuilder<boolean> {
  const { ground } = table.compilation;
  const owner = ownerColumn(table);
  const below = peopleBelow(ground.schema);
  return BELOW[wayOf(table)](owner, below, ground.schema);
}

function wayOf({ takesFew, takesAll, compilation }: Table): Reach | 'each' | 'all' {
  const { reach = 'wide' } = compilation.ground.access;
  if (takesAll && !isNarrow(reach)) return 'all';
  return takesFew && reach === 'most' ? 'each' : reach;
}

/** An index can be asked for an array. */
function amongArray(owner: RawBuilder<unknown>, below: RawBuilder<unknown>): RawBuilder<boolean> {
  return sql<boolean>`${owner} = any(array(${below}))`;
}

const BELOW: Record<Reach | 'each' | 'all', (owner: RawBuilder<unknown>, below: RawBuilder<unknown>, schema: string) => RawBuilder<boolean>> = {
  own: amongArray,
  handful: amongArray,
  narrow: amongArray,
  few: (owner, below) => sql<boolean>`${owner} in (${below})`,
  // PostgreSQL asks for one record's owner, or goes through many records with all of the people at hand.
  wide: (owner, below) => sql<boolean>`exists (${below} and owner_id = ${owner})`,
  most: (owner, below) => sql<boolean>`exists (${below} and owner_id = ${owner})`,
  // To have all of the people at hand costs more than to ask for the owners of a page: a value, unlike `exists`, is always asked for.
  each: (owner, _below, schema) => sql<boolean>`coalesce((select true from ${orgTable(schema, 'below')} where user_id = ${ME} and owner_id = ${owner}), false)`,
  // Where PostgreSQL has no choice it takes the answer for cheap, as it is, and groups by a hash instead of sorting all records.
  all: (owner, below) => sql<boolean>`${owner} in (${below})`,
};

/**
 * PostgreSQL looks for one record's share by the record, and goes through many records with all of the person's shares at hand. Where it
 * has no choice they are at hand however many it takes them for: out of an array.
 */
function sharedAlone(table: Table, doing: Doing): RawBuilder<boolean> {
  const { object, alias, compilation } = table;
  const { schema } = compilation.ground;
  const enough = doing === 'edit' ? sql` and s.access = 'edit'` : sql``;
  const held = sql`s.object = ${sql.lit(object.id)}
    and s.principal = any(array(${myPrincipals(schema)})) and (s.until is null or s.until > ${sharingInstant(compilation)})${enough}`;
  const shares = sql`${orgTable(schema, 'share')} s`;
  const id = sql.id(alias, 'id');
  if (table.takesAll) return sql<boolean>`${id} in (select unnest(array(select s.record_id from ${shares} where ${held})))`;
  return sql<boolean>`exists (select from ${shares} where s.record_id = ${id} and ${held})`;
}
