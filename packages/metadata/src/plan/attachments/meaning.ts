import type { RawBuilder } from 'kysely';
import type { FieldModel, Model, ObjectModel } from '../../model/model.js';
import { fieldsRead, maintainedColumns, ownRowValue, rollUpBackfill, type RowMoment } from '../../roll-up/index.js';
import type { Place } from '../planned-change.js';
import { columnTypeOf, rowMoment } from '../sql/table-sql.js';

/**
 * What a derived column is worked out by, as text that stays the same while nothing but names change: its SQL with ids in
 * place of tables and columns, and the types of the columns it reads.
 */
export function meaningOf(model: Model, object: ObjectModel, field: FieldModel, place: Place): string {
  const meaning = field.rollUp ? rollUpMeaning(model, object, field, place) : generatedMeaning(model, object, field, place);
  return JSON.stringify(meaning);
}

/** Ids (see `subjectOf`) of the fields whose columns a derived column is worked out from. */
export function fieldsBehind(model: Model, object: ObjectModel, field: FieldModel): readonly string[] {
  const source = sourceOf(model, object, field);
  if (!source) return [];
  const ids = source.fields.flatMap((one) => [`${source.object.id}/${one.id}`, ...(one.storage === 'maintained' ? fieldsBehind(model, source.object, one) : [])]);
  return [...new Set(ids)];
}

/** How many roll-ups a roll-up is built on: those are worked out first. */
export function depthOf(model: Model, object: ObjectModel, field: FieldModel): number {
  const source = field.rollUp && sourceOf(model, object, field);
  if (!source) return 0;
  return 1 + Math.max(0, ...source.fields.filter((one) => one.storage === 'maintained').map((one) => depthOf(model, source.object, one)));
}

/** Every maintained roll-up of a model, those that others are built on first. */
export function rollUpsInOrder(model: Model): readonly { readonly object: ObjectModel; readonly field: FieldModel }[] {
  const all = model.objects.flatMap((object) => object.fields.filter(({ storage }) => storage === 'maintained').map((field) => ({ object, field, depth: depthOf(model, object, field) })));
  return all.toSorted((left, right) => left.depth - right.depth);
}

function sourceOf(model: Model, object: ObjectModel, field: FieldModel): { readonly object: ObjectModel; readonly fields: readonly FieldModel[] } | undefined {
  if (!field.rollUp) return { object, fields: named(object, field.formula ? fieldsRead(object, field.formula) : []) };
  const child = model.objectByName.get(field.rollUp.object);
  if (!child) return undefined;
  const { value, filter, orderBy, field: reference } = field.rollUp;
  const names = [value, filter].flatMap((formula) => (formula ? [...fieldsRead(child, formula)] : []));
  return { object: child, fields: named(child, [...names, reference, ...(orderBy === undefined ? [] : [orderBy])]) };
}

function named(object: ObjectModel, names: Iterable<string>): readonly FieldModel[] {
  return [...names].flatMap((name) => object.fieldByName.get(name) ?? []);
}

function rollUpMeaning(model: Model, object: ObjectModel, field: FieldModel, place: Place): unknown {
  const source = sourceOf(model, object, field);
  const nameless: Model = { ...model, objectByName: new NamelessObjects(model) };
  const own = withoutNames(object);
  return [
    maintainedColumns({ ...field, column: field.id }),
    nodes(rollUpBackfill(nameless, own, own.fieldByName.get(field.name) ?? field, { ...place, schema: '' })),
    source ? behind(model, source.object, source.fields, place) : [],
  ];
}

function generatedMeaning(model: Model, object: ObjectModel, field: FieldModel, place: Place): unknown {
  const own = withoutNames(object);
  const moment: RowMoment = rowMoment(place);
  return [columnTypeOf(field), nodes([ownRowValue(own, own.fieldByName.get(field.name) ?? field, '', moment)]), behind(model, object, sourceOf(model, object, field)?.fields ?? [], place)];
}

function behind(model: Model, object: ObjectModel, fields: readonly FieldModel[], place: Place): readonly unknown[] {
  return fields
    .filter((one) => one.storage === 'column' || one.storage === 'maintained')
    .map((one) => [one.id, columnTypeOf(one), one.storage === 'maintained' ? meaningOf(model, object, one, place) : one.storage]);
}

function nodes(statements: readonly RawBuilder<unknown>[]): readonly unknown[] {
  return statements.map((statement) => statement.toOperationNode());
}

/** An object whose table and columns are called as their ids. */
function withoutNames(object: ObjectModel): ObjectModel {
  const known = nameless.get(object);
  if (known) return known;
  const fields = object.fields.map((field) => (field.column === '' || field.system ? field : { ...field, column: field.id }));
  const made = { ...object, table: object.id, fields, fieldByName: new Map(fields.map((field) => [field.name, field])) };
  nameless.set(object, made);
  return made;
}

const nameless = new WeakMap<ObjectModel, ObjectModel>();

class NamelessObjects extends Map<string, ObjectModel> {
  constructor(private readonly model: Model) {
    super();
  }

  override get(name: string): ObjectModel | undefined {
    const object = this.model.objectByName.get(name);
    return object && withoutNames(object);
  }
}
