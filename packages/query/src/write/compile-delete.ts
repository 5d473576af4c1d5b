import type { FieldModel } from '@guanxi/metadata';
import { sql, type RawBuilder } from 'kysely';
import { isMasterField } from '../access/masters.js';
import { allOf, column, Compilation, visible, type Ground, type Table } from '../compile/compilation.js';
import { targetOf } from '../compile/compile-condition.js';
import { inner } from '../compile/inner.js';
import { compileFeeds, feedColumns } from '../roll-up/compile-feeds.js';
import { feedsOf } from '../roll-up/feed.js';
import { compileStatement, type Statement } from '../statement/statement.js';
import { compileHold, holdProblems } from './hold.js';
import {
  ACTOR, AT, columnList, compileAnswer, compileHistory, compileInput, compileProblems, problemBranch, selectedFields, withTables, writtenTable, type RowSource,
} from './write-parts.js';
import type { WriteRequest } from './write-request.js';

/** Puts records into the recycle bin. Its answer is a `WriteAnswer` with the records as they went. */
export function compileDelete(request: WriteRequest, ground: Ground, source?: RowSource): Statement {
  return compileMove(request, ground, 'deleted', source);
}

/** Takes records out of the recycle bin. Its answer is a `WriteAnswer` with the records as they are back. */
export function compileRestore(request: WriteRequest, ground: Ground, source?: RowSource): Statement {
  return compileMove(request, ground, 'restored', source);
}

function compileMove(request: WriteRequest, ground: Ground, kind: 'deleted' | 'restored', source: RowSource | undefined): Statement {
  const compilation = new Compilation(ground, inner);
  const table = compilation.table(request.object);
  const back = kind === 'restored' ? table.object.fields.filter((field) => field.storage === 'column' && (field.unique || isMasterField(field)) && field.name !== 'id') : [];
  const problems = compileProblems(request, compilation, [...holdProblems(request, compilation), ...returnProblems(back, table, compilation)]);
  const feeds = feedsOf(ground.model, request.object);
  const carried = feedColumns(feeds);
  const returned = [...table.object.fields.filter(({ name }) => name === 'id'), ...selectedFields(table, request.select), ...carried];
  const deletedAt = kind === 'deleted' ? AT : sql`null`;
  const assignments = sql`deleted_at = ${deletedAt}, updated_at = ${AT}, updated_by = ${ACTOR}, version = t.version + 1`;
  const record = sql`update ${writtenTable(table, compilation)} t set ${assignments} from held h${request.partial ? sql` join input i on i."_id" = h.id` : sql``} where t.id = h.id and ${problems.none('i')} returning ${columnList(returned, 't')}`;
  const changed = sql`select r.id, i."_row", '{}'::jsonb as "_changes" from record r join input i on i."_id" = r.id`;
  return compileStatement(
    withTables(
      [
        compileInput([], source),
        compileHold({ table, compilation, fields: [...back, ...carried], scope: 'delete', deleted: kind === 'restored' }),
        ...problems.tables,
        sql`record as (${record})`,
        ...compileHistory(kind, table, compilation, changed, request.silent),
      ],
      [
        problems.answer,
        compileAnswer(request, table, compilation, sql`select r.*, i."_row" from record r join input i on i."_id" = r.id`),
        sql`(select count(*)::integer from record) as written`,
        ...(feeds.length > 0 ? [compileFeeds(feeds, { before: { from: sql`held b join record r on r.id = b.id`, alias: 'b' }, after: { from: sql`record a`, alias: 'a' } })] : []),
      ],
    ),
  );
}

/** What has happened meanwhile: another record has the value by now, or the master is gone. */
function returnProblems(fields: readonly FieldModel[], table: Table, compilation: Compilation): RawBuilder<unknown>[] {
  const platform = compilation.unrestricted;
  return fields.flatMap((field) => {
    const value = sql.id('h', field.column);
    const branch = (code: 'NOT_UNIQUE' | 'REFERENCE_NOT_FOUND', test: RawBuilder<unknown>) =>
      problemBranch(code, field, sql`input i join held h on h.id = i."_id" where ${value} is not null and ${test}`);
    if (isMasterField(field)) {
      const master = platform.table(targetOf(field));
      const alive = allOf([sql<boolean>`${sql.id(master.alias, 'id')} = ${value}`, ...visible(master)]);
      return [branch('REFERENCE_NOT_FOUND', sql`not exists (select from ${master.from} where ${alive})`)];
    }
    const other = platform.table(table.object.name);
    const taken = allOf([sql<boolean>`${column(other, field)} = ${value}`, sql<boolean>`${sql.id(other.alias, 'id')} <> h.id`, ...visible(other)]);
    return [branch('NOT_UNIQUE', sql`exists (select from ${other.from} where ${taken})`)];
  });
}
