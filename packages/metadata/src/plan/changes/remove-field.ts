import { sql } from 'kysely';
import { putColumnAside } from '../bin/put-aside.js';
import { subjectOf, type ChangeDefinition, type FoundChange } from '../change.js';
import type { FieldModel } from '../../model/model.js';
import type { ObjectPair } from '../model-pair.js';
import type { Place } from '../planned-change.js';
import { askRows } from '../sql/row-questions.js';
import { isWritten } from '../sql/table-sql.js';
import { wordsOf } from '../words.js';

export const removeField: ChangeDefinition = {
  find: ({ kept }, place) => kept.flatMap((objects) => objects.removed.map((field) => describe(objects, field, place))),
};

function describe(objects: ObjectPair, field: FieldModel, place: Place): FoundChange {
  const { from } = objects;
  const change = { subject: subjectOf.field(from, field), object: from.name, field: field.name };
  const say = (name: keyof typeof sentences) => ({ ...sentences[name], words: wordsOf(from, field) });
  // What follows from other values is not lost with its column.
  if (!isWritten(field)) return { ...change, risk: 'online', sentence: say('derived') };
  return {
    ...change,
    risk: 'destroying',
    sentence: say(place.revision === undefined ? 'dropped' : 'aside'),
    ...askRows(from, place, sql`${sql.id(field.column)} is not null`),
    ...putColumnAside(field, { objects, table: from, column: field.column }, place),
  };
}

const sentences = {
  dropped: {
    en: 'The field “{field}” is removed from “{object}”, and its values are lost.',
    'zh-TW': '從「{object}」移除欄位「{field}」，其值將會遺失。',
    'zh-CN': '从“{object}”移除字段“{field}”，其值将会丢失。',
  },
  aside: {
    en: 'The field “{field}” is removed from “{object}” with its values; for 30 days it can be brought back.',
    'zh-TW': '從「{object}」移除欄位「{field}」及其值，30 天內可以復原。',
    'zh-CN': '从“{object}”移除字段“{field}”及其值，30 天内可以恢复。',
  },
  derived: {
    en: 'The field “{field}” is removed from “{object}”. Nothing is lost: its values follow from others.',
    'zh-TW': '從「{object}」移除欄位「{field}」。其值由其他值算出，不會遺失資料。',
    'zh-CN': '从“{object}”移除字段“{field}”。其值由其他值算出，不会丢失数据。',
  },
};
