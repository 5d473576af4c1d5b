import { parseFormula } from '@guanxi/formula';
import type { ObjectModel, SharingRuleDocument } from '@guanxi/metadata';
import { sql, type RawBuilder } from 'kysely';
import type { Access, ObjectAccess } from '../access/access.js';
import { isMasterField, parentField } from '../access/masters.js';
import { myPrincipals, principalOf } from '../access/sharing/principals.js';
import { amongShared } from '../access/sharing/rule-records.js';
import { sharingGrounds } from '../access/sharing/sharing-grounds.js';
import { allOf, column, Compilation, within, type Doing, type Ground, type Table } from '../compile/compilation.js';
import { inner } from '../compile/inner.js';
import { momentOf } from '../compile/moment.js';
import { orgTable } from '../org-tables.js';
import { Slot } from '../statement/slot.js';
import { compileStatement, type Statement } from '../statement/statement.js';
import { lockingApprovals } from '../write/hold.js';
import { ME } from '../statement/slot.js';

/** What a statement of `compileRecordFacts` answers, in one row or none, as JSON in `facts`. */
export interface RecordFacts {
  readonly deleted: boolean;
  readonly owner: string;
  /** Whether the compiled predicates leave the record: the answer that everything else explains. Absent where the object may not be read at all. */
  readonly open?: { readonly read: boolean; readonly deed: boolean };
  /** Of an object that decides for itself: which reasons hold, were the right granted as `shared`. */
  readonly grounds: readonly { readonly kind: 'owner' | 'below' | 'default' | 'rule' | 'share'; readonly rule: string | null; readonly holds: boolean }[];
  readonly rules: readonly RuleFacts[];
  readonly shares: readonly { readonly id: string; readonly principal: string; readonly access: 'read' | 'edit'; readonly until: string | null; readonly over: boolean; readonly reason: string | null; readonly by: string }[];
  /** By the lookups to the records that decide. */
  readonly parents: readonly { readonly field: string; readonly object: string; readonly record: string | null }[];
  readonly locks: readonly { readonly id: string; readonly title: string }[];
}

export interface RuleFacts {
  readonly rule: string;
  readonly meant: boolean;
  /** Those of the rule's grantees that the person counts as. */
  readonly grantees: readonly string[];
  /** The parts that must all be true, and whether they are. */
  readonly parts: readonly { readonly text: string; readonly holds: boolean }[];
}

/**
 * Each predicate of the sharing of one record by itself, for the person who asks: made of the same pieces as every other
 * statement, so that what is told is what is done. The run's variable `record` names the record.
 */
export function compileRecordFacts(object: ObjectModel, deed: Doing, ground: Ground): Statement {
  const compilation = new Compilation({ ...ground, access: asShared(ground.access, object) }, inner);
  const table = compilation.table(object.name);
  const facts: Readonly<Record<keyof RecordFacts, RawBuilder<unknown>>> = {
    deleted: sql`${sql.id(table.alias, 'deleted_at')} is not null`,
    owner: sql`${sql.id(table.alias, 'owner_id')}`,
    open: openness(object, deed, ground, compilation),
    grounds: decidesItself(object) ? listOf(sharingGrounds(table, deed).map(({ kind, rule, predicate }) => pairs({ kind: text(kind), rule: rule ? text(rule.name) : sql`null`, holds: predicate }))) : listOf([]),
    rules: decidesItself(object) ? listOf(ground.model.sharingRules.filter((rule) => rule.object === object.name).map((rule) => ruleFacts(rule, table))) : listOf([]),
    shares: shareFacts(table),
    parents: listOf(decidingFields(object).map((field) => pairs({ field: text(field.name), object: text(field.target ?? ''), record: column(table, field) }))),
    locks: lockFacts(table, ground),
  };
  return compileStatement(sql`select ${pairs(facts)} as facts from ${table.from} where ${sql.id(table.alias, 'id')} = ${RECORD}::uuid`);
}

const RECORD = new Slot(({ variables }) => variables['record']);

/** Master-detail lookups, or the one that the object leaves its sharing to. */
export function decidingFields(object: ObjectModel) {
  const masters = object.fields.filter(isMasterField);
  const parent = parentField(object);
  return masters.length > 0 ? masters : parent ? [parent] : [];
}

function decidesItself(object: ObjectModel): boolean {
  return decidingFields(object).length === 0;
}

/** The person's rights with those on the object as `shared`, whatever they are: what sharing alone says. */
function asShared(access: Access, object: ObjectModel): Access {
  const none: ReadonlySet<string> = new Set();
  const own: ObjectAccess = access.objects.get(object.name) ?? { read: 'none', create: false, edit: 'none', delete: 'none', import: false, export: false, readableFields: none, editableFields: none };
  const masters = object.fields.filter(isMasterField).flatMap(({ target = '' }) => (access.objects.has(target) ? [] : [[target, own] as const]));
  return { ...access, objects: new Map([...access.objects, ...masters, [object.name, { ...own, read: 'shared', edit: 'shared', delete: 'shared' }]]) };
}

/** What every other statement would find with this record. */
function openness(object: ObjectModel, deed: Doing, ground: Ground, compilation: Compilation): RawBuilder<unknown> {
  if (!ground.access.objects.has(object.name)) return sql`null`;
  const finds = (doing: Doing) => {
    const table = new Compilation(ground, inner, compilation).table(object.name);
    const wanted = sql<boolean>`${sql.id(table.alias, 'id')} = ${RECORD}::uuid`;
    return sql`exists (select from ${table.from} where ${allOf([wanted, ...within(table, doing)])})`;
  };
  return pairs({ read: finds('read'), deed: finds(deed) });
}

function ruleFacts(rule: SharingRuleDocument, table: Table): RawBuilder<unknown> {
  const { schema } = table.compilation.ground;
  const mine = sql`select m.principal from (${myPrincipals(schema)}) m where m.principal = any(${rule.to.map(principalOf)}::text[]) order by m.principal`;
  const parts = 'when' in rule.which ? joinedParts(rule.which.when) : [];
  return pairs({
    rule: text(rule.name),
    meant: amongShared(rule, table),
    grantees: sql`array(${mine})`,
    parts: listOf(parts.map((part) => pairs({ text: text(part), holds: amongShared({ ...rule, which: { when: part } }, table) }))),
  });
}

/** The parts of a formula that must all be true, in their order. */
export function joinedParts(formula: string): readonly string[] {
  const parsed = parseFormula(formula);
  if (!parsed.ok) return [];
  const open = [parsed.tree];
  const parts: string[] = [];
  for (let node = open.shift(); node; node = open.shift()) {
    if (node.kind === 'call' && node.name === 'AND') open.unshift(...node.arguments);
    else if (node.kind === 'operation' && node.operator === '&&') open.unshift(...node.operands);
    else parts.push(formula.slice(node.start, node.end));
  }
  return parts;
}

function shareFacts({ object, alias, compilation }: Table): RawBuilder<unknown> {
  const { schema } = compilation.ground;
  const over = sql`coalesce(s.until <= ${momentOf(compilation).now}, false)`;
  const share = pairs({ id: sql`s.id`, principal: sql`s.principal`, access: sql`s.access`, until: sql`s.until`, over, reason: sql`s.reason`, by: sql`s.created_by` });
  return sql`(select coalesce(json_agg(${share} order by s.created_at, s.id), '[]') from ${orgTable(schema, 'share')} s
    where s.record_id = ${sql.id(alias, 'id')} and s.object = ${object.id} and s.principal in (${myPrincipals(schema)}))`;
}

function lockFacts({ alias }: Table, ground: Ground): RawBuilder<unknown> {
  const locking = lockingApprovals(ground, sql`${ME}`);
  if (!locking) return sql`'[]'::json`;
  return sql`(select coalesce(json_agg(${pairs({ id: sql`a.id`, title: sql`a.title` })}), '[]') from ${locking.from} where a.record_id = ${sql.id(alias, 'id')} and ${locking.holds})`;
}

function text(value: string): RawBuilder<unknown> {
  return sql`${value}::text`;
}

function pairs(values: Readonly<Record<string, RawBuilder<unknown>>>): RawBuilder<unknown> {
  return sql`json_build_object(${sql.join(Object.entries(values).flatMap(([key, value]) => [sql.lit(key), sql`${value}`]))})`;
}

function listOf(values: readonly RawBuilder<unknown>[]): RawBuilder<unknown> {
  return values.length === 0 ? sql`'[]'::json` : sql`array_to_json(array[${sql.join(values)}])`;
}
