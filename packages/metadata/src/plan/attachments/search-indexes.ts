import { fieldType, searchTerms } from '@guanxi/field-types';
import { sql } from 'kysely';
import type { FieldModel, ObjectModel } from '../../model/model.js';
import { searchTermsIndexName } from '../../naming/index.js';
import { hasColumn } from '../sql/table-sql.js';
import type { Attachment } from './attachment.js';
import { indexAttachment } from './index-attachment.js';

/** Kilobytes. Every search reads what is not yet sorted into the index. */
const MOST_UNSORTED = 1024;

/**
 * The fields that records of an object are searched by: those whose values people write as text, and the name. `index` is
 * the one that finds them; absent where there is no column to be indexed.
 */
export function searchedFields(object: ObjectModel): readonly { readonly field: FieldModel; readonly index?: string }[] {
  return object.fields
    .filter((field) => field.name === object.nameField || (!field.system && field.storage === 'column' && fieldType(field.value.type).searchable))
    .map((field) => (isIndexed(object, field) ? { field, index: searchTermsIndexName(object.table, field.column) } : { field }));
}

/** One for each field: a field that joins them needs nothing but its own, and who may not read a field does without. */
export function searchIndexes(object: ObjectModel): readonly Attachment[] {
  return searchedFields(object).flatMap(({ field, index }) => {
    if (index === undefined) return [];
    const terms = searchTerms(fieldType(field.value.type), sql.id(field.column));
    return [indexAttachment(object, { name: index, key: `search terms ${field.value.type}`, field, definition: sql`using gin ((${terms})) with (gin_pending_list_limit = ${sql.lit(MOST_UNSORTED)})` })];
  });
}

function isIndexed(object: ObjectModel, field: FieldModel): boolean {
  return !object.platform && !field.system && hasColumn(field) && fieldType(field.value.type).searchable;
}
