import type { Sentence } from '@guanxi/field-types';
import { meaningOf } from '../attachments/meaning.js';
import { subjectOf, type ChangeDefinition, type FoundChange } from '../change.js';
import { isEqual } from '../is-equal.js';
import type { FieldPair, ModelPair, ObjectPair } from '../model-pair.js';
import type { Place } from '../planned-change.js';
import { askRows } from '../sql/row-questions.js';
import { hasColumn, isWritten } from '../sql/table-sql.js';
import { wordsOf } from '../words.js';

/** Fields that follow from others: how they do, or what they follow from, is another. */
export const changeDerivation: ChangeDefinition = {
  find: (models, place) =>
    models.kept.flatMap((objects) =>
      objects.kept
        .filter((fields) => fields.from.type === fields.to.type && !isWritten(fields.from) && !isWritten(fields.to))
        .flatMap((fields) => describe(models, objects, fields, place)),
    ),
};

function describe(models: ModelPair, objects: ObjectPair, { from, to }: FieldPair, place: Place): readonly FoundChange[] {
  const isSaidOtherwise = !isEqual(from.settings, to.settings);
  const isWorkedOut = hasColumn(to) && (!hasColumn(from) || meaningOf(models.from, objects.from, from, place) !== meaningOf(models.to, objects.to, to, place));
  if (!isSaidOtherwise && !isWorkedOut && hasColumn(from) === hasColumn(to)) return [];
  const say = (sentence: Sentence): Sentence => ({ ...sentence, words: wordsOf(objects.to, to) });
  const change = { subject: subjectOf.field(objects.to, to), object: objects.to.name, field: to.name };
  if (!isWorkedOut) return [{ ...change, risk: 'online', sentence: say(sentences.plain) }];
  const { count } = askRows(objects.from, place);
  return [{ ...change, risk: 'rewriting', sentence: say(sentences.workedOut), count, locked: count }];
}

const sentences = {
  plain: {
    en: 'What the field “{field}” of “{object}” says follows from other values in another way.',
    'zh-TW': '「{object}」的欄位「{field}」改變了計算方式。',
    'zh-CN': '“{object}”的字段“{field}”改变了计算方式。',
  },
  workedOut: {
    en: 'The field “{field}” of “{object}” is worked out in another way, for every record anew.',
    'zh-TW': '「{object}」的欄位「{field}」改變了計算方式，並為每筆記錄重新計算。',
    'zh-CN': '“{object}”的字段“{field}”改变了计算方式，并为每条记录重新计算。',
  },
};
