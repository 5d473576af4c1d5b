import { checkFormula } from '@guanxi/formula';
import { formulaScope, type FieldModel, type RetentionAge, type RetentionRuleDocument } from '@guanxi/metadata';
import { sql, type RawBuilder } from 'kysely';
import { platformAccess } from '../access/platform-access.js';
import { alive, allOf, Compilation, type Ground, type Table } from '../compile/compilation.js';
import { fieldExpression } from '../compile/field-expression.js';
import { inner } from '../compile/inner.js';
import { momentOf } from '../compile/moment.js';
import { orgTable } from '../org-tables.js';
import { compileStatement, type Statement } from '../statement/statement.js';

/** What of a rule says which records it speaks of. */
export type RetentionTerms = Pick<RetentionRuleDocument, 'object' | 'since' | 'activity' | 'after' | 'when' | 'do'>;

type RetentionGround = Omit<Ground, 'access' | 'moment'>;

/** Rows `{ id }` of records whose time is over, in the order of their ids, from the one that follows `after` on. */
export function compileOverdue(terms: RetentionTerms, ground: RetentionGround, { after, limit }: { readonly after: string | null; readonly limit: number }): Statement {
  const aged = compileAged(terms, ground);
  const beyond = after === null ? sql`true` : sql`${aged.id} > ${after}::uuid`;
  return compileStatement(sql`select ${aged.id} as id from ${aged.from} where ${aged.spoken} and ${aged.due} <= ${aged.today} and ${beyond} order by 1 limit ${limit}`);
}

/** Rows `{ id }` of those among the named records whose time is over as they are now; nobody else changes them until the end of the transaction. */
export function compileHoldOverdue(terms: RetentionTerms, ground: RetentionGround, ids: readonly string[]): Statement {
  const aged = compileAged(terms, ground);
  return compileStatement(sql`select ${aged.id} as id from ${aged.from} where ${aged.id} = any(${[...ids]}::uuid[]) and ${aged.spoken} and ${aged.due} <= ${aged.today} order by 1 for update of ${sql.id(aged.alias)}`);
}

/** One row `{ overdue, undated, records }`: whose time is over, without a date and therefore kept, and all of the object. */
export function compileRetentionCount(terms: RetentionTerms, ground: RetentionGround): Statement {
  const aged = compileAged(terms, ground);
  return compileStatement(sql`
    select count(*) filter (where ${aged.dated} and ${aged.meant} and ${aged.due} <= ${aged.today})::int as overdue, count(*) filter (where not ${aged.dated} and ${aged.meant})::int as undated, count(*)::int as records
    from ${aged.from} where ${aged.alive}`);
}

/** Rows `{ month, count }` of months `YYYY-MM`, this one first, in which further records come to the end of their time; months without any are left out. */
export function compileRetentionForecast(terms: RetentionTerms, ground: RetentionGround, months: number): Statement {
  const aged = compileAged(terms, ground);
  const until = sql`(date_trunc('month', ${aged.today}::timestamp) + make_interval(months => ${months}))::date`;
  return compileStatement(sql`
    select to_char(d.due, 'YYYY-MM') as month, count(*)::int as count
    from (select ${aged.due} as due from ${aged.from} where ${aged.spoken} and ${aged.due} > ${aged.today} and ${aged.due} < ${until}) d group by 1 order by 1`);
}

/** Rows `{ id, since, due }` with days as YYYY-MM-DD, those whose time ends first before others. */
export function compileRetentionSample(terms: RetentionTerms, ground: RetentionGround, limit: number): Statement {
  const aged = compileAged(terms, ground);
  return compileStatement(sql`select ${aged.id} as id, ${aged.since} as since, ${aged.due} as due from ${aged.from} where ${aged.spoken} order by due, id limit ${limit}`);
}

interface Aged {
  readonly from: RawBuilder<unknown>;
  readonly alias: string;
  readonly id: RawBuilder<unknown>;
  readonly alive: RawBuilder<boolean>;
  /** The condition of the rule holds. */
  readonly meant: RawBuilder<boolean>;
  readonly dated: RawBuilder<boolean>;
  /** All three of these. */
  readonly spoken: RawBuilder<boolean>;
  /** The day that the age counts from, and the first one on which it is reached. */
  readonly since: RawBuilder<unknown>;
  readonly due: RawBuilder<unknown>;
  readonly today: RawBuilder<unknown>;
}

/** Days are those of the org's calendar, so that a day more or less on the clock changes nothing; a month after 31 January is the last of February. */
function compileAged(terms: RetentionTerms, ground: RetentionGround): Aged {
  const compilation = new Compilation({ ...ground, access: platformAccess(ground.model) }, inner);
  const table = compilation.table(terms.object);
  const { now, timeZone } = momentOf(compilation);
  const own = dayOf(table, terms.since);
  const latest = (terms.activity ?? []).map(({ relation, field }) => latestDay(table, relation, field));
  const since = latest.length === 0 ? own : sql`greatest(${sql.join([own, ...latest])})`;
  const parts = { alive: alive(table), meant: meantBy(terms, table), dated: sql<boolean>`${own} is not null` };
  return {
    ...parts,
    from: table.from,
    alias: table.alias,
    id: sql.id(table.alias, 'id'),
    spoken: allOf([parts.alive, parts.dated, parts.meant]),
    since,
    due: sql`(${since} + ${intervalOf(terms.after)})::date`,
    today: sql`(${now} at time zone ${timeZone})::date`,
  };
}

function meantBy({ when, do: deed, object }: RetentionTerms, table: Table): RawBuilder<boolean> {
  const { ground } = table.compilation;
  const conditions: RawBuilder<boolean>[] = [];
  if (when !== undefined) {
    const checked = checkFormula(when, formulaScope(ground.model, object), 'boolean');
    if (!checked.ok) throw new RangeError(`“${when}” does not fit ${object}: ${checked.problems.map(({ message }) => message).join(' ')}`);
    conditions.push(sql<boolean>`coalesce(${inner.test(checked.formula, table)}, false)`);
  }
  // Who was erased has nothing left to erase, until somebody writes to the record again.
  if (deed === 'erase') conditions.push(sql<boolean>`not exists (select from ${orgTable(ground.schema, 'erasure')} gone where gone.record_id = ${sql.id(table.alias, 'id')} and gone.at >= ${sql.id(table.alias, 'updated_at')})`);
  return conditions.length === 0 ? sql<boolean>`true` : sql<boolean>`(${allOf(conditions)})`;
}

function latestDay(table: Table, relationName: string, name: string): RawBuilder<unknown> {
  const relation = table.object.relationByName.get(relationName);
  if (!relation) throw new RangeError(`${table.object.name} has no list ${relationName}.`);
  const other = table.compilation.table(relation.object);
  const pointing = fieldOf(other, relation.field);
  return sql`(select max(${dayOf(other, name)}) from ${other.from} where ${sql.id(other.alias, pointing.column)} = ${sql.id(table.alias, 'id')} and ${alive(other)})`;
}

function dayOf(table: Table, name: string): RawBuilder<unknown> {
  const field = fieldOf(table, name);
  const value = fieldExpression(table, field, table.compilation);
  return field.value.type === 'dateTime' ? sql`(${value} at time zone ${momentOf(table.compilation).timeZone})::date` : value;
}

function fieldOf({ object }: Table, name: string): FieldModel {
  const field = object.fieldByName.get(name);
  if (!field) throw new RangeError(`${object.name} has no field ${name}.`);
  return field;
}

function intervalOf({ value, unit }: RetentionAge): RawBuilder<unknown> {
  return { days: sql`make_interval(days => ${value}::int)`, months: sql`make_interval(months => ${value}::int)`, years: sql`make_interval(years => ${value}::int)` }[unit];
}
