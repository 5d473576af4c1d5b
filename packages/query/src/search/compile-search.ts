import { sql, type RawBuilder } from 'kysely';
import { allOf, visible, type Compilation, type Table } from '../compile/compilation.js';
import { toRecordId } from '../compile/compile-condition.js';
import { toParameter } from '../request/operand.js';
import type { SearchRequest } from '../request/read-request.js';
import { ALONE } from './alone.js';
import { anyOf, byIndex, matchesWords, readableSearched, type SearchedField } from './search-filter.js';
import { searchSlots, type SearchSlots } from './search-slots.js';

/** Of more objects than these only the names are searched. */
const MOST_OBJECTS = 40;

/** Records of an object that are looked at closely, of each way to match. */
const MOST_CANDIDATES = 200;
const MOST_SIMILAR = 400;

/** With fewer good results than this, similar ones are looked for. */
const FEW = 3;
const LEAST_SIMILARITY = 0.2;

/** How good a match is: the order of results, before what was changed last. */
const RANK = { exact: 5, beginning: 4, name: 3, field: 2 } as const;

/**
 * The JSON list of records of any object that have what is searched for: those that are it, those that begin with it, those
 * that contain it, in the name first; where there are few, those that are similar. `fields` has the texts that match, which
 * whoever passes the answer on marks and shortens; `suggestion` the name of a similar one.
 */
export function compileSearch(search: SearchRequest, compilation: Compilation): RawBuilder<unknown> {
  const { model, access } = compilation.ground;
  const objects = model.objects.filter(
    ({ platform, name, nameField }) => !platform && access.objects.get(name)?.readableFields.has(nameField) && (search.objects === undefined || search.objects.includes(name)),
  );
  if (objects.length === 0 || search.words === 0) return sql`'[]'::json`;
  const { inputs, slots } = namedSlots(searchSlots(search.text, search.words));
  const within = narrow(search);
  const branches = objects.map(({ name }, index) => compileBranch(name, { isWhole: index < MOST_OBJECTS, slots, compilation, within }));
  const all = (of: (branch: Branch) => RawBuilder<unknown>) => sql.join(branches.map(of), sql` union all `);
  const order = sql`order by "_rank" desc, "_changed" desc, "_id" limit ${sql.lit(search.first)}`;
  const found = sql`"_found" as materialized (select * from (${all(({ found }) => found)}) f ${order})`;
  const similar = sql`"_similar" as materialized (select * from (${all(({ similar }) => similar)}) f order by "_rank" desc, "_id" limit ${sql.lit(search.first)})`;
  const texts = sql`case f."_object" ${sql.join(branches.map(({ object, fields }) => sql`when ${sql.lit(object)} then ${fields}`), sql` `)} end`;
  const columns = search.select.map(({ kind, key }) => sql`${RESULT[kind](texts)} as ${sql.id(key)}`);
  const rows = sql`(select * from "_found" union all select * from "_similar" where "_id" not in (select "_id" from "_found")) f ${order}`;
  return sql`(with ${sql.join([inputs, found, similar])} select coalesce(json_agg(n.*), '[]') from (select ${sql.join(columns)} from ${rows}) n)`;
}

/** What only goes along with the texts is made of them where the answer is passed on. */
const RESULT: Record<SearchRequest['select'][number]['kind'], (texts: RawBuilder<unknown>) => RawBuilder<unknown>> = {
  typename: () => sql`'SearchResult'`,
  object: () => sql`f."_object"`,
  id: () => sql`f."_id"`,
  name: () => sql`f."_name"`,
  match: () => sql`case when f."_rank" >= ${sql.lit(RANK.exact)} then 'EXACT' when f."_rank" >= ${sql.lit(RANK.beginning)} then 'BEGINS' when f."_rank" >= ${sql.lit(RANK.field)} then 'CONTAINS' else 'SIMILAR' end`,
  score: () => sql`round((f."_rank" / ${sql.lit(RANK.exact)})::numeric, 3)::float8`,
  fields: (texts) => texts,
  suggestion: () => sql`case when f."_rank" < ${sql.lit(RANK.field)} then f."_name" end`,
};

interface Branch {
  readonly object: string;
  readonly found: RawBuilder<unknown>;
  readonly similar: RawBuilder<unknown>;
  readonly fields: RawBuilder<unknown>;
}

interface SearchPlace {
  /** Not only the names. */
  readonly isWhole: boolean;
  readonly slots: SearchSlots;
  readonly compilation: Compilation;
  /** Of all records those that are asked for. */
  readonly within: (table: Table) => readonly RawBuilder<boolean>[];
}

function compileBranch(object: string, place: SearchPlace): Branch {
  const { isWhole, slots, compilation, within } = place;
  const fieldsOf = (table: Table) => readableSearched(table, compilation).filter(({ isName }) => isName || isWhole);
  const pass = (rank: number, most: number, condition: (fields: readonly SearchedField[]) => RawBuilder<boolean>) => {
    const table = compilation.table(object);
    return sql`(select ${sql.id(table.alias, 'id')} as id, ${sql.lit(rank)} as rank from ${table.from} where ${allOf([...visible(table), ...within(table), condition(fieldsOf(table))])} limit ${sql.lit(most)})`;
  };
  const names = (fields: readonly SearchedField[]) => fields.filter(({ isName }) => isName);
  const passes = [
    ...(isWhole ? [pass(RANK.exact, MOST_CANDIDATES, (fields) => isWholeText(fields, slots.exactly, slots, compilation))] : []),
    pass(RANK.beginning, MOST_CANDIDATES, (fields) => isWholeText(names(fields), slots.beginning, slots, compilation, sql`|| '%'`)),
    pass(RANK.name, MOST_CANDIDATES, (fields) => matchesWords(names(fields), slots, compilation)),
    ...(isWhole ? [pass(RANK.field, MOST_CANDIDATES, (fields) => matchesWords(fields, slots, compilation))] : []),
  ];
  return { object, found: describe(sql.join(passes, sql` union all `), object, compilation), similar: compileSimilar(object, place), fields: compileFields(object, slots, fieldsOf, compilation) };
}

function narrow({ ownedBy, changedSince }: SearchRequest): SearchPlace['within'] {
  return ({ alias }) => [
    ...(ownedBy ? [sql<boolean>`${sql.id(alias, 'owner_id')} = ${toParameter(ownedBy, toRecordId)}::uuid`] : []),
    ...(changedSince ? [sql<boolean>`${sql.id(alias, 'updated_at')} >= ${toParameter(changedSince, (value) => value)}::timestamptz`] : []),
  ];
}

/** Each record once, by the best way it matches. */
function describe(passes: RawBuilder<unknown>, object: string, compilation: Compilation): RawBuilder<unknown> {
  const table = compilation.table(object);
  const [name] = readableSearched(table, compilation).filter(({ isName }) => isName);
  const best = sql`select id, max(rank) as rank from (${passes}) p group by id`;
  return sql`(select ${sql.lit(object)}::text as "_object", b.id as "_id", ${name?.text ?? sql`null`}::text as "_name", b.rank::float8 as "_rank", ${sql.id(table.alias, 'updated_at')} as "_changed"
    from (${best}) b join ${table.from} on ${sql.id(table.alias, 'id')} = b.id)`;
}

function isWholeText(fields: readonly SearchedField[], terms: RawBuilder<unknown>, { whole }: SearchSlots, compilation: Compilation, rest = sql``): RawBuilder<boolean> {
  return byIndex(fields, compilation, {
    indexed: () => anyOf(fields.flatMap(({ index, terms: own }) => (index === undefined ? [] : [sql<boolean>`${own} @@ ${terms}`]))),
    folded: () => anyOf(fields.flatMap(({ folded }) => folded.map((text) => sql<boolean>`${text} like ${whole} ${rest}`))),
    plain: () => anyOf(fields.map(({ text }) => sql<boolean>`${text} ilike ${whole} ${rest}`)),
  });
}

/** Looked for only when little else was found. */
function compileSimilar(object: string, { slots, compilation, within }: SearchPlace): RawBuilder<unknown> {
  const table = compilation.table(object);
  const [name] = readableSearched(table, compilation).filter(({ isName }) => isName);
  if (!name) throw new Error(`The name of ${object} is not searched.`);
  const like = byIndex([name], compilation, { indexed: () => sql<boolean>`${name.terms} @@ ${slots.similar}`, folded: () => sql<boolean>`false`, plain: () => sql<boolean>`false` });
  const isWanted = sql<boolean>`(select count(*) < ${sql.lit(FEW)} from "_found")`;
  const rows = sql`select ${sql.id(table.alias, 'id')} as id, ${name.text}::text as name, ${sql.id(table.alias, 'updated_at')} as changed from ${table.from} where ${allOf([...visible(table), ...within(table), isWanted, like])} limit ${sql.lit(MOST_SIMILAR)}`;
  const likeness = sql`(select case when guanxi.fold_words(r.name) ~ '[^ -~]' then public.similarity(${slots.whole}, guanxi.fold_text(r.name)) else public.word_similarity(${slots.whole}, guanxi.fold_words(r.name)) end)`;
  return sql`(select ${sql.lit(object)}::text as "_object", s.id as "_id", s.name as "_name", s.likeness as "_rank", s.changed as "_changed"
    from (select r.*, ${likeness}::float8 as likeness from (${rows}) r offset 0) s where s.likeness >= ${sql.lit(LEAST_SIMILARITY)})`;
}

/** The texts of a result that have a part of what is searched for; of a similar one, the name. */
function compileFields(object: string, { anyPattern }: SearchSlots, fieldsOf: (table: Table) => readonly SearchedField[], compilation: Compilation): RawBuilder<unknown> {
  const table = compilation.table(object);
  const entries = fieldsOf(table).map(({ name, isName, text, folded }, place) => {
    const matches = anyOf([...folded.map((one) => sql<boolean>`${one} like any (${anyPattern})`), ...(isName ? [sql<boolean>`f."_rank" < ${sql.lit(RANK.field)}`] : [])]);
    return sql`select ${sql.lit(isName ? -1 : place)} as place, ${sql.lit(name)}::text as field, ${text}::text as text where ${matches}`;
  });
  return sql`(select coalesce(json_agg(json_build_object('field', m.field, 'text', m.text) order by m.place), '[]') from ${table.from} cross join lateral (${sql.join(entries, sql` union all `)}) m where ${sql.id(table.alias, 'id')} = f."_id")`;
}

/** Each once among the parameters, however often it is used. */
function namedSlots(slots: SearchSlots): { inputs: RawBuilder<unknown>; slots: SearchSlots } {
  const columns: RawBuilder<unknown>[] = [];
  const take = (expression: RawBuilder<unknown>, type: 'tsquery' | 'text' | 'text[]'): RawBuilder<unknown> => {
    const name = `v${columns.length}`;
    columns.push(sql`${expression} as ${sql.id(name)}`);
    return sql`(select ${sql.id(name)} from "_search")::${sql.raw(type)}`;
  };
  const named: SearchSlots = {
    words: slots.words.map(({ terms, patterns, allPatterns, typed }) => ({ terms: take(terms, 'tsquery'), patterns: take(patterns, 'text[]'), allPatterns: take(allPatterns, 'text[]'), typed: take(typed, 'text') })),
    exactly: take(slots.exactly, 'tsquery'),
    beginning: take(slots.beginning, 'tsquery'),
    similar: take(slots.similar, 'tsquery'),
    whole: take(slots.whole, 'text'),
    anyPattern: take(slots.anyPattern, 'text[]'),
  };
  return { inputs: sql`"_search" as materialized (select ${sql.join(columns)} where ${ALONE})`, slots: named };
}
