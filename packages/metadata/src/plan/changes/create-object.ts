import { fieldType } from '@guanxi/field-types';
import { subjectOf, type ChangeDefinition } from '../change.js';
import { ownFields } from '../model-pair.js';
import { createSequence, createTable } from '../sql/table-sql.js';
import { objectWord } from '../words.js';

export const createObject: ChangeDefinition = {
  find: ({ added }, place) =>
    added.map((object) => ({
      subject: subjectOf.object(object),
      object: object.name,
      risk: 'online',
      sentence: {
        en: 'The object “{object}” is created. Fields: {count}.',
        'zh-TW': '建立物件「{object}」，共 {count} 個欄位。',
        'zh-CN': '创建对象“{object}”，共 {count} 个字段。',
        words: { object: objectWord(object), count: String(ownFields(object).length) },
      },
      statements: [
        createTable(object, place),
        ...ownFields(object).filter((field) => fieldType(field.type).generated).map((field) => createSequence(object, field, place)),
      ],
    })),
};
