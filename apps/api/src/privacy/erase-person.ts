import { randomBytes } from 'node:crypto';
import type { Model, ObjectModel } from '@guanxi/metadata';
import { orgTable, recordTable } from '@guanxi/query';
import { sql } from 'kysely';
import { v7 as makeId } from 'uuid';
import type { OrgTransaction } from '../database/sql-session.js';
import { eraseTraces, type TraceCounts } from './erase-traces.js';
import { eraseValues, sumUpAnew } from './erase-values.js';
import { fieldsToErase, findIdentifiers, findPersonRecords } from './person-records.js';
import { identifyingFields } from './personal-fields.js';

export interface ErasureOrder {
  readonly object: ObjectModel;
  readonly recordId: string;
  readonly requestId: string;
  readonly actorId: string;
}

/** What was erased: numbers only. */
export interface Erased {
  readonly records: readonly { readonly object: string; readonly records: number; readonly fields: number }[];
  readonly traces: TraceCounts;
}

/** Undefined where there is no such record. */
export async function erasePerson(tx: OrgTransaction, model: Model, { object, recordId, requestId, actorId }: ErasureOrder, at: Date): Promise<Erased | undefined> {
  const { schema } = tx.org;
  const place = { session: tx, schema, model };
  const [held] = await tx.run(sql`select from ${recordTable(schema, object)} where id = ${recordId}::uuid for update`);
  if (!held) return undefined;
  const records = await findPersonRecords(place, object, recordId);
  const identifiers = await findIdentifiers(place, records, identifyingFields(object));
  const traces = await eraseTraces({ session: tx, schema, records, identifiers, at });
  const erasure = { session: tx, org: tx.org, model, actorId, operationId: makeId(), at, salt: randomBytes(16).toString('hex') };
  for (const part of records.parts) await eraseValues(erasure, part);
  await sumUpAnew(erasure, records.parts);
  await tx.run(sql`insert into ${orgTable(schema, 'erasure')} (record_id, object, request_id, actor_id, at) values (${recordId}::uuid, ${object.id}, ${requestId}::uuid, ${actorId}::uuid, ${at}::timestamptz) on conflict (record_id) do nothing`);
  const told = records.parts.map((part) => ({ object: part.object.name, records: part.ids.length, fields: fieldsToErase(part).length })).filter(({ fields }) => fields > 0);
  return { records: told, traces };
}
