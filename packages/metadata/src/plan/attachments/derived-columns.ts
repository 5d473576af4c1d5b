import { sql } from 'kysely';
import type { FieldModel, Model, ObjectModel } from '../../model/model.js';
import { fitToColumn, maintainedColumns, maintainedColumnsSql, rollUpBackfill, rollUpIndex, storedValue, writeOutParameters } from '../../roll-up/index.js';
import { rollUpCountColumn, rollUpSumColumn } from '../../naming/index.js';
import { subjectOf } from '../change.js';
import { ownFields } from '../model-pair.js';
import type { Place } from '../planned-change.js';
import { tableSql, typeSql, type Sql } from '../sql/table-sql.js';
import type { Attachment } from './attachment.js';
import { columnsForm } from './forms.js';
import { indexAttachment } from './index-attachment.js';
import { depthOf, fieldsBehind, meaningOf } from './meaning.js';

/** The columns of stored formulas and maintained roll-ups, and the indexes that roll-ups look values up in. */
export function derivedColumns(model: Model, object: ObjectModel, place: Place): readonly Attachment[] {
  const fields = ownFields(object);
  const rolledUp = fields.filter(({ storage }) => storage === 'maintained').toSorted((left, right) => depthOf(model, object, left) - depthOf(model, object, right));
  return [
    ...rolledUp.map((field) => rollUpColumns(model, object, field, place)),
    ...fields.filter(({ storage }) => storage === 'generated').map((field) => generatedColumn(model, object, field, place)),
    ...rolledUp.flatMap((field) => lookUpIndex(model, object, field)),
  ];
}

function generatedColumn(model: Model, object: ObjectModel, field: FieldModel, place: Place): Attachment {
  const value = (): Sql => sql`(${writeOutParameters(fitToColumn(field, storedValue(object, field, place.timeZone ?? 'UTC')))})::${typeSql(field)}`;
  return {
    ...derived(model, object, field, place),
    form: columnsForm('generated', (name) => [name]),
    create: () => [sql`alter table ${tableSql(object, place)} add column ${sql.id(field.column)} ${typeSql(field)} generated always as (${value()}) stored`],
  };
}

function rollUpColumns(model: Model, object: ObjectModel, field: FieldModel, place: Place): Attachment {
  const operation = field.rollUp?.operation;
  return {
    ...derived(model, object, field, place),
    depth: depthOf(model, object, field),
    form: columnsForm('rolled up', (name) => [
      name,
      ...(operation === 'sum' || operation === 'avg' ? [rollUpSumColumn(name)] : []),
      ...(operation === 'avg' ? [rollUpCountColumn(name)] : []),
    ]),
    create: () => [
      ...maintainedColumnsSql(field).map((column) => sql`alter table ${tableSql(object, place)} add column ${column}`),
      ...rollUpBackfill(model, object, field, place),
    ],
  };
}

function derived(model: Model, object: ObjectModel, field: FieldModel, place: Place): Omit<Attachment, 'form'> {
  const subject = subjectOf.field(object, field);
  return {
    key: `${subject} is ${meaningOf(model, object, field, place)}`,
    name: field.rollUp ? (maintainedColumns(field)[0]?.name ?? field.column) : field.column,
    table: object.table,
    field: subject,
    subjects: [subject, ...fieldsBehind(model, object, field)],
  };
}

/** Several roll-ups may look up in one index. */
function lookUpIndex(model: Model, object: ObjectModel, field: FieldModel): readonly Attachment[] {
  const index = rollUpIndex(model, object, field);
  const child = model.objectByName.get(field.rollUp?.object ?? '');
  if (!index || !child) return [];
  const own = indexAttachment(child, {
    name: index.name,
    key: `looked up by ${index.columns.map((column) => child.fields.find((one) => one.column === column)?.id ?? column).join(' and ')}`,
    definition: index.definition,
    subjects: [subjectOf.field(object, field), ...fieldsBehind(model, object, field)],
  });
  return [own];
}
