import { fieldType } from '@guanxi/field-types';
import { sql } from 'kysely';
import type { ObjectModel } from '../../model/model.js';
import { primaryKeyName } from '../../naming/index.js';
import { findBinnedTable, fitsTable } from '../bin/find-binned.js';
import { subjectOf, type ChangeDefinition, type FoundChange } from '../change.js';
import { ownFields } from '../model-pair.js';
import type { BinnedThing, Place } from '../planned-change.js';
import { numberRows } from '../sql/number-rows.js';
import { createSequence, createTable } from '../sql/table-sql.js';
import { objectWord } from '../words.js';

export const createObject: ChangeDefinition = {
  find: ({ added }, place) =>
    added.map((object) => {
      const binned = findBinnedTable(object, place);
      return binned ? bringBack(object, binned, place) : create(object, place);
    }),
};

function create(object: ObjectModel, place: Place): FoundChange {
  return {
    subject: subjectOf.object(object),
    object: object.name,
    risk: 'online',
    sentence: { ...sentences.created, words: { object: objectWord(object), count: String(ownFields(object).length) } },
    statements: [createTable(object, place), ...numbered(object).map((field) => createSequence(object, field, place))],
  };
}

/** Its table is there, under another name. */
function bringBack(object: ObjectModel, binned: BinnedThing, place: Place): FoundChange {
  const change = { subject: subjectOf.object(object), object: object.name, bin: { takes: binned.id } };
  const words = { object: objectWord(object) };
  if (!fitsTable(object, binned)) {
    return { ...change, risk: 'narrowing', sentence: { ...sentences.otherColumns, words }, count: sql<{ count: number }>`select 1 as count`, blockedWhenCounted: true };
  }
  const aside = sql.id(place.schema, binned.tableName);
  return {
    ...change,
    risk: 'online',
    sentence: { ...sentences.back, words },
    count: sql<{ count: number }>`select count(*)::int as count from ${aside}`,
    statements: [
      sql`alter table ${aside} rename constraint ${sql.id(primaryKeyName(binned.tableName))} to ${sql.id(primaryKeyName(object.table))}`,
      sql`alter table ${aside} rename to ${sql.id(object.table)}`,
      ...numbered(object).flatMap((field) => numberRows(object, field, place)),
    ],
  };
}

const numbered = (object: ObjectModel) => ownFields(object).filter((field) => fieldType(field.type).generated);

const sentences = {
  created: {
    en: 'The object “{object}” is created. Fields: {count}.',
    'zh-TW': '建立物件「{object}」，共 {count} 個欄位。',
    'zh-CN': '创建对象“{object}”，共 {count} 个字段。',
  },
  back: {
    en: 'The object “{object}” comes back with all its records.',
    'zh-TW': '物件「{object}」及其所有記錄將會復原。',
    'zh-CN': '对象“{object}”及其所有记录将会恢复。',
  },
  otherColumns: {
    en: 'The object “{object}” comes back, but its fields are not those that it had. Bring it back as it was, publish, and change it then.',
    'zh-TW': '物件「{object}」將會復原，但欄位與移除前不同。請先依原樣復原並發佈，之後再修改。',
    'zh-CN': '对象“{object}”将会恢复，但字段与移除前不同。请先按原样恢复并发布，之后再修改。',
  },
};
