import { fieldType, type Sentence } from '@guanxi/field-types';
import { sql } from 'kysely';
import type { FieldModel, ObjectModel } from '../../model/model.js';
import { subjectOf, type ChangeDefinition, type FoundChange } from '../change.js';
import type { ObjectPair } from '../model-pair.js';
import type { Place } from '../planned-change.js';
import { numberRows } from '../sql/number-rows.js';
import { askRows } from '../sql/row-questions.js';
import { columnSql, defaultSql, tableSql, type Sql } from '../sql/table-sql.js';
import { kindWord, wordsOf } from '../words.js';

export const addField: ChangeDefinition = {
  find: ({ kept }, place) => kept.flatMap((pair) => pair.added.map((field) => describe(pair, field, place))),
};

function describe({ from, to }: ObjectPair, field: FieldModel, place: Place): FoundChange {
  const change = {
    subject: subjectOf.field(to, field),
    object: to.name,
    field: field.name,
    statements: addColumn(to, field, place),
  };
  const say = (sentence: Sentence): Sentence => ({ ...sentence, words: { ...wordsOf(to, field), kind: kindWord(field.type) } });
  if (fieldType(field.type).generated) return { ...change, risk: 'rewriting', sentence: say(sentences.numbered), count: askRows(from, place).count };
  if (!field.required) return { ...change, risk: 'online', sentence: say(sentences.plain) };
  if (field.default !== undefined) return { ...change, risk: 'online', sentence: say(sentences.withDefault) };
  return { ...change, risk: 'narrowing', sentence: say(sentences.required), ...askRows(from, place), blockedWhenCounted: true };
}

const sentences = {
  plain: {
    en: 'The field “{field}” ({kind}) is added to “{object}”.',
    'zh-TW': '在「{object}」新增欄位「{field}」（{kind}）。',
    'zh-CN': '在“{object}”新增字段“{field}”（{kind}）。',
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
};

/** A default that the column has only while it is added fills the existing rows without writing them anew. */
function addColumn(object: ObjectModel, field: FieldModel, place: Place): readonly Sql[] {
  const table = tableSql(object, place);
  if (!field.required || field.default === undefined) {
    return [sql`alter table ${table} add column ${columnSql(field)}`, ...numberRows(object, field, place)];
  }
  return [
    sql`alter table ${table} add column ${columnSql(field)} default ${defaultSql(field)}`,
    sql`alter table ${table} alter column ${sql.id(field.column)} drop default`,
  ];
}
