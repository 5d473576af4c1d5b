import type { Wording } from '@guanxi/field-types';
import { namesKeyword } from '../../model/keywords.js';
import type { FieldModel, ObjectModel, ThroughModel } from '../../model/model.js';
import { faultOf } from '../../problem.js';
import { findField, findObject, type CheckContext } from './check-context.js';

/** A detail record has as many masters as it can be reached from without losing its way. */
const MOST_MASTERS = 2;

/** What fields point to: targets that exist, masters, the object in between of a junction. */
export function checkReferences(object: ObjectModel, context: CheckContext): void {
  for (const field of object.fields) {
    if (field.system || field.memberOf !== undefined) continue;
    const at = ['properties', field.name, 'guanxi'];
    if (field.target !== undefined) findObject(field.target, [...at, 'target'], context);
    if (field.members) namesKeyword(field.property, 'targets').forEach((target, index) => findObject(target, [...at, 'targets', index], context));
    if (field.through) checkJunction(object, field, field.through, context);
    if (field.type === 'masterDetail' && field.target === object.name) {
      context.report([...at, 'target'], faultOf('masterDetail.itself', { ...ownMaster, words: { field: field.name, object: object.name } }));
    }
  }
  const masters = object.fields.filter(({ type }) => type === 'masterDetail');
  const tooMany = masters[MOST_MASTERS];
  if (tooMany) {
    context.report(['properties', tooMany.name], faultOf('masterDetail.tooMany', { ...manyMasters, words: { object: object.name, most: String(MOST_MASTERS) } }, makeLookup));
  }
  checkMasterCircle(object, context);
}

/** A detail of its own detail could never be made. */
function checkMasterCircle(object: ObjectModel, context: CheckContext): void {
  const follow = (name: string, trail: readonly string[]): readonly string[] | undefined => {
    if (trail.length > 1 && name === object.name) return [...trail, name];
    if (trail.includes(name)) return undefined;
    const masters = context.model.objectByName.get(name)?.fields.filter(({ type, target }) => type === 'masterDetail' && target !== name) ?? [];
    for (const { target } of masters) {
      const found = target === undefined ? undefined : follow(target, [...trail, name]);
      if (found) return found;
    }
    return undefined;
  };
  const circle = follow(object.name, []);
  const field = object.fields.find(({ type, target }) => type === 'masterDetail' && target === circle?.[1]);
  if (circle && field) context.report(['properties', field.name, 'guanxi', 'target'], faultOf('masterDetail.circle', { ...masterCircle, words: { circle: circle.join(' → ') } }));
}

function checkJunction(object: ObjectModel, field: FieldModel, through: ThroughModel, context: CheckContext): void {
  const at = ['properties', field.name, 'guanxi', 'through'];
  const between = findObject(through.object, [...at, 'object'], context);
  if (!between) return;
  const near = findField(between, through.near, [...at, 'near'], context);
  const far = findField(between, through.far, [...at, 'far'], context);
  if (near && near.target !== object.name) {
    context.report([...at, 'near'], faultOf('junction.near', { ...wrongNear, words: { between: between.name, near: near.name, object: object.name, target: near.target ?? '–' } }));
  }
  if (far && far.target === undefined) context.report([...at, 'far'], faultOf('junction.far', { ...wrongFar, words: { between: between.name, far: far.name } }));
  if (near && near === far) context.report([...at, 'far'], faultOf('junction.same', { ...sameLookup, words: { field: field.name, near: near.name } }));
}

const manyMasters: Wording = {
  en: '{object} has more than {most} master-detail fields.', 'zh-TW': '{object} 有超過 {most} 個主從欄位。', 'zh-CN': '{object} 有超过 {most} 个主从字段。',
};
const makeLookup: Wording = { en: 'Make a lookup of one of them.', 'zh-TW': '請把其中一個改為查閱欄位。', 'zh-CN': '请把其中一个改为查找字段。' };
const ownMaster: Wording = {
  en: '"{field}" makes {object} a detail of itself.', 'zh-TW': '「{field}」使 {object} 成為自己的從屬物件。', 'zh-CN': '“{field}”使 {object} 成为自己的从属对象。',
};
const masterCircle: Wording = {
  en: 'No record could ever be made: each of these objects is a detail of the next: {circle}.',
  'zh-TW': '無法建立任何記錄：這些物件互為主從：{circle}。',
  'zh-CN': '无法创建任何记录：这些对象互为主从：{circle}。',
};
const wrongNear: Wording = {
  en: '"{near}" of {between} must point to {object}, but points to {target}.',
  'zh-TW': '{between} 的「{near}」必須指向 {object}，但它指向 {target}。',
  'zh-CN': '{between} 的“{near}”必须指向 {object}，但它指向 {target}。',
};
const wrongFar: Wording = { en: '"{far}" of {between} is no lookup.', 'zh-TW': '{between} 的「{far}」不是查閱欄位。', 'zh-CN': '{between} 的“{far}”不是查找字段。' };
const sameLookup: Wording = {
  en: '"{field}" goes out and comes back by the same lookup "{near}".', 'zh-TW': '「{field}」的去程與回程是同一個查閱欄位「{near}」。', 'zh-CN': '“{field}”的去程与回程是同一个查找字段“{near}”。',
};
