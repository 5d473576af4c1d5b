import { putTableAside } from '../bin/put-aside.js';
import { subjectOf, type ChangeDefinition } from '../change.js';
import { askRows } from '../sql/row-questions.js';
import { objectWord } from '../words.js';

export const removeObject: ChangeDefinition = {
  find: ({ removed }, place) =>
    removed.map((object) => ({
      subject: subjectOf.object(object),
      object: object.name,
      risk: 'destroying',
      sentence: { ...(place.revision === undefined ? dropped : aside), words: { object: objectWord(object) } },
      ...askRows(object, place),
      ...putTableAside(object, place),
    })),
};

const dropped = {
  en: 'The object “{object}” is removed, and all its records are lost.',
  'zh-TW': '移除物件「{object}」，其所有記錄將會遺失。',
  'zh-CN': '移除对象“{object}”，其所有记录将会丢失。',
};

const aside = {
  en: 'The object “{object}” is removed with all its records; for 30 days it can be brought back.',
  'zh-TW': '移除物件「{object}」及其所有記錄，30 天內可以復原。',
  'zh-CN': '移除对象“{object}”及其所有记录，30 天内可以恢复。',
};
