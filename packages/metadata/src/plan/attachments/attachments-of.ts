import { fieldType } from '@guanxi/field-types';
import { sql } from 'kysely';
import type { FieldModel, Model, ObjectModel } from '../../model/model.js';
import { foreignKeyName, indexName, primaryKeyName, sequenceName, uniqueIndexName } from '../../naming/index.js';
import { subjectOf } from '../change.js';
import { ownFields, ownObjects } from '../model-pair.js';
import type { Place } from '../planned-change.js';
import { hasColumn } from '../sql/table-sql.js';
import type { Attachment } from './attachment.js';
import { consentIndex } from './consent-index.js';
import { derivedColumns } from './derived-columns.js';
import { columnIndexes, nameIndex } from './field-indexes.js';
import { constraintForm, sequenceForm } from './forms.js';
import { indexAttachment } from './index-attachment.js';
import { isPrivate } from './is-private.js';
import { matchIndexes } from './match-indexes.js';
import { searchIndexes } from './search-indexes.js';
import { timeAnchors, type TimeAnchor } from './time-anchors.js';

/** Every derived column, index, constraint and sequence that the tables of a model have beside the columns that are written. */
export function attachmentsOf(model: Model, place: Place, objects: readonly ObjectModel[] = ownObjects(model)): readonly Attachment[] {
  const anchors = timeAnchors(model);
  return objects.flatMap((object) => {
    const fields = ownFields(object).filter(hasColumn);
    return [
      primaryKey(object),
      ...derivedColumns(model, object, place),
      ...listIndexes(object),
      ...nameIndex(object),
      ...searchIndexes(object),
      ...matchIndexes(object),
      ...consentIndex(object),
      ...object.fields.filter((field) => field.target !== undefined && hasColumn(field)).map((field) => foreignKey(object, field, model)),
      ...fields.flatMap((field) => [
        ...(field.unique ? [uniqueIndex(object, field)] : []),
        ...(fieldType(field.type).generated ? [numberSequence(object, field)] : []),
        ...(field.target === undefined ? [] : referenceIndexes(object, field, anchors)),
        ...columnIndexes(object, field),
      ]),
    ];
  });
}

function primaryKey(object: ObjectModel): Attachment {
  return {
    key: `${object.id} primary key`,
    name: primaryKeyName(object.table),
    table: object.table,
    subjects: [subjectOf.object(object)],
    form: constraintForm,
  };
}

/** Lists show what is not in the recycle bin: somebody's own records, and the newest first; of few people's the newest of each. */
function listIndexes(object: ObjectModel): readonly Attachment[] {
  return [
    indexAttachment(object, { name: indexName(object.table, ['owner_id']), key: 'owner', definition: sql`(owner_id, created_at, id) where deleted_at is null` }),
    ...(isPrivate(object) ? [indexAttachment(object, { name: indexName(object.table, ['owner_id', 'id']), key: 'owner by id', mayBeThere: true, definition: sql`(owner_id, id) where deleted_at is null` })] : []),
    indexAttachment(object, { name: indexName(object.table, ['created_at']), key: 'created', definition: sql`(created_at, id) where deleted_at is null` }),
  ];
}

function foreignKey(object: ObjectModel, field: FieldModel, model: Model): Attachment {
  const target = model.objectByName.get(field.target ?? '');
  if (!target) throw new Error(`${object.name}.${field.name} points to ${field.target ?? 'nothing'}, which the model does not have.`);
  const name = foreignKeyName(object.table, field.column);
  const clears = field.settings['onDelete'] === 'clear' && !field.required && !field.system;
  const add = (place: Place) => sql`alter table ${sql.id(place.schema, object.table)} add constraint ${sql.id(name)}
      foreign key (${sql.id(field.column)}) references ${sql.id(place.schema, target.table)} (id)${clears ? sql` on delete set null` : sql``}`;
  return {
    key: `${subjectOf.field(object, field)} points to ${target.id}${clears ? ' or to nothing' : ''}`,
    name,
    table: object.table,
    field: subjectOf.field(object, field),
    holds: target.id,
    subjects: [subjectOf.object(object), subjectOf.field(object, field), subjectOf.object(target)],
    form: constraintForm,
    create: (place) => [add(place)],
    online: (place) => ({
      now: [sql`${add(place)} not valid`],
      work: { kind: 'constraint', object: object.id, name, statement: sql`alter table ${sql.id(place.schema, object.table)} validate constraint ${sql.id(name)}` },
    }),
  };
}

/** Two records in the recycle bin, or one there and one that took its place, may have the same value. */
function uniqueIndex(object: ObjectModel, field: FieldModel): Attachment {
  return indexAttachment(object, { name: uniqueIndexName(object.table, field.column), key: 'unique', unique: true, field, definition: sql`(${sql.id(field.column)}) where deleted_at is null` });
}

/** Made together with its column, because rows may have to be numbered at once. */
function numberSequence(object: ObjectModel, field: FieldModel): Attachment {
  return {
    key: `${subjectOf.field(object, field)} sequence`,
    name: sequenceName(object.table, field.column),
    table: object.table,
    field: subjectOf.field(object, field),
    subjects: [subjectOf.object(object), subjectOf.field(object, field)],
    form: sequenceForm,
  };
}

/**
 * The records that point to one: in the order of each day or instant that is always filled in or that a workflow counts
 * time from ("the last order"), so that the newest is found in one step; by id where there is none.
 */
function referenceIndexes(object: ObjectModel, field: FieldModel, anchors: readonly TimeAnchor[]): readonly Attachment[] {
  const counted = anchors.filter((anchor) => anchor.object === object && anchor.reference === field);
  const moments = field.inverse === undefined ? [] : ownFields(object).filter((one) => isMoment(one) && (one.required || counted.some((anchor) => anchor.moment === one)));
  const column = sql.id(field.column);
  if (moments.length === 0) {
    const subjects = counted.flatMap((anchor) => [anchor.subject]);
    return [indexAttachment(object, { name: indexName(object.table, [field.column]), key: 'reference', field, subjects, definition: sql`(${column}, id)` })];
  }
  return moments.map((moment) =>
    indexAttachment(object, {
      name: indexName(object.table, [field.column, moment.column]),
      key: `by ${moment.id}`,
      field,
      subjects: [subjectOf.field(object, moment), ...anchors.filter((anchor) => anchor.moment === moment).map((anchor) => anchor.subject)],
      definition: sql`(${column}, ${sql.id(moment.column)} desc, id desc)`,
    }),
  );
}

function isMoment(field: FieldModel): boolean {
  return field.storage === 'column' && ['date', 'datetime'].includes(fieldType(field.type).formulaType);
}
