import { sql } from 'kysely';
import { Compilation, type Ground } from '../compile/compilation.js';
import { compilePage } from '../compile/compile-page.js';
import { compileFeeds, feedColumns } from '../roll-up/compile-feeds.js';
import { feedsOf } from '../roll-up/feed.js';
import { compileStatement, type Statement } from '../statement/statement.js';
import { compileHold, holdProblems } from './hold.js';
import {
  ACTOR, AT, columnList, compileAnswer, compileHistory, compileInput, compileProblems, selectedFields, withTables, writtenTable,
} from './write-parts.js';
import type { WriteRequest } from './write-request.js';

/** Puts records into the recycle bin. Its answer is a `WriteAnswer` with the records as they went. */
export function compileDelete(request: WriteRequest, ground: Ground): Statement {
  return compileMove(request, ground, 'deleted');
}

/** Takes records out of the recycle bin. Its answer is a `WriteAnswer` with the records as they are back. */
export function compileRestore(request: WriteRequest, ground: Ground): Statement {
  return compileMove(request, ground, 'restored');
}

function compileMove(request: WriteRequest, ground: Ground, kind: 'deleted' | 'restored'): Statement {
  const compilation = new Compilation(ground, compilePage);
  const table = compilation.table(request.object);
  const problems = compileProblems(request, compilation, holdProblems());
  const feeds = feedsOf(ground.model, request.object);
  const carried = feedColumns(feeds);
  const returned = [...table.object.fields.filter(({ name }) => name === 'id'), ...selectedFields(table, request.select), ...carried];
  const deletedAt = kind === 'deleted' ? AT : sql`null`;
  const assignments = sql`deleted_at = ${deletedAt}, updated_at = ${AT}, updated_by = ${ACTOR}, version = t.version + 1`;
  const record = sql`update ${writtenTable(table, compilation)} t set ${assignments} from held h where t.id = h.id and ${problems.none} returning ${columnList(returned, 't')}`;
  const changed = sql`select r.id, i."_row", '{}'::jsonb as "_changes" from record r join input i on i."_id" = r.id`;
  return compileStatement(
    withTables(
      [
        compileInput([]),
        compileHold({ table, compilation, fields: carried, scope: 'delete', deleted: kind === 'restored' }),
        ...problems.tables,
        sql`record as (${record})`,
        ...compileHistory(kind, table, compilation, changed),
      ],
      [
        problems.answer,
        compileAnswer(request, table, compilation, sql`select r.*, i."_row" from record r join input i on i."_id" = r.id`),
        sql`(select count(*)::integer from record) as written`,
        compileFeeds(feeds, { before: { from: sql`held b join record r on r.id = b.id`, alias: 'b' }, after: { from: sql`record a`, alias: 'a' } }),
      ],
    ),
  );
}
