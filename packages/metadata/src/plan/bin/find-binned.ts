import type { ObjectDocument } from '../../document/documents.js';
import { buildField } from '../../model/build-field.js';
import { layOutObject } from '../../model/lay-out-object.js';
import type { FieldModel, ObjectModel } from '../../model/model.js';
import { isEqual } from '../is-equal.js';
import { ownFields } from '../model-pair.js';
import type { BinnedThing, Place } from '../planned-change.js';
import { columnTypeOf, isWritten } from '../sql/table-sql.js';
import type { BinnedField } from './put-aside.js';

/** The column that a field comes back with: the latest one of the same id and type. */
export function findBinnedColumn(object: ObjectModel, field: FieldModel, { bin = [] }: Place): BinnedThing | undefined {
  return bin.findLast((thing) => thing.kind === 'field' && thing.object === object.id && thing.field === field.id && hasType(thing, field));
}

/** The table that an object comes back with. */
export function findBinnedTable(object: ObjectModel, { bin = [] }: Place): BinnedThing | undefined {
  return bin.findLast((thing) => thing.kind === 'object' && thing.object === object.id);
}

/** Whether a table has just the columns that the object asks for. */
export function fitsTable(object: ObjectModel, thing: BinnedThing): boolean {
  const before = layOutObject(thing.document as ObjectDocument, noSurroundings);
  return isEqual(columnsOf(before), columnsOf(object));
}

function columnsOf(object: ObjectModel) {
  return Object.fromEntries(ownFields(object).filter(isWritten).map((field) => [field.column, { type: columnTypeOf(field), required: field.required }]));
}

function hasType(thing: BinnedThing, field: FieldModel): boolean {
  const { name, property } = thing.document as BinnedField;
  return isEqual(columnTypeOf(buildField(name, property, { listedAsRequired: false, picklists: new Map() })), columnTypeOf(field));
}

const noSurroundings = { picklists: new Map(), titleOf: () => undefined };
