import type { Wording } from '@guanxi/field-types';
import type { ObjectModel } from '../../model/model.js';
import { faultOf } from '../../problem.js';
import type { Grantee, ObjectDocument, SharingRuleDocument } from '../documents.js';
import { findField, findObject, type CheckContext, type PlaceInDocument } from './check-context.js';
import { checkNamed } from './check-named.js';
import { checkRecordFormula } from './check-record-formula.js';

/** A rule names people and records that there are, of an object whose records have owners of their own. */
export function checkSharingRule(rule: SharingRuleDocument, context: CheckContext): void {
  checkGrantees(rule.to, ['to'], context);
  const object = findObject(rule.object, ['object'], context);
  if (!object) return;
  const words = { object: object.name };
  if (object.platform) context.report(['object'], faultOf('sharing.platform', { ...ofThePlatform, words }));
  if (decidedElsewhere(object)) context.report(['object'], faultOf('sharing.parent', { ...byParent, words }));
  const { which } = rule;
  if ('ownedBy' in which) checkGrantees(which.ownedBy, ['which', 'ownedBy'], context);
  else if ('when' in which) checkRecordFormula(which.when, { object, expected: 'boolean', place: ['which', 'when'] }, context);
  else if (checkNamed('queue', which.territory, ['which', 'territory'], context)) {
    const queue = context.model.queues.find(({ name }) => name === which.territory);
    if (!queue?.territory?.some((part) => part.object === object.name)) context.report(['which', 'territory'], faultOf('sharing.territory', { ...noTerritory, words: { ...words, queue: which.territory } }));
  }
}

/** Where another record decides, a lookup says which. */
export function checkSharingOf(document: ObjectDocument, object: ObjectModel, context: CheckContext): void {
  const { sharing } = document.guanxi;
  if (!sharing) return;
  const place = ['guanxi', 'sharing', 'parent'];
  if (sharing.default !== 'parent') {
    if (sharing.parent !== undefined) context.report(place, faultOf('sharing.noParent', { ...needless, words: { object: object.name } }));
    return;
  }
  if (sharing.parent === undefined) return context.report(place, faultOf('sharing.whichParent', { ...whichParent, words: { object: object.name } }));
  const field = findField(object, sharing.parent, place, context);
  if (field && field.type !== 'lookup') context.report(place, faultOf('sharing.lookup', { ...noLookup, words: { object: object.name, field: field.name } }));
  else if (field && leadsBack(object, context)) context.report(place, faultOf('sharing.circle', { ...circle, words: { object: object.name } }));
}

function leadsBack(object: ObjectModel, { model }: CheckContext): boolean {
  const seen = new Set<string>();
  for (let at: ObjectModel | undefined = object; at; ) {
    if (seen.has(at.name)) return true;
    seen.add(at.name);
    const parent: string | undefined = at.document?.guanxi.sharing?.parent;
    at = model.objectByName.get((parent !== undefined && at.fieldByName.get(parent)?.target) || '');
  }
  return false;
}

function decidedElsewhere(object: ObjectModel): boolean {
  return object.document?.guanxi.sharing?.default === 'parent' || object.fields.some(({ type }) => type === 'masterDetail');
}

function checkGrantees(grantees: readonly Grantee[], place: PlaceInDocument, context: CheckContext): void {
  grantees.forEach((grantee, index) => {
    for (const [kind, name] of Object.entries(grantee) as readonly [string, string | true][]) {
      if (typeof name !== 'string') continue;
      checkNamed(kind === 'below' ? 'role' : (kind as 'role' | 'team' | 'queue'), name, [...place, index, kind], context);
    }
  });
}

const ofThePlatform: Wording = { en: 'Records of {object} are kept by the platform and are not shared by rules.', 'zh-TW': '{object} 記錄由平台維護，不能用規則共用。', 'zh-CN': '{object} 记录由平台维护，不能用规则共享。' };
const byParent: Wording = {
  en: 'Who sees a record of {object} is decided by the record it belongs to; make the rule for that one.',
  'zh-TW': '{object} 記錄的存取由其所屬的記錄決定；請為那個物件建立規則。',
  'zh-CN': '{object} 记录的访问由其所属的记录决定；请为那个对象建立规则。',
};
const noTerritory: Wording = { en: 'The queue "{queue}" has no territory of {object}.', 'zh-TW': '佇列「{queue}」沒有 {object} 的領域。', 'zh-CN': '队列“{queue}”没有 {object} 的区域。' };
const needless: Wording = {
  en: 'A lookup that decides is named for {object}, but its records decide for themselves. Leave "parent" out, or make the default "parent".',
  'zh-TW': '{object} 指定了決定存取的查閱欄位，但其記錄自行決定存取。請移除「parent」，或將預設值設為「parent」。',
  'zh-CN': '{object} 指定了决定访问的查找字段，但其记录自行决定访问。请移除“parent”，或将默认值设为“parent”。',
};
const whichParent: Wording = { en: 'Say with "parent" which lookup of {object} leads to the record that decides.', 'zh-TW': '請以「parent」指出 {object} 的哪個查閱欄位指向決定存取的記錄。', 'zh-CN': '请以“parent”指出 {object} 的哪个查找字段指向决定访问的记录。' };
const noLookup: Wording = { en: '{object}.{field} is no lookup to another object.', 'zh-TW': '{object}.{field} 不是指向其他物件的查閱欄位。', 'zh-CN': '{object}.{field} 不是指向其他对象的查找字段。' };
const circle: Wording = { en: 'The records that decide about {object} lead back to it, so that none would decide.', 'zh-TW': '決定 {object} 存取的記錄又指回它自己，因此沒有記錄能決定。', 'zh-CN': '决定 {object} 访问的记录又指回它自己，因此没有记录能决定。' };
