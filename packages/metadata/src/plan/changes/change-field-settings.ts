import { fieldType, type Sentence } from '@guanxi/field-types';
import { sql } from 'kysely';
import { subjectOf, type ChangeDefinition, type FoundChange } from '../change.js';
import { isEqual } from '../is-equal.js';
import type { FieldPair, ObjectPair } from '../model-pair.js';
import type { Place } from '../planned-change.js';
import { castContext, changeType, misfits } from '../sql/cast-column.js';
import { askRows } from '../sql/row-questions.js';
import { columnTypeOf, isWritten } from '../sql/table-sql.js';
import { isSameOnDisk, isWiderColumn, isWiderSchema } from '../widening.js';
import { wordsOf } from '../words.js';

export const changeFieldSettings: ChangeDefinition = {
  find: ({ kept }, place) =>
    kept.flatMap((objects) => objects.kept.filter(hasOtherSettings).map((fields) => describe(objects, fields, place))),
};

/** Where a reference points to, and what the other side is called, are changes of their own. */
function hasOtherSettings({ from, to }: FieldPair): boolean {
  if (from.type !== to.type || !isWritten(from) || !isWritten(to)) return false;
  const own = ({ settings }: FieldPair['from']) => ({ ...settings, target: undefined, inverse: undefined, onDelete: undefined });
  return !isEqual(own(from), own(to));
}

function describe(objects: ObjectPair, fields: FieldPair, place: Place): FoundChange {
  const { from, to } = fields;
  const kind = fieldType(to.type);
  const isOtherColumn = !isEqual(columnTypeOf(from), columnTypeOf(to));
  const rewrites = isOtherColumn && !isSameOnDisk(columnTypeOf(from), columnTypeOf(to));
  const all = rewrites ? askRows(objects.from, place).count : undefined;
  const change = {
    subject: subjectOf.field(objects.to, to),
    object: objects.to.name,
    field: to.name,
    statements: isOtherColumn ? [changeType(objects.to, fields, place)] : [],
    ...(all ? { locked: all } : {}),
  };
  const say = (sentence: Sentence): Sentence => ({ ...sentence, words: wordsOf(objects.to, to) });
  const cast = kind.castFrom[to.type];
  const takesAll = isOtherColumn
    ? isWiderColumn(columnTypeOf(from), columnTypeOf(to))
    : isWiderSchema(kind.valueSchema(from.settings), kind.valueSchema(to.settings));
  const misfit = cast && !takesAll ? misfits(cast, sql.id(from.column), castContext(fields, place)) : undefined;
  if (!misfit) return { ...change, risk: rewrites ? 'rewriting' : 'online', sentence: say(sentences.plain), ...(all ? { count: all } : {}) };
  return { ...change, risk: 'narrowing', sentence: say(sentences.narrowing), ...askRows(objects.from, place, misfit), blockedWhenCounted: true };
}

const sentences = {
  plain: {
    en: 'The settings of the field “{field}” of “{object}” change; every value fits.',
    'zh-TW': '「{object}」的欄位「{field}」變更設定，所有值都符合。',
    'zh-CN': '“{object}”的字段“{field}”变更设置，所有值都符合。',
  },
  narrowing: {
    en: 'The settings of the field “{field}” of “{object}” get narrower; every value has to fit.',
    'zh-TW': '「{object}」的欄位「{field}」的設定變得更嚴格，所有值都必須符合。',
    'zh-CN': '“{object}”的字段“{field}”的设置变得更严格，所有值都必须符合。',
  },
};
