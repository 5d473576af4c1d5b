import { operators } from '@guanxi/field-types';
import { sql, type RawBuilder } from 'kysely';
import { toParameter } from '../request/operand.js';
import type { SearchRequest } from '../request/read-request.js';
import { displayText } from './column-types.js';
import { compileSearchFilter } from './search-filter.js';
import { allOf, readableField, visible, type Compilation } from './compilation.js';
import { fieldExpression } from './field-expression.js';

/** The JSON list of records of any object that contain a text; those whose name begins with it come first. */
export function compileSearch(search: SearchRequest, compilation: Compilation): RawBuilder<unknown> {
  const { model, access } = compilation.ground;
  const beginning = sql`${toParameter(search.text, (value) => operators.startsWith.toParameter(String(value ?? '')))}::text`;
  const branches = model.objects
    .filter((object) => !object.platform && access.objects.get(object.name)?.readableFields.has(object.nameField))
    .map((object) => compileBranch(object.name, search, beginning, compilation));
  if (branches.length === 0) return sql`'[]'::json`;
  const found = sql`select * from (${sql.join(branches, sql` union all `)}) f order by "_begins" desc, "_name", "_id" limit ${sql.lit(search.first)}`;
  const columns = search.select.map(({ kind, key }) => sql`${RESULT_COLUMNS[kind]} as ${sql.id(key)}`);
  return sql`(select coalesce(json_agg(n), '[]') from (select ${sql.join(columns)} from (${found}) f) n)`;
}

const RESULT_COLUMNS: Record<SearchRequest['select'][number]['kind'], RawBuilder<unknown>> = {
  typename: sql`'SearchResult'`,
  object: sql`f."_object"`,
  id: sql`f."_id"`,
  name: sql`f."_name"`,
};

function compileBranch(object: string, search: SearchRequest, beginning: RawBuilder<unknown>, compilation: Compilation): RawBuilder<unknown> {
  const table = compilation.table(object);
  const nameField = readableField(table, table.object.nameField);
  const name = displayText(nameField, fieldExpression(table, nameField, compilation));
  const begins = operators.startsWith.sql(name, beginning);
  const columns = sql`${sql.lit(object)}::text as "_object", ${sql.id(table.alias, 'id')} as "_id", ${name}::text as "_name", coalesce(${begins}, false) as "_begins"`;
  const predicates = [...visible(table), compileSearchFilter(search.text, table, compilation)];
  return sql`(select ${columns} from ${table.from} where ${allOf(predicates)} order by "_begins" desc, ${name} limit ${sql.lit(search.first)})`;
}
