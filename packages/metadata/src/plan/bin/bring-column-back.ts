import { fieldType } from '@guanxi/field-types';
import { sql } from 'kysely';
import type { FieldModel } from '../../model/model.js';
import { buildField } from '../../model/build-field.js';
import type { FoundChange } from '../change.js';
import type { ObjectPair } from '../model-pair.js';
import type { BinnedThing, Place } from '../planned-change.js';
import { castContext, misfits } from '../sql/cast-column.js';
import { numberRows } from '../sql/number-rows.js';
import { askDuplicates, askRows } from '../sql/row-questions.js';
import { tableSql, type Sql } from '../sql/table-sql.js';
import { wordsOf } from '../words.js';
import type { BinnedField } from './put-aside.js';

/** The column under its name again, if every row of today fits what the field asks for. */
export function bringColumnBack({ from, to }: ObjectPair, field: FieldModel, binned: BinnedThing, place: Place): Omit<FoundChange, 'subject'> {
  const column = sql.id(binned.columnName ?? '');
  const table = tableSql(to, place);
  const change = {
    sentence: { ...sentence, words: wordsOf(to, field) },
    bin: { takes: binned.id },
    statements: [
      sql`alter table ${table} rename column ${column} to ${sql.id(field.column)}`,
      ...numberRows(to, field, place),
      ...(field.required ? [sql`alter table ${table} alter column ${sql.id(field.column)} set not null`] : []),
    ],
  };
  if (field.unique && !fieldType(field.type).generated) {
    return { ...change, risk: 'narrowing', ...askDuplicates(from, { column: binned.columnName ?? '' }, place), blockedWhenCounted: true };
  }
  const misfit = whoDoesNotFit(field, binned, column, place);
  if (!misfit) return { ...change, risk: 'online', count: askRows(from, place, sql`${column} is not null`).count };
  return { ...change, risk: 'narrowing', ...askRows(from, place, misfit), blockedWhenCounted: true };
}

function whoDoesNotFit(field: FieldModel, binned: BinnedThing, column: Sql, place: Place): Sql | undefined {
  const { name, property } = binned.document as BinnedField;
  const before = buildField(name, property, { listedAsRequired: false, picklists: new Map() });
  const cast = fieldType(field.type).castFrom[before.type];
  const misfit = cast && misfits(cast, column, castContext({ from: before, to: field }, place));
  if (!field.required) return misfit;
  return misfit ? sql`(${column} is null or (${misfit}))` : sql`${column} is null`;
}

const sentence = {
  en: 'The field “{field}” of “{object}” comes back with its values.',
  'zh-TW': '「{object}」的欄位「{field}」及其值將會復原。',
  'zh-CN': '“{object}”的字段“{field}”及其值将会恢复。',
};
