import type { Model } from '@guanxi/metadata';
import { bindStatement, compileChangeable, isRecordId } from '@guanxi/query';
import type { Actor } from '../../access/actor.js';
import type { SqlSession } from '../../database/sql-session.js';

/** Of those records that this person may read: whether they may change them. Records that are missing are nobody's business. */
export async function readMayEdit({ org, access, userId: me, timeZone }: Actor, objectName: string, ids: readonly string[], { session, model, now }: { readonly session: SqlSession; readonly model: Model; readonly now: Date }): Promise<ReadonlyMap<string, boolean>> {
  const statement = model.objectByName.has(objectName) ? compileChangeable(objectName, { model, access, schema: org.schema }) : undefined;
  const asked = ids.filter(isRecordId);
  if (!statement || asked.length === 0) return new Map();
  const edits = access.objects.get(objectName)?.edit ?? 'none';
  const found = await session.run<{ id: string; canChange: boolean }>({ text: statement.text, values: bindStatement(statement, { variables: { ids: asked }, me, now: now.toISOString(), timeZone, org }) });
  return new Map(found.map(({ id, canChange }) => [id, canChange && edits !== 'none']));
}
