import type { Model, ObjectModel } from '@guanxi/metadata';
import type { Access } from '@guanxi/query';
import { validate as isId } from 'uuid';
import type { SqlSession } from '../database/sql-session.js';
import { readNames } from './read-names.js';

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
export async function findReadableRecord(place: Place, access: Access, objectName: string, id: string): Promise<ReadableRecord | undefined> {
  const object = place.model.objectByName.get(objectName);
  if (!isId(id) || !object || object.platform) return undefined;
  const name = (await readNames(place, access, objectName, [id])).get(id);
  return name === undefined ? undefined : { id, object, name };
}
