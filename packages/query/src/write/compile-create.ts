import { fieldType } from '@guanxi/field-types';
import { nextNumber, type FieldModel } from '@guanxi/metadata';
import { sql, type RawBuilder } from 'kysely';
import { toJson } from '../compile/column-types.js';
import { Compilation, type Ground, type Table } from '../compile/compilation.js';
import { inner } from '../compile/inner.js';
import { compileFeeds, feedColumns } from '../roll-up/compile-feeds.js';
import { feedsOf } from '../roll-up/feed.js';
import { Slot } from '../statement/slot.js';
import { compileStatement, type Statement } from '../statement/statement.js';
import { compileChecks, type RowStates } from './checks/compile-checks.js';
import { findChecks } from './checks/find-checks.js';
import { compileCreateOfOne } from './create-of-one.js';
import { newValue } from './new-record.js';
import { compileOthers, isOneRecord } from './one-record.js';
import { BROUGHT, fieldsOfRules, layOverInput, saveRulesOf } from './save/lay-over-input.js';
import {
  ACTOR, AT, columnList, compileAnswer, compileHistory, compileInput, compileProblems, selectedFields, valueProblems, withTables, writtenTable, type RowSource,
} from './write-parts.js';
import type { WriteRequest } from './write-request.js';

/** Creates records: rows, values the platform makes, history and events in one statement. Its answer is a `WriteAnswer`. The rows come along as JSON, or out of `source`. */
export function compileCreate(request: WriteRequest, ground: Ground, source?: RowSource): Statement {
  const compilation = new Compilation(ground, inner);
  const table = compilation.table(request.object);
  const brought = request.fields.map((name) => table.object.fieldByName.get(name) as FieldModel);
  const rules = saveRulesOf({ compilation, request, isNew: true });
  const laid = rules.length > 0 ? layOverInput({ request, rules, table, compilation, fields: brought, isNew: true, now: newValue(brought) }) : undefined;
  const ruled = fieldsOfRules(rules).filter((field) => !brought.includes(field));
  const fields = [...brought, ...ruled];
  const made = table.object.fields.filter((field) => fieldType(field.type).generated !== undefined);
  const checks = request.unchecked ? [] : findChecks({ table, fields, isNew: true });
  const states: RowStates = { table, compilation, from: sql`input i`, isNew: true, now: newValue(fields) };
  // What a rule has set is not the person's to see, and points where the platform says.
  const found = [
    ...(laid?.branches ?? []),
    ...valueProblems(table, brought, compilation, () => sql<boolean>`true`),
    ...valueProblems(table, ruled, compilation.unrestricted, () => sql<boolean>`true`),
  ];
  const problems = compileProblems(request, compilation, found, compileChecks(checks, states));
  const feeds = feedsOf(ground.model, request.object);
  const returned = [...table.object.fields.filter((field) => field.name === 'id'), ...made, ...selectedFields(table, request.select), ...feedColumns(feeds)];
  if (isOneRecord(request, source) && !laid && feeds.length === 0) {
    const others = compileOthers(valueProblems(table, brought, compilation, () => sql<boolean>`true`), compileChecks(checks, states));
    return compileCreateOfOne({ request, table, compilation, fields, returned, others, insert: insert(table, fields, made, compilation), changes: changes(made) });
  }
  return compileStatement(
    withTables(
      [
        ...(laid ? [compileInput(brought, source, BROUGHT), laid.table] : [compileInput(brought, source)]),
        ...problems.tables,
        sql`record as (${insert(table, fields, made, compilation)} where ${problems.none('i')} order by i."_row" returning ${columnList(returned, table.object.table)})`,
        ...compileHistory('created', table, compilation, sql`select r.id, i."_row", ${changes(made)} as "_changes" from record r join input i on i."_id" = r.id`, request.silent),
      ],
      [
        problems.answer,
        compileAnswer(request, table, compilation, sql`select r.*, i."_row" from record r join input i on i."_id" = r.id`),
        sql`(select count(*)::integer from record) as written`,
        ...(feeds.length > 0 ? [compileFeeds(feeds, { after: { from: sql`record r`, alias: 'r' } })] : []),
      ],
    ),
  );
}

function insert(table: Table, fields: readonly FieldModel[], made: readonly FieldModel[], compilation: Compilation): RawBuilder<unknown> {
  const columns: [string, RawBuilder<unknown>][] = [
    ['id', sql`i."_id"`],
    ['created_at', AT],
    ['created_by', ACTOR],
    ['updated_at', AT],
    ['updated_by', ACTOR],
    ['version', sql`1`],
    ...(fields.some((field) => field.name === 'owner') ? [] : [['owner_id', ACTOR] satisfies [string, RawBuilder<unknown>]]),
    ...fields.map((field): [string, RawBuilder<unknown>] => [field.column, field.name === 'owner' ? sql`coalesce(i.owner_id, ${ACTOR})` : sql.id('i', field.column)]),
    ...made.map((field): [string, RawBuilder<unknown>] => [field.column, makeValue(field, table, compilation)]),
  ];
  const names = sql.join(columns.map(([name]) => sql.id(name)));
  return sql`insert into ${writtenTable(table, compilation)} (${names}) select ${sql.join(columns.map(([, value]) => value))} from input i`;
}

function makeValue(field: FieldModel, table: Table, compilation: Compilation): RawBuilder<unknown> {
  const number = nextNumber(table.object, field, { schema: compilation.ground.schema });
  const localTime = sql`(${AT} at time zone ${new Slot(({ org, timeZone }) => org?.timeZone ?? timeZone)}::text)`;
  return fieldType(field.type).generated?.next(field.settings, number, localTime) ?? sql`null`;
}

/** The changes come with the rows; only what the platform made has to be added. */
function changes(made: readonly FieldModel[]): RawBuilder<unknown> {
  const added = made.map((field) => sql` || jsonb_build_object(${field.name}::text, jsonb_build_array(null, ${toJson(field, sql.id('r', field.column))}))`);
  return sql`i."_changes"${sql.join(added, sql``)}`;
}
