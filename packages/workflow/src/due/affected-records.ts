import type { FieldModel } from '@guanxi/metadata';
import { orgTable } from '@guanxi/query';
import { sql, type RawBuilder } from 'kysely';
import { storedField } from '../expressions/record-place.js';
import { anchorFields, type DueRule } from './due-rule.js';

/**
 * The records whose due time a batch of history rows may have moved, as a set of uuids called `id` with the instant
 * `at` of the change. A related record counts for the record that it points to now and, where
 * it was re-parented, for the one before.
 */
export function affectedRecords(rule: DueRule, historyIds: readonly string[]): RawBuilder<unknown> {
  const { place, object, anchor, sources, parentColumn } = rule;
  const history = sql`${orgTable(place.schema, 'history')} as history`;
  const inBatch = sql`history.id = any(${historyIds}::bigint[])`;
  const own = sql`select history.record_id as id, history.at from ${history} where ${inBatch} and history.object = ${object.id}
    ${anchor.viaRelation ? sql`and history.kind <> 'updated'` : touchesAnchor(rule)}`;
  if (parentColumn === undefined || !anchor.viaRelation) return own;
  const ofSource = sql`${inBatch} and history.object = ${anchor.source.id} ${touchesAnchor(rule)}`;
  return sql`${own}
    union select ${sql.id('source', parentColumn)}, history.at from ${history} join ${sources} as source on source.id = history.record_id
      where ${ofSource} and ${sql.id('source', parentColumn)} is not null
    union select (history.changes -> ${changeKey(rule, anchor.viaRelation)} ->> 0)::uuid, history.at from ${history}
      where ${ofSource} and history.changes -> ${changeKey(rule, anchor.viaRelation)} ->> 0 is not null`;
}

/** Changes of other fields cannot move an anchor. */
function touchesAnchor(rule: DueRule): RawBuilder<unknown> {
  return sql`and (history.kind <> 'updated' or history.changes ?| array[${sql.join(anchorFields(rule).map((field) => changeKey(rule, field)))}])`;
}

/** The key of a field of the anchor's object in the history's `changes`: its name as it is now. */
function changeKey({ place, anchor }: DueRule, field: FieldModel): RawBuilder<unknown> {
  return sql`${storedField(place, anchor.source, field).name}::text`;
}
