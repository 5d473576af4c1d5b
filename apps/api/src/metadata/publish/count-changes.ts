import type { PlannedChange } from '@guanxi/metadata';
import { compileStatement } from '../../database/compile-statement.js';
import type { RecordedChange } from '../../database/entities/revision-row.js';
import type { SqlSession } from '../../database/sql-session.js';

/** What each change of a plan means for the records as they are now. */
export async function countChanges(session: SqlSession, changes: readonly PlannedChange[], locale: string): Promise<readonly RecordedChange[]> {
  const counted: RecordedChange[] = [];
  for (const change of changes) counted.push(await countChange(session, change, locale));
  return counted;
}

async function countChange(session: SqlSession, change: PlannedChange, locale: string): Promise<RecordedChange> {
  const rows = change.count && (await session.run<{ count: number }>(change.count))[0]?.count;
  const examples = rows && change.examples ? await session.run<{ id: string; name: string | null }>(change.examples) : undefined;
  return {
    id: change.id,
    kind: change.kind,
    risk: change.risk,
    sentence: change.sentence(locale),
    ...(change.object !== undefined && { object: change.object }),
    ...(change.field !== undefined && { field: change.field }),
    ...(rows !== undefined && { rows: Number(rows) }),
    ...(examples && { examples: examples.map(({ id, name }) => ({ id, name: name ?? '' })) }),
    blocking: change.blockedWhenCounted && Number(rows ?? 0) > 0,
    sql: change.statements.map((statement) => compileStatement(statement).text),
  };
}
