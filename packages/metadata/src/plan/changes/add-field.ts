import { fieldType, type Sentence } from '@guanxi/field-types';
import { sql } from 'kysely';
import type { FieldModel, ObjectModel } from '../../model/model.js';
import { findBinnedColumn } from '../bin/find-binned.js';
import { subjectOf, type ChangeDefinition, type FoundChange } from '../change.js';
import type { ObjectPair } from '../model-pair.js';
import type { Place } from '../planned-change.js';
import { bringColumnBack } from '../bin/bring-column-back.js';
import { numberRows } from '../sql/number-rows.js';
import { askRows } from '../sql/row-questions.js';
import { columnSql, defaultSql, hasColumn, isWritten, tableSql, type Sql } from '../sql/table-sql.js';
import { kindWord, wordsOf } from '../words.js';

export const addField: ChangeDefinition = {
  find: ({ kept }, place) => kept.flatMap((pair) => pair.added.map((field) => describe(pair, field, place))),
};

function describe(objects: ObjectPair, field: FieldModel, place: Place): FoundChange {
  const { from, to } = objects;
  const change = { subject: subjectOf.field(to, field), object: to.name, field: field.name };
  const say = (sentence: Sentence): Sentence => ({ ...sentence, words: { ...wordsOf(to, field), kind: kindWord(field.type) } });
  if (!isWritten(field)) {
    if (!hasColumn(field)) return { ...change, risk: 'online', sentence: say(sentences.plain) };
    const { count } = askRows(from, place);
    return { ...change, risk: 'rewriting', sentence: say(sentences.derived), count, locked: count };
  }
  const binned = isWritten(field) ? findBinnedColumn(to, field, place) : undefined;
  if (binned) return { ...change, ...bringColumnBack(objects, field, binned, place) };
  const statements = addColumn(to, field, place);
  if (fieldType(field.type).generated) {
    const { count } = askRows(from, place);
    return { ...change, statements, risk: 'rewriting', sentence: say(sentences.numbered), count, locked: count };
  }
  if (!field.required) return { ...change, statements, risk: 'online', sentence: say(field.default === undefined ? sentences.plain : sentences.onlyNew) };
  if (field.default !== undefined) return { ...change, statements, risk: 'online', sentence: say(sentences.withDefault) };
  return { ...change, statements, risk: 'narrowing', sentence: say(sentences.required), ...askRows(from, place), blockedWhenCounted: true };
}

const sentences = {
  plain: {
    en: 'The field “{field}” ({kind}) is added to “{object}”.',
    'zh-TW': '在「{object}」新增欄位「{field}」（{kind}）。',
    'zh-CN': '在“{object}”新增字段“{field}”（{kind}）。',
  },
  onlyNew: {
    en: 'The field “{field}” ({kind}) is added to “{object}”. New records get its default; existing ones stay without a value.',
    'zh-TW': '在「{object}」新增欄位「{field}」（{kind}）。新記錄會填入預設值，現有記錄維持空白。',
    'zh-CN': '在“{object}”新增字段“{field}”（{kind}）。新记录会填入默认值，现有记录保持空白。',
  },
  withDefault: {
    en: 'The required field “{field}” ({kind}) is added to “{object}”; existing records get its default.',
    'zh-TW': '在「{object}」新增必填欄位「{field}」（{kind}），現有記錄會填入預設值。',
    'zh-CN': '在“{object}”新增必填字段“{field}”（{kind}），现有记录会填入默认值。',
  },
  required: {
    en: 'The required field “{field}” ({kind}) is added to “{object}”; existing records would have no value. Give it a default, or make it required later.',
    'zh-TW': '在「{object}」新增必填欄位「{field}」（{kind}），但現有記錄沒有值。請設定預設值，或稍後再設為必填。',
    'zh-CN': '在“{object}”新增必填字段“{field}”（{kind}），但现有记录没有值。请设置默认值，或稍后再设为必填。',
  },
  numbered: {
    en: 'The field “{field}” ({kind}) is added to “{object}”; existing records are numbered, oldest first.',
    'zh-TW': '在「{object}」新增欄位「{field}」（{kind}），現有記錄依建立順序編號。',
    'zh-CN': '在“{object}”新增字段“{field}”（{kind}），现有记录按创建顺序编号。',
  },
  derived: {
    en: 'The field “{field}” ({kind}) is added to “{object}” and worked out for every record.',
    'zh-TW': '在「{object}」新增欄位「{field}」（{kind}），並為每筆記錄計算其值。',
    'zh-CN': '在“{object}”新增字段“{field}”（{kind}），并为每条记录计算其值。',
  },
};

/** A default that the column has only while it is added fills the existing rows without writing them anew. */
export function addColumn(object: ObjectModel, field: FieldModel, place: Place): readonly Sql[] {
  const table = tableSql(object, place);
  if (!field.required || field.default === undefined) {
    return [sql`alter table ${table} add column ${columnSql(field)}`, ...numberRows(object, field, place)];
  }
  return [
    sql`alter table ${table} add column ${columnSql(field)} default ${defaultSql(field)}`,
    sql`alter table ${table} alter column ${sql.id(field.column)} drop default`,
  ];
}
