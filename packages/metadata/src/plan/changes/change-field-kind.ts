import { fieldType, type Sentence } from '@guanxi/field-types';
import { sql } from 'kysely';
import { subjectOf, type ChangeDefinition, type FoundChange } from '../change.js';
import type { FieldPair, ObjectPair } from '../model-pair.js';
import type { Place } from '../planned-change.js';
import { castContext, changeType, misfits } from '../sql/cast-column.js';
import { numberRows } from '../sql/number-rows.js';
import { askRows } from '../sql/row-questions.js';
import { tableSql, type Sql } from '../sql/table-sql.js';
import { kindWord, wordsOf } from '../words.js';
import { columnBeforeCast } from './rename-field.js';

export const changeFieldKind: ChangeDefinition = {
  find: ({ kept }, place) =>
    kept.flatMap((objects) => objects.kept.filter(({ from, to }) => from.type !== to.type).map((fields) => describe(objects, fields, place))),
};

function describe(objects: ObjectPair, fields: FieldPair, place: Place): FoundChange {
  const { from, to } = fields;
  const column = sql.id(from.column);
  const cast = fieldType(to.type).castFrom[from.type];
  const change = {
    subject: subjectOf.field(objects.to, to),
    object: objects.to.name,
    field: to.name,
    statements: castColumn(objects, fields, place),
  };
  const say = (sentence: Sentence): Sentence => ({ ...sentence, words: { ...wordsOf(objects.to, to), from: kindWord(from.type), to: kindWord(to.type) } });
  if (!cast) return { ...change, risk: 'narrowing', sentence: say(sentences.impossible), ...askRows(objects.from, place, sql`${column} is not null`), blockedWhenCounted: true };
  const misfit = misfits(cast, column, castContext(fields, place));
  if (misfit) return { ...change, risk: 'narrowing', sentence: say(sentences.narrowing), ...askRows(objects.from, place, misfit), blockedWhenCounted: true };
  return { ...change, risk: 'rewriting', sentence: say(sentences.plain), count: askRows(objects.from, place, sql`${column} is not null`).count };
}

const sentences = {
  plain: {
    en: 'The kind of the field “{field}” of “{object}” changes from {from} to {to}; its values are converted.',
    'zh-TW': '「{object}」的欄位「{field}」由{from}改為{to}，並轉換其值。',
    'zh-CN': '“{object}”的字段“{field}”由{from}改为{to}，并转换其值。',
  },
  narrowing: {
    en: 'The kind of the field “{field}” of “{object}” changes from {from} to {to}; every value has to fit.',
    'zh-TW': '「{object}」的欄位「{field}」由{from}改為{to}，所有值都必須符合。',
    'zh-CN': '“{object}”的字段“{field}”由{from}改为{to}，所有值都必须符合。',
  },
  impossible: {
    en: 'The kind of the field “{field}” of “{object}” changes from {from} to {to}, to which no value can be converted; it has to be empty.',
    'zh-TW': '「{object}」的欄位「{field}」由{from}改為{to}，但值無法轉換，欄位必須為空。',
    'zh-CN': '“{object}”的字段“{field}”由{from}改为{to}，但值无法转换，字段必须为空。',
  },
};

function castColumn({ to: object }: ObjectPair, fields: FieldPair, place: Place): readonly Sql[] {
  const { from, to } = fields;
  const table = tableSql(object, place);
  const before = columnBeforeCast(fields);
  return [
    ...(before === to.column ? [] : [sql`alter table ${table} rename column ${sql.id(before)} to ${sql.id(to.column)}`]),
    changeType(object, fields, place),
    ...(fieldType(from.type).generated ? [] : numberRows(object, to, place)),
  ];
}
