import type { ObjectModel } from '../../model/model.js';
import { subjectOf, type ChangeDefinition } from '../change.js';
import { isEqual } from '../is-equal.js';
import { ownFields, type ObjectPair } from '../model-pair.js';
import { objectWord } from '../words.js';
import { ruleKeywords } from './object-rules.js';

/** What is said about an object without touching its table: titles, icon, plural, order of the fields. */
export const changeObject: ChangeDefinition = {
  find: ({ kept }) =>
    kept.filter((pair) => !isEqual(wordsAbout(pair.from), wordsAbout(pair.to)) || hasOtherOrder(pair)).map(({ to }) => ({
      subject: subjectOf.object(to),
      object: to.name,
      risk: 'online',
      onlyWords: true,
      sentence: {
        en: 'The description of the object “{object}” changes (titles, icon or order of fields).',
        'zh-TW': '物件「{object}」變更說明（標題、圖示或欄位順序）。',
        'zh-CN': '对象“{object}”变更说明（标题、图标或字段顺序）。',
        words: { object: objectWord(to) },
      },
    })),
};

/** What has a change of its own. */
const unsaid = Object.fromEntries(ruleKeywords.map((keyword) => [keyword, undefined]));

function wordsAbout({ document }: ObjectModel) {
  return { title: document?.title, description: document?.description, guanxi: { ...document?.guanxi, nameField: undefined, ...unsaid } };
}

function hasOtherOrder({ from, to, kept }: ObjectPair): boolean {
  const ids = new Set(kept.map((pair) => pair.to.id));
  const order = (object: ObjectModel) => ownFields(object).map((field) => field.id).filter((id) => ids.has(id));
  return !isEqual(order(from), order(to));
}
