import type { FieldModel } from '@guanxi/metadata';
import { sql, type RawBuilder } from 'kysely';
import { toJson } from '../compile/column-types.js';
import { Compilation, type Ground } from '../compile/compilation.js';
import { inner } from '../compile/inner.js';
import { compileFeeds, feedColumns } from '../roll-up/compile-feeds.js';
import { feedsOfFields } from '../roll-up/feed.js';
import { compileStatement, type Statement } from '../statement/statement.js';
import { compileChecks, fieldsOfChecks, withExactSums, type RowStates } from './checks/compile-checks.js';
import { findChecks } from './checks/find-checks.js';
import { compileHold, holdProblems, lockedByApprovals } from './hold.js';
import { compileOthers, isOneRecord } from './one-record.js';
import { compileUpdateOfOne } from './update-of-one.js';
import { storedFields } from './save/compile-save-rules.js';
import { BROUGHT, fieldsOfRules, layOverInput, saveRulesOf } from './save/lay-over-input.js';
import {
  ACTOR, AT, columnList, compileAnswer, compileHistory, compileInput, compileProblems, selectedFields, valueProblems, withTables, writtenTable, type RowSource,
} from './write-parts.js';
import type { WriteRequest } from './write-request.js';

/** Changes records, and only those in which a value really differs. Its answer is a `WriteAnswer`. The rows come along as JSON, or out of `source`. */
export function compileUpdate(request: WriteRequest, ground: Ground, source?: RowSource): Statement {
  const compilation = new Compilation(ground, inner);
  const table = compilation.table(request.object);
  const brought = request.fields.map((name) => table.object.fieldByName.get(name) as FieldModel);
  const rules = saveRulesOf({ compilation, request, isNew: false });
  const brings = (uneven: boolean | undefined) => (field: FieldModel) => (uneven ? sql<boolean>`i."_set" ? ${field.name}::text` : sql<boolean>`true`);
  const laid = rules.length > 0 ? layOverInput({ request, rules, table, compilation, fields: brought, isNew: false, now: newValue(brought, brings(request.uneven)) }) : undefined;
  const ruled = fieldsOfRules(rules).filter((field) => !brought.includes(field));
  const fields = [...brought, ...ruled];
  const answered = selectedFields(table, request.select);
  // With rules each row says which of its fields are set.
  const bringsNow = brings(request.uneven === true || laid !== undefined);
  // What a record points to already may be gone by now: that is no reason to refuse other changes.
  const changes = (field: FieldModel) =>
    sql<boolean>`${bringsNow(field)} and ${sql.id('i', field.column)} is distinct from (select ${sql.id('h', field.column)} from held h where h.id = i."_id")`;
  const checks = request.unchecked ? [] : findChecks({ table, fields, isNew: false });
  const states: RowStates = { table, compilation, from: sql`input i join held h on h.id = i."_id"`, isNew: false, now: newValue(fields, bringsNow) };
  const found = [
    ...holdProblems(request, compilation),
    ...(laid?.branches ?? []),
    ...valueProblems(table, brought, compilation, changes),
    ...valueProblems(table, ruled, compilation.unrestricted, changes),
  ];
  const problems = compileProblems(request, compilation, found, compileChecks(checks, states));
  const returned = [...table.object.fields.filter(({ name }) => ALWAYS_NEEDED.has(name)), ...answered, ...fields];
  const feeds = feedsOfFields(ground.model, request.object, [...fields.map(({ name }) => name), ...ALWAYS_CHANGED]);
  if (isOneRecord(request, source) && !laid && feeds.length === 0) {
    const others = compileOthers([...lockedByApprovals(ground), ...valueProblems(table, brought, compilation, changes)], compileChecks(checks, states));
    const held = [...answered, ...fields, ...fieldsOfChecks(checks, table)];
    return compileUpdateOfOne({ request, table, compilation, fields, answered, held, others, difference: (field) => difference(field, sql<boolean>`true`) });
  }
  const carried = feedColumns(feeds);
  const held = [...returned, ...fieldsOfChecks(checks, table), ...carried, ...(laid ? withExactSums(storedFields(table)) : [])];
  const differing = fields.map((field) => difference(field, bringsNow(field)));
  const values = fields.map((field) => sql`${states.now(field)} as ${sql.id(field.column)}`);
  const differences = sql`select ${sql.join([sql`h.id`, sql`i."_row"`, sql`${concatenate(differing)} as "_changes"`, ...values])} from input i join held h on h.id = i."_id"`;
  const assignments = [
    sql`updated_at = ${AT}`,
    sql`updated_by = ${ACTOR}`,
    sql`version = t.version + 1`,
    ...fields.map((field) => sql`${sql.id(field.column)} = ${sql.id('d', field.column)}`),
  ];
  const changed = sql`t.id = d.id and d."_changes" <> '{}' and ${problems.none('d')}`;
  const record = sql`update ${writtenTable(table, compilation)} t set ${sql.join(assignments)} from difference d where ${changed} returning ${columnList([...returned, ...carried], 't')}`;
  const unchanged = sql`select ${columnList(returned, 'h')} from held h where not exists (select from record r where r.id = h.id)`;
  const now = sql`select ${columnList(returned, 'r')} from record r union all ${unchanged}`;
  return compileStatement(
    withTables(
      [
        compileInput(brought, source, laid ? BROUGHT : 'input'),
        compileHold({ table, compilation, fields: held, scope: 'edit', ...(laid && { wanted: BROUGHT }) }),
        ...(laid ? [laid.table] : []),
        ...problems.tables,
        sql`difference as materialized (${differences})`,
        sql`record as (${record})`,
        ...compileHistory('updated', table, compilation, sql`select d.id, d."_row", d."_changes" from difference d join record r on r.id = d.id`, request.silent),
      ],
      [
        problems.answer,
        compileAnswer(request, table, compilation, sql`select a.*, i."_row" from (${now}) a join input i on i."_id" = a.id`),
        sql`(select count(*)::integer from record) as written`,
        ...(feeds.length > 0 ? [compileFeeds(feeds, { before: { from: sql`held b join record r on r.id = b.id`, alias: 'b' }, after: { from: sql`record a`, alias: 'a' } })] : []),
      ],
    ),
  );
}

const ALWAYS_NEEDED: ReadonlySet<string> = new Set(['id']);
const ALWAYS_CHANGED = ['updatedAt', 'updatedBy', 'version'];

/** The value that a stored field has afterwards: what the row brings laid over what was held. */
function newValue(fields: readonly FieldModel[], brings: (field: FieldModel) => RawBuilder<boolean>): (field: FieldModel) => RawBuilder<unknown> {
  return (field) => {
    if (fields.includes(field)) return sql`case when ${brings(field)} then ${sql.id('i', field.column)} else ${sql.id('h', field.column)} end`;
    return MADE[field.name] ?? sql.id('h', field.column);
  };
}

const MADE: Readonly<Record<string, RawBuilder<unknown>>> = { updatedAt: AT, updatedBy: ACTOR };

/** `{ field: [old, new] }` in API form where the row brings another value than the record has, else an empty object. */
function difference(field: FieldModel, brings: RawBuilder<boolean>): RawBuilder<unknown> {
  const before = sql.id('h', field.column);
  const after = sql.id('i', field.column);
  const entry = sql`jsonb_build_object(${field.name}::text, jsonb_build_array(${toJson(field, before)}, ${toJson(field, after)}))`;
  return sql`case when ${brings} and ${before} is distinct from ${after} then ${entry} else '{}'::jsonb end`;
}

function concatenate(objects: readonly RawBuilder<unknown>[]): RawBuilder<unknown> {
  return objects.length === 0 ? sql`'{}'::jsonb` : sql`${sql.join(objects, sql` || `)}`;
}
