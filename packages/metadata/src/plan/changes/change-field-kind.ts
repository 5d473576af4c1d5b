import { fieldType, type Sentence } from '@guanxi/field-types';
import { sql } from 'kysely';
import { putColumnAside } from '../bin/put-aside.js';
import { bringColumnBack } from '../bin/bring-column-back.js';
import { findBinnedColumn } from '../bin/find-binned.js';
import { subjectOf, type ChangeDefinition, type FoundChange } from '../change.js';
import { columnWay } from '../column-way.js';
import type { FieldPair, ObjectPair } from '../model-pair.js';
import type { Place } from '../planned-change.js';
import { castContext, changeType, misfits, withSameTarget } from '../sql/cast-column.js';
import { numberRows } from '../sql/number-rows.js';
import { askRows } from '../sql/row-questions.js';
import { hasColumn, isWritten, tableSql, type Sql } from '../sql/table-sql.js';
import { kindWord, wordsOf } from '../words.js';
import { addColumn } from './add-field.js';
import { columnBeforeCast } from './rename-field.js';

export const changeFieldKind: ChangeDefinition = {
  find: (models, place) =>
    models.kept.flatMap((objects) => objects.kept.filter(isOtherKind).map((fields) => describe(objects, withSameTarget(fields, models), place))),
};

/** A formula that becomes stored, or no longer is, stays what it is for people. */
function isOtherKind(fields: FieldPair): boolean {
  return fields.from.type !== fields.to.type;
}

function describe(objects: ObjectPair, fields: FieldPair, place: Place): FoundChange {
  const { from, to } = fields;
  const change = { subject: subjectOf.field(objects.to, to), object: objects.to.name, field: to.name };
  const say = (sentence: Sentence): Sentence => ({ ...sentence, words: { ...wordsOf(objects.to, to), from: kindWord(from.type), to: kindWord(to.type) } });
  const all = askRows(objects.from, place);
  const ways: Readonly<Record<Exclude<ReturnType<typeof columnWay>, 'kept'>, () => Omit<FoundChange, 'subject'>>> = {
    cast: () => describeCast(objects, fields, place, say),
    replaced: () => ({ ...lose(objects, fields, place), sentence: say(sentences.replaced) }),
    left: () => ({ ...lose(objects, fields, place), sentence: say(sentences.left), ...(hasColumn(to) ? { locked: all.count } : {}) }),
    made: () => ({ sentence: say(sentences.made), ...make(objects, fields, place) }),
    none: () => ({ risk: hasColumn(to) ? 'rewriting' : 'online', sentence: say(sentences.none), ...(hasColumn(to) ? { count: all.count, locked: all.count } : {}) }),
  };
  const way = columnWay(fields);
  if (way === 'kept') throw new Error(`The kind of ${objects.to.name}.${to.name} has not changed.`);
  return { ...change, ...ways[way]() };
}

function describeCast(objects: ObjectPair, fields: FieldPair, place: Place, say: (sentence: Sentence) => Sentence): Omit<FoundChange, 'subject'> {
  const { from, to } = fields;
  const column = sql.id(from.column);
  const cast = fieldType(to.type).castFrom[from.type];
  const statements = castColumn(objects, fields, place);
  const misfit = cast && misfits(cast, column, castContext(fields, place));
  const locked = askRows(objects.from, place).count;
  if (misfit) return { risk: 'narrowing', statements, locked, sentence: say(sentences.narrowing), ...askRows(objects.from, place, misfit), blockedWhenCounted: true };
  return { risk: 'rewriting', statements, locked, sentence: say(sentences.plain), count: askRows(objects.from, place, sql`${column} is not null`).count };
}

/** The values stand aside with their column; what comes in its place is empty, or what stood aside before. */
function lose(objects: ObjectPair, fields: FieldPair, place: Place): Omit<FoundChange, 'subject' | 'sentence' | 'object' | 'field'> {
  const { from, to } = fields;
  const aside = putColumnAside(from, { objects, table: objects.to, column: columnBeforeCast(fields) }, place);
  const lost = { risk: 'destroying' as const, ...askRows(objects.from, place, sql`${sql.id(from.column)} is not null`) };
  if (!isWritten(to)) return { ...lost, statements: aside.statements, ...(aside.bin ? { bin: aside.bin } : {}) };
  const binned = findBinnedColumn(objects.to, to, place);
  if (!binned) return { ...lost, ...mustBeEmpty(objects, fields, place), statements: [...aside.statements, ...addColumn(objects.to, to, place)], ...(aside.bin ? { bin: aside.bin } : {}) };
  const back = bringColumnBack(objects, to, binned, place);
  return {
    ...(back.blockedWhenCounted ? back : lost),
    risk: 'destroying',
    statements: [...aside.statements, ...(back.statements ?? [])],
    bin: { ...aside.bin, ...back.bin },
  };
}

/** A column where there was none to write: the one that stood aside, or an empty one. */
function make(objects: ObjectPair, fields: FieldPair, place: Place): Omit<FoundChange, 'subject' | 'sentence'> & Partial<Pick<FoundChange, 'sentence'>> {
  const { to } = fields;
  const binned = findBinnedColumn(objects.to, to, place);
  if (binned) return bringColumnBack(objects, to, binned, place);
  return { risk: 'online', statements: addColumn(objects.to, to, place), ...mustBeEmpty(objects, fields, place) };
}

/** A required column without a default cannot come to a table that has records. */
function mustBeEmpty({ from }: ObjectPair, { to }: FieldPair, place: Place): Partial<FoundChange> {
  return to.required && to.default === undefined ? { ...askRows(from, place), blockedWhenCounted: true } : {};
}

function castColumn({ to: object }: ObjectPair, fields: FieldPair, place: Place): readonly Sql[] {
  const { from, to } = fields;
  const table = tableSql(object, place);
  const before = columnBeforeCast(fields);
  return [
    ...(before === to.column ? [] : [sql`alter table ${table} rename column ${sql.id(before)} to ${sql.id(to.column)}`]),
    changeType(object, fields, place),
    ...(fieldType(from.type).generated ? [] : numberRows(object, to, place)),
  ];
}

const sentences = {
  plain: {
    en: 'The kind of the field “{field}” of “{object}” changes from {from} to {to}; its values are converted.',
    'zh-TW': '「{object}」的欄位「{field}」由{from}改為{to}，並轉換其值。',
    'zh-CN': '“{object}”的字段“{field}”由{from}改为{to}，并转换其值。',
  },
  narrowing: {
    en: 'The kind of the field “{field}” of “{object}” changes from {from} to {to}; every value has to fit.',
    'zh-TW': '「{object}」的欄位「{field}」由{from}改為{to}，所有值都必須符合。',
    'zh-CN': '“{object}”的字段“{field}”由{from}改为{to}，所有值都必须符合。',
  },
  replaced: {
    en: 'The kind of the field “{field}” of “{object}” changes from {from} to {to}, to which no value can be converted: it begins empty, and its values are lost.',
    'zh-TW': '「{object}」的欄位「{field}」由{from}改為{to}，但值無法轉換：欄位將從空白開始，原有的值將會遺失。',
    'zh-CN': '“{object}”的字段“{field}”由{from}改为{to}，但值无法转换：字段将从空白开始，原有的值将会丢失。',
  },
  left: {
    en: 'The field “{field}” of “{object}” becomes a {to} instead of {from}: its values are worked out from others, and those that were typed in are lost.',
    'zh-TW': '「{object}」的欄位「{field}」由{from}改為{to}：其值改由其他值算出，原先輸入的值將會遺失。',
    'zh-CN': '“{object}”的字段“{field}”由{from}改为{to}：其值改由其他值算出，原先输入的值将会丢失。',
  },
  made: {
    en: 'The field “{field}” of “{object}” becomes a field of its own ({to}) instead of a {from}; it begins empty.',
    'zh-TW': '「{object}」的欄位「{field}」由{from}改為可輸入的欄位（{to}），從空白開始。',
    'zh-CN': '“{object}”的字段“{field}”由{from}改为可输入的字段（{to}），从空白开始。',
  },
  none: {
    en: 'The field “{field}” of “{object}” becomes a {to} instead of a {from}.',
    'zh-TW': '「{object}」的欄位「{field}」由{from}改為{to}。',
    'zh-CN': '“{object}”的字段“{field}”由{from}改为{to}。',
  },
};
