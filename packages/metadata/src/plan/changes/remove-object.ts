import { sql } from 'kysely';
import { subjectOf, type ChangeDefinition } from '../change.js';
import { askRows } from '../sql/row-questions.js';
import { tableSql } from '../sql/table-sql.js';
import { objectWord } from '../words.js';

export const removeObject: ChangeDefinition = {
  find: ({ removed }, place) =>
    removed.map((object) => ({
      subject: subjectOf.object(object),
      object: object.name,
      risk: 'destroying',
      sentence: {
        en: 'The object “{object}” is removed, and all its records are lost.',
        'zh-TW': '移除物件「{object}」，其所有記錄將會遺失。',
        'zh-CN': '移除对象“{object}”，其所有记录将会丢失。',
        words: { object: objectWord(object) },
      },
      ...askRows(object, place),
      statements: [sql`drop table ${tableSql(object, place)}`],
    })),
};
