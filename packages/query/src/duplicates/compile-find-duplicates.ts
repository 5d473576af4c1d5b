import type { DuplicateRuleModel, FieldModel } from '@guanxi/metadata';
import { sql, type RawBuilder } from 'kysely';
import { allOf, column, Compilation, visible, type Ground, type Table } from '../compile/compilation.js';
import { inner } from '../compile/inner.js';
import { compileStatement, type Statement } from '../statement/statement.js';
import { newValue } from '../write/new-record.js';
import { columnList, compileInput, type RowSource } from '../write/write-parts.js';
import { alikePairs } from './alike-pairs.js';
import { nameExpression } from './name-expression.js';
import { keyOf, keysMatch, likeness, matchParts, type MatchPart } from './match-conditions.js';

export interface FindDuplicates {
  readonly object: string;
  /** Names of the rules that are asked. */
  readonly rules: readonly string[];
  /** The fields that some row of the run brings a value for. */
  readonly fields: readonly string[];
  readonly uneven: boolean;
  readonly isNew: boolean;
}

/** One row of the answer: what a rule finds for a row of the run. */
export interface FoundDuplicates {
  readonly row: number;
  readonly rule: string;
  /** The best matches that the person may read. */
  readonly shown: readonly { readonly id: string; readonly name: string | null }[] | null;
  /** All matches, at most `MOST_MATCHES`. */
  readonly total: number;
  /** The first row of the same run that matches. */
  readonly twin: number | null;
}

const MOST_SHOWN = 5;
/** Further than this nobody counts. */
const MOST_MATCHES = 100;

/** Records that are like those about to be written, by each rule. A change is asked where it touches what the rule compares. */
export function compileFindDuplicates(request: FindDuplicates, ground: Ground, source?: RowSource): Statement {
  const compilation = new Compilation(ground, inner);
  const table = compilation.table(request.object);
  const fields = request.fields.map((name) => table.object.fieldByName.get(name) as FieldModel);
  const rules = table.object.duplicateRules.filter(({ name }) => request.rules.includes(name)).map((rule) => ({ rule, parts: matchParts(rule, table.object) }));
  const compared = [...new Set(rules.flatMap(({ parts }) => parts.map(({ field }) => field)))];
  const branches = rules.map(({ rule, parts }, index) => compileRule(rule, parts, { table, compilation, isNew: request.isNew, twins: sql.id(`twin${index}`) }));
  const twins = rules.flatMap(({ parts }, index) => compileTwins(parts, String(index)));
  return compileStatement(sql`with ${sql.join([compileInput(fields, source), ...duplicateStates(request, fields, compared, table), ...twins])} ${sql.join(branches, sql` union all `)} order by 1`);
}

/** The keys of the rows as they will be, and of changes as they are. */
export function duplicateStates({ uneven, isNew }: FindDuplicates, fields: readonly FieldModel[], compared: readonly FieldModel[], table: Table): RawBuilder<unknown>[] {
  const brings = (field: FieldModel) => (uneven ? sql<boolean>`i."_set" ? ${field.name}::text` : sql<boolean>`true`);
  const made = newValue(fields);
  const changed = (field: FieldModel) => (fields.includes(field) ? sql`case when ${brings(field)} then ${sql.id('i', field.column)} else ${sql.id('h', field.column)} end` : sql.id('h', field.column));
  const keys = compared.map((field) => sql`${keyOf(field, isNew ? made(field) : changed(field))} as ${sql.id(field.column)}`);
  const before = isNew ? [] : compared.map((field) => sql`${keyOf(field, sql.id('h', field.column))} as ${sql.id(`was ${field.column}`)}`);
  const state = sql`select ${sql.join([sql`i."_row"`, sql`i."_id" as id`, ...keys, ...before])} from input i${isNew ? sql`` : sql` join held h on h.id = i."_id"`}`;
  const held = sql`held as materialized (select ${columnList([{ column: 'id' }, ...compared], table.alias)} from ${table.from} where ${sql.id(table.alias, 'id')} in (select "_id" from input))`;
  return [...(isNew ? [] : [held]), sql`state as materialized (${state})`];
}

interface RulePlace {
  readonly table: Table;
  readonly compilation: Compilation;
  readonly isNew: boolean;
  /** The table of rows and the first row like each. */
  readonly twins: RawBuilder<unknown>;
}

function compileRule(rule: DuplicateRuleModel, parts: readonly MatchPart[], { table, compilation, isNew, twins }: RulePlace): RawBuilder<unknown> {
  const other = compilation.table(table.object.name);
  const id = sql.id(other.alias, 'id');
  const pairs = parts.map(({ field }) => [keyOf(field, column(other, field)), sql.id('n', field.column)] as const);
  const alive = sql<boolean>`${sql.id(other.alias, 'deleted_at')} is null`;
  const matches = allOf([alive, sql<boolean>`${id} <> n.id`, ...parts.map((part, index) => keysMatch(part, ...(pairs[index] as (typeof pairs)[number])))]);
  const [, ...readable] = visible(other);
  const candidates = sql`select ${id} as id, ${nameExpression(other)} as name, (${allOf(readable)}) as "may", ${likeness(parts, pairs)} as alike
    from ${other.from} where ${matches} limit ${sql.lit(MOST_MATCHES)}`;
  const ranked = sql`select c.*, row_number() over (partition by c."may" order by c.alike desc, c.id) as place from (${candidates}) c`;
  const shown = sql`jsonb_agg(jsonb_build_object('id', r.id, 'name', r.name) order by r.place) filter (where r."may" and r.place <= ${sql.lit(MOST_SHOWN)})`;
  const found = sql`select count(*)::integer as total, ${shown} as shown from (${ranked}) r`;
  const given = allOf([
    ...parts.map(({ field }) => sql<boolean>`${sql.id('n', field.column)} is not null`),
    ...(isNew ? [] : [sql<boolean>`(${sql.join(parts.map(({ field }) => sql`${sql.id('n', field.column)} is distinct from ${sql.id('n', `was ${field.column}`)}`), sql` or `)})`]),
  ]);
  return sql`select n."_row" as row, ${rule.name}::text as rule, f.shown, f.total, t.twin from state n
    cross join lateral (${found}) f left join ${twins} t on t.n = n."_row" where ${given} and (f.total > 0 or t.twin is not null)`;
}

/** `twin (n, twin)`: for each row that another one before it is like, the first such row. There is no index over the rows of a run. */
function compileTwins(parts: readonly MatchPart[], suffix: string): RawBuilder<unknown>[] {
  const [form, pair, twin] = ['form', 'pair', 'twin'].map((name) => sql.id(`${name}${suffix}`)) as [RawBuilder<unknown>, RawBuilder<unknown>, RawBuilder<unknown>];
  const keys = parts.map(({ field }, index) => sql`n.${sql.id(field.column)} as ${sql.id(`k${index}`)}`);
  const present = allOf(parts.map(({ field }) => sql<boolean>`${sql.id('n', field.column)} is not null`));
  const rows = sql`${form} as materialized (select n."_row" as n, ${sql.join(keys)} from state n where ${present})`;
  const fuzzy = parts.findIndex(({ how }) => how === 'fuzzy');
  if (fuzzy >= 0) return [rows, ...alikePairs(parts, fuzzy, suffix), sql`${twin} as materialized (select greatest(one, other) as n, min(least(one, other)) as twin from ${pair} group by 1)`];
  const same = sql.join(parts.map((_, index) => sql.id(`k${index}`)));
  return [rows, sql`${twin} as materialized (select n, twin from (select n, min(n) over (partition by ${same}) as twin from ${form}) f where twin < n)`];
}
