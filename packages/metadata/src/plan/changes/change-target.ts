import { sql } from 'kysely';
import { fieldChange } from '../field-change.js';
import { targetOf } from '../sql/cast-column.js';
import { askRows } from '../sql/row-questions.js';
import { isWritten } from '../sql/table-sql.js';
import { objectWord } from '../words.js';

/** A lookup that stays one, but points to another object: the records it points to now are not there. */
export const changeTarget = fieldChange(
  ({ from, to }, models) => from.type === to.type && isWritten(from) && isWritten(to) && targetOf(models.from, from.target)?.id !== targetOf(models.to, to.target)?.id,
  ({ from, to, objects, place }, models) => {
    const target = targetOf(models.to, to.target);
    return {
      risk: 'narrowing',
      sentence: {
        en: 'The field “{field}” of “{object}” points to “{target}” from now on; it has to be empty.',
        'zh-TW': '「{object}」的欄位「{field}」改為指向「{target}」，欄位必須為空。',
        'zh-CN': '“{object}”的字段“{field}”改为指向“{target}”，字段必须为空。',
        words: { target: target ? objectWord(target) : '' },
      },
      ...askRows(objects.from, place, sql`${sql.id(from.column)} is not null`),
      blockedWhenCounted: true,
    };
  },
);
