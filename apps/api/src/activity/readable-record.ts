import type { Model, ObjectModel } from '@guanxi/metadata';
import { recordTable, type Access } from '@guanxi/query';
import { sql } from 'kysely';
import { validate as isId } from 'uuid';
import type { SqlSession } from '../database/sql-session.js';

export interface ReadableRecord {
  readonly id: string;
  readonly object: ObjectModel;
  /** What people know the record by; empty when this person may not read that field. */
  readonly name: string;
}

interface Place {
  readonly session: SqlSession;
  readonly schema: string;
  readonly model: Model;
}

/** The record, if it exists and this person may read it. Nothing tells the two reasons for undefined apart. */
export async function findReadableRecord({ session, schema, model }: Place, access: Access, objectName: string, id: string): Promise<ReadableRecord | undefined> {
  const object = model.objectByName.get(objectName);
  const rights = access.objects.get(objectName);
  const nameField = object?.fieldByName.get(object.nameField);
  if (!isId(id) || !object || object.platform || !nameField || !rights || rights.read === 'none') return undefined;
  const [row] = await session.run<{ name: string | null; owner_id: string | null }>(
    sql`select ${sql.id(nameField.column)}::text as name, owner_id from ${recordTable(schema, object)} where id = ${id}::uuid and deleted_at is null`,
  );
  if (!row || (rights.read === 'own' && row.owner_id !== access.userId)) return undefined;
  return { id, object, name: rights.readableFields.has(nameField.name) ? (row.name ?? '') : '' };
}
