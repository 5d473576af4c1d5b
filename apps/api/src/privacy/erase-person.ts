import { randomBytes } from 'node:crypto';
import type { Model, ObjectModel } from '@guanxi/metadata';
import { orgTable, recordTable } from '@guanxi/query';
import { sql } from 'kysely';
import { v7 as makeId } from 'uuid';
import type { OrgTransaction } from '../database/sql-session.js';
import { eraseAccount, eraseRestoredAccount, type AccountCounts } from './accounts.js';
import { eraseTraces, noTraces, type TraceCounts } from './erase-traces.js';
import { eraseValues, sumUpAnew } from './erase-values.js';
import { fieldsToErase, findIdentifiers, findPersonRecords, leaveOut, type PersonRecords } from './person-records.js';
import { heldRecords } from './holds.js';
import { identifyingFields, isAccount } from './personal-fields.js';

export interface ErasureOrder {
  readonly object: ObjectModel;
  readonly recordId: string;
  readonly requestId: string;
  readonly actorId: string;
  /** The person was erased before, and came back with a backup: a hold on what was left of them does not keep what came back. */
  readonly isRepeated?: boolean;
}

/** What was erased: numbers only. */
export interface Erased {
  readonly records: readonly { readonly object: string; readonly records: number; readonly fields: number }[];
  readonly traces: TraceCounts;
  /** Of a user of the org. */
  readonly account?: AccountCounts;
  /** How many records are on legal hold and were left as they are. Where the person's own is, nothing else was touched either. */
  readonly held: number;
}

/** Undefined where there is no such record. */
export async function erasePerson(tx: OrgTransaction, model: Model, { object, recordId, requestId, actorId, isRepeated = false }: ErasureOrder, at: Date): Promise<Erased | undefined> {
  const { schema } = tx.org;
  const place = { session: tx, schema, model };
  const [found] = await tx.run(sql`select from ${recordTable(schema, object)} where id = ${recordId}::uuid for update`);
  if (!found) return undefined;
  const everything = await findPersonRecords(place, object, recordId);
  const held = await findHeld(tx, everything, isRepeated);
  if (everything.parts[0]?.ids.some((id) => held.has(id))) return { records: [], traces: noTraces, held: held.size };
  const records = leaveOut(everything, held);
  const identifiers = await findIdentifiers(place, records, identifyingFields(object));
  const account = isAccount(object) ? await (isRepeated && !tx.org.sandboxOf ? eraseRestoredAccount(tx, recordId).then(() => undefined) : eraseAccount(tx, recordId)) : undefined;
  const traces = await eraseTraces({ session: tx, schema, records, identifiers, at });
  const erasure = { session: tx, org: tx.org, model, actorId, operationId: makeId(), at, salt: randomBytes(16).toString('hex') };
  for (const part of records.parts) if (part.how !== 'account') await eraseValues(erasure, part);
  await sumUpAnew(erasure, records.parts);
  await tx.run(sql`insert into ${orgTable(schema, 'erasure')} (record_id, object, request_id, actor_id, at) values (${recordId}::uuid, ${object.id}, ${requestId}::uuid, ${actorId}::uuid, ${at}::timestamptz) on conflict (record_id) do nothing`);
  const told = records.parts.map((part) => ({ object: part.object.name, records: part.ids.length, fields: fieldsToErase(part).length })).filter(({ fields }) => fields > 0);
  return { records: told, traces, ...(account && { account }), held: held.size };
}

/** The person's own records are looked at too, but for somebody who was erased before. */
async function findHeld(tx: OrgTransaction, { parts }: PersonRecords, isRepeated: boolean): Promise<ReadonlySet<string>> {
  const held = new Set<string>();
  for (const { object, ids, how } of parts) if (!(isRepeated && how === 'person')) for (const id of await heldRecords(tx, object, ids)) held.add(id);
  return held;
}
