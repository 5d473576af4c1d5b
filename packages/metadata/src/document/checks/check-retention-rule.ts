import type { Wording } from '@guanxi/field-types';
import type { FieldModel, ObjectModel } from '../../model/model.js';
import { faultOf } from '../../problem.js';
import type { RetentionActivity, RetentionAge, RetentionRuleDocument } from '../documents.js';
import { findField, findObject, findRelation, type CheckContext, type PlaceInDocument } from './check-context.js';
import { checkRecordFormula } from './check-record-formula.js';

/** The age counts from a date, and what is done can be done to records of the object. */
export function checkRetentionRule(rule: RetentionRuleDocument, context: CheckContext): void {
  if (daysOf(rule.after) > MOST_DAYS) context.report(['after', 'value'], faultOf('retention.age', tooOld));
  const object = findObject(rule.object, ['object'], context);
  if (!object) return;
  if (object.platform) return context.report(['object'], faultOf('retention.platform', { ...ofThePlatform, words: { object: object.name } }));
  checkDeed(rule, object, context);
  checkDate(object, rule.since, ['since'], context);
  (rule.activity ?? []).forEach((activity, index) => checkActivity(activity, object, ['activity', index], context));
  if (rule.when !== undefined) checkRecordFormula(rule.when, { object, expected: 'boolean', place: ['when'] }, context);
}

/** Whether an age can count from the field: a day or a moment of its own, typed, worked out or summed up. */
export function tellsAge({ value: { type }, storage }: FieldModel): boolean {
  return (type === 'date' || type === 'dateTime') && storage !== 'members' && storage !== 'through';
}

function checkDeed({ do: deed }: RetentionRuleDocument, object: ObjectModel, context: CheckContext): void {
  const master = object.fields.find(({ type }) => type === 'masterDetail');
  if (master && deed !== 'erase') context.report(['object'], faultOf('retention.controlled', { ...controlled, words: { object: object.name, master: master.target ?? '' } }));
  if (deed === 'erase' && (object.document?.guanxi.person ?? []).length === 0) context.report(['do'], faultOf('retention.noPerson', { ...noPerson, words: { object: object.name } }));
  if (deed !== 'erase' && object.document?.guanxi.consent) context.report(['do'], faultOf('retention.ledger', { ...ofLedger, words: { object: object.name } }));
}

function checkActivity({ relation: name, field }: RetentionActivity, object: ObjectModel, place: PlaceInDocument, context: CheckContext): void {
  const relation = findRelation(object, name, [...place, 'relation'], context);
  if (!relation) return;
  if (relation.through) return context.report([...place, 'relation'], faultOf('retention.through', { ...farAway, words: { object: object.name, relation: name } }));
  const other = context.model.objectByName.get(relation.object);
  if (other) checkDate(other, field, [...place, 'field'], context);
}

function checkDate(object: ObjectModel, name: string, place: PlaceInDocument, context: CheckContext): void {
  const field = findField(object, name, place, context);
  if (field && !tellsAge(field)) context.report(place, faultOf('retention.date', { ...noDate, words: { object: object.name, field: name } }));
}

function daysOf({ value, unit }: RetentionAge): number {
  return value * { days: 1, months: 30, years: 365 }[unit];
}

/** A hundred years; beyond, a rule means nothing and dates end. */
const MOST_DAYS = 36_500;

const tooOld: Wording = { en: 'A rule counts at most 100 years.', 'zh-TW': '規則最長為 100 年。', 'zh-CN': '规则最长为 100 年。' };
const ofThePlatform: Wording = { en: 'Records of {object} are kept by the platform; no rule removes them.', 'zh-TW': '{object} 記錄由平台維護，規則無法移除。', 'zh-CN': '{object} 记录由平台维护，规则无法移除。' };
const controlled: Wording = {
  en: 'Records of {object} belong to a record of {master} and go with it. Make the rule for {master}.',
  'zh-TW': '{object} 記錄屬於 {master} 記錄，會隨之移除。請為 {master} 建立規則。',
  'zh-CN': '{object} 记录属于 {master} 记录，会随之移除。请为 {master} 建立规则。',
};
const noPerson: Wording = {
  en: 'Records of {object} stand for no person, so that nobody can be erased. Say by which fields people are known ("person" of the object), or delete the records.',
  'zh-TW': '{object} 記錄不代表個人，無法清除個人資料。請在物件的「person」指定辨識個人的欄位，或改為刪除記錄。',
  'zh-CN': '{object} 记录不代表个人，无法清除个人数据。请在对象的“person”中指定识别个人的字段，或改为删除记录。',
};
const ofLedger: Wording = {
  en: '{object} keeps what people agreed to and withdrew. Without its records a withdrawal would be forgotten.',
  'zh-TW': '{object} 保存個人的同意與撤回。移除其記錄會遺失撤回的事實。',
  'zh-CN': '{object} 保存个人的同意与撤回。移除其记录会丢失撤回的事实。',
};
const farAway: Wording = {
  en: 'The list "{relation}" of {object} leads through another object. Take a list of records that point to {object} themselves.',
  'zh-TW': '{object} 的清單「{relation}」經過另一個物件。請使用直接指向 {object} 的清單。',
  'zh-CN': '{object} 的列表“{relation}”经过另一个对象。请使用直接指向 {object} 的列表。',
};
const noDate: Wording = { en: '{object}.{field} is no date: an age counts from a date or a date and time.', 'zh-TW': '{object}.{field} 不是日期：期限須從日期或日期時間起算。', 'zh-CN': '{object}.{field} 不是日期：期限须从日期或日期时间起算。' };
