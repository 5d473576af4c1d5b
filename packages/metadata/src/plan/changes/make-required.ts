import { sql } from 'kysely';
import { columnWay } from '../column-way.js';
import { fieldChange } from '../field-change.js';
import { requiredCheckName } from '../../naming/index.js';
import { askRows } from '../sql/row-questions.js';
import { defaultSql, tableSql } from '../sql/table-sql.js';

/** Records in the recycle bin need a value too: they may be restored. */
export const makeRequired = fieldChange(
  (pair) => pair.to.required && !pair.from.required && ['kept', 'cast'].includes(columnWay(pair)),
  ({ from, to, objects, place }) => {
    const table = tableSql(objects.to, place);
    const column = sql.id(to.column);
    const rows = askRows(objects.from, place, sql`${sql.id(from.column)} is null`);
    const check = requiredCheckName(objects.to.table, to.column);
    const work = { kind: 'required' as const, object: objects.to.id, name: check, statement: sql`alter table ${table} validate constraint ${sql.id(check)}` };
    const isLarge = place.isLarge?.(objects.from.table) === true;
    // Looking at every row of a large table is left for afterwards; no row without a value comes in from now on.
    const setNotNull = isLarge ? sql`alter table ${table} add constraint ${sql.id(check)} check (${column} is not null) not valid` : sql`alter table ${table} alter column ${column} set not null`;
    const afterwards = isLarge ? [work] : [];
    if (to.default === undefined) return { risk: 'narrowing', sentence: sentences.plain, ...rows, blockedWhenCounted: true, statements: [setNotNull], afterwards };
    return {
      risk: 'rewriting',
      sentence: sentences.withDefault,
      count: rows.count,
      locked: rows.count,
      statements: [sql`update ${table} set ${column} = ${defaultSql(to)} where ${column} is null`, setNotNull],
      afterwards,
    };
  },
);

const sentences = {
  plain: {
    en: 'The field “{field}” of “{object}” becomes required; every record has to have a value, those in the recycle bin included.',
    'zh-TW': '「{object}」的欄位「{field}」改為必填，所有記錄（包括資源回收筒中的）都必須有值。',
    'zh-CN': '“{object}”的字段“{field}”改为必填，所有记录（包括回收站中的）都必须有值。',
  },
  withDefault: {
    en: 'The field “{field}” of “{object}” becomes required; records without a value get its default.',
    'zh-TW': '「{object}」的欄位「{field}」改為必填，沒有值的記錄會填入預設值。',
    'zh-CN': '“{object}”的字段“{field}”改为必填，没有值的记录会填入默认值。',
  },
};
