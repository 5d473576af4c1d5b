import { sql } from 'kysely';
import { subjectOf, type ChangeDefinition } from '../change.js';
import { askRows } from '../sql/row-questions.js';
import { tableSql } from '../sql/table-sql.js';
import { wordsOf } from '../words.js';

export const removeField: ChangeDefinition = {
  find: ({ kept }, place) =>
    kept.flatMap(({ from, removed }) =>
      removed.map((field) => ({
        subject: subjectOf.field(from, field),
        object: from.name,
        field: field.name,
        risk: 'destroying',
        sentence: {
          en: 'The field “{field}” is removed from “{object}”, and its values are lost.',
          'zh-TW': '從「{object}」移除欄位「{field}」，其值將會遺失。',
          'zh-CN': '从“{object}”移除字段“{field}”，其值将会丢失。',
          words: wordsOf(from, field),
        },
        ...askRows(from, place, sql`${sql.id(field.column)} is not null`),
        statements: [sql`alter table ${tableSql(from, place)} drop column ${sql.id(field.column)}`],
      })),
    ),
};
