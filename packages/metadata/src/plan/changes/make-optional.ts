import { sql } from 'kysely';
import { columnWay } from '../column-way.js';
import { fieldChange } from '../field-change.js';
import { dropRequiredCheck } from '../sql/drop-required-check.js';
import { tableSql } from '../sql/table-sql.js';

export const makeOptional = fieldChange(
  (pair) => pair.from.required && !pair.to.required && ['kept', 'cast'].includes(columnWay(pair)),
  ({ from, to, objects, place }) => ({
    risk: 'online',
    sentence: {
      en: 'The field “{field}” of “{object}” need not have a value any more.',
      'zh-TW': '「{object}」的欄位「{field}」不再必填。',
      'zh-CN': '“{object}”的字段“{field}”不再必填。',
    },
    statements: [sql`alter table ${tableSql(objects.to, place)} alter column ${sql.id(to.column)} drop not null`, ...dropRequiredCheck(objects, from, place)],
  }),
);
