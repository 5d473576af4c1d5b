import { fieldType } from '@guanxi/field-types';
import { sql, type RawBuilder } from 'kysely';
import type { FieldModel, Model, ObjectModel } from '../../model/model.js';
import { foreignKeyName, indexName, primaryKeyName, searchIndexName, sequenceName, uniqueIndexName } from '../../naming/index.js';
import { subjectOf } from '../change.js';
import { ownFields, ownObjects } from '../model-pair.js';
import type { Place } from '../planned-change.js';
import { timeAnchors, type TimeAnchor } from './time-anchors.js';
import type { Attachment } from './attachment.js';
import { constraintForm, indexForm, sequenceForm } from './forms.js';

/** Every index, constraint and sequence that the tables of a model have beside their columns. */
export function attachmentsOf(model: Model): readonly Attachment[] {
  const anchors = timeAnchors(model);
  return ownObjects(model).flatMap((object) => [
    primaryKey(object),
    ...listIndexes(object),
    ...searchIndex(object),
    ...object.fields.filter((field) => field.target !== undefined).map((field) => foreignKey(object, field, model)),
    ...ownFields(object).flatMap((field) => [
      ...(field.unique ? [uniqueIndex(object, field)] : []),
      ...(fieldType(field.type).generated ? [numberSequence(object, field)] : []),
      ...(field.target === undefined ? [] : referenceIndexes(object, field, anchors)),
    ]),
  ]);
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

/** Lists show what is not in the recycle bin: somebody's own records, and the newest first. */
function listIndexes(object: ObjectModel): readonly Attachment[] {
  return [
    index(object, { columns: ['owner_id'], key: 'owner', definition: sql`(owner_id) where deleted_at is null` }),
    index(object, { columns: ['created_at'], key: 'created', definition: sql`(created_at, id) where deleted_at is null` }),
  ];
}

/** Finds a piece of a name; three letters and more. */
function searchIndex(object: ObjectModel): readonly Attachment[] {
  const field = object.fieldByName.get(object.nameField);
  if (!field || field.system || !fieldType(field.type).searchable) return [];
  return [{
    key: `${subjectOf.field(object, field)} search`,
    name: searchIndexName(object.table, field.column),
    table: object.table,
    field: subjectOf.field(object, field),
    subjects: [subjectOf.field(object, field), subjectOf.object(object)],
    form: indexForm,
    create: (place) => createIndex(searchIndexName(object.table, field.column), object, place, sql`using gin (${sql.id(field.column)} public.gin_trgm_ops)`),
  }];
}

function foreignKey(object: ObjectModel, field: FieldModel, model: Model): Attachment {
  const target = model.objectByName.get(field.target ?? '');
  if (!target) throw new Error(`${object.name}.${field.name} points to ${field.target ?? 'nothing'}, which the model does not have.`);
  const name = foreignKeyName(object.table, field.column);
  const clears = (field.settings['onDelete'] ?? 'clear') === 'clear' && !field.required && !field.system;
  return {
    key: `${subjectOf.field(object, field)} points to ${target.id}${clears ? ' or to nothing' : ''}`,
    name,
    table: object.table,
    field: subjectOf.field(object, field),
    holds: target.id,
    subjects: [subjectOf.object(object), subjectOf.field(object, field), subjectOf.object(target)],
    form: constraintForm,
    create: (place) => sql`alter table ${sql.id(place.schema, object.table)} add constraint ${sql.id(name)}
      foreign key (${sql.id(field.column)}) references ${sql.id(place.schema, target.table)} (id)${clears ? sql` on delete set null` : sql``}`,
  };
}

/** Two records in the recycle bin, or one there and one that took its place, may have the same value. */
function uniqueIndex(object: ObjectModel, field: FieldModel): Attachment {
  const name = uniqueIndexName(object.table, field.column);
  return {
    key: `${subjectOf.field(object, field)} unique`,
    name,
    table: object.table,
    field: subjectOf.field(object, field),
    subjects: [subjectOf.object(object), subjectOf.field(object, field)],
    form: indexForm,
    create: (place) => sql`create unique index ${sql.id(name)} on ${sql.id(place.schema, object.table)} (${sql.id(field.column)}) where deleted_at is null`,
  };
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
  if (moments.length === 0) return [index(object, { columns: [field.column], key: 'reference', field, subjects: counted.flatMap((anchor) => [anchor.subject]), definition: sql`(${column}, id)` })];
  return moments.map((moment) =>
    index(object, {
      columns: [field.column, moment.column],
      key: `by ${moment.id}`,
      field,
      subjects: [subjectOf.field(object, moment), ...anchors.filter((anchor) => anchor.moment === moment).map((anchor) => anchor.subject)],
      definition: sql`(${column}, ${sql.id(moment.column)} desc, id desc)`,
    }),
  );
}

export function isMoment(field: FieldModel): boolean {
  return ['date', 'datetime'].includes(fieldType(field.type).formulaType);
}

interface IndexParts {
  readonly columns: readonly string[];
  readonly key: string;
  readonly field?: FieldModel;
  readonly subjects?: readonly string[];
  readonly definition: RawBuilder<unknown>;
}

function index(object: ObjectModel, { columns, key, field, subjects = [], definition }: IndexParts): Attachment {
  const name = indexName(object.table, columns);
  return {
    key: `${field ? subjectOf.field(object, field) : object.id} index ${key}`,
    name,
    table: object.table,
    ...(field ? { field: subjectOf.field(object, field) } : {}),
    subjects: [subjectOf.object(object), ...(field ? [subjectOf.field(object, field)] : []), ...subjects],
    form: indexForm,
    create: (place) => createIndex(name, object, place, definition),
  };
}

function createIndex(name: string, object: ObjectModel, place: Place, definition: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`create index ${sql.id(name)} on ${sql.id(place.schema, object.table)} ${definition}`;
}
