import { fieldType, type Wording } from '@guanxi/field-types';
import type { FieldModel, ObjectModel } from '../../model/model.js';
import { faultOf } from '../../problem.js';
import type { ObjectDocument } from '../documents.js';
import { findField, type CheckContext } from './check-context.js';

/** People are known by texts that their records keep and that can be looked for. */
export function checkPerson(document: ObjectDocument, object: ObjectModel, context: CheckContext): void {
  (document.guanxi.person ?? []).forEach((name, index) => {
    const place = ['guanxi', 'person', index];
    const field = findField(object, name, place, context);
    if (field && !tellsPeopleApart(field)) context.report(place, faultOf('person.field', { ...unsuitable, words: { field: name, object: object.name } }));
  });
}

/** Whether people can be known by values of the field. */
export function tellsPeopleApart({ type, storage, target }: FieldModel): boolean {
  const kind = fieldType(type);
  return (storage === 'column' || storage === 'generated') && target === undefined && kind.encrypted !== true && ['text', 'email', 'phone', 'personName', 'autoNumber', 'url'].includes(type);
}

const unsuitable: Wording = {
  en: 'People cannot be known by "{field}" of {object}: take a text, name, e-mail address, phone number or automatic number that is not encrypted.',
  'zh-TW': '無法以 {object} 的「{field}」辨識個人：請使用未加密的文字、姓名、電子郵件、電話或自動編號欄位。',
  'zh-CN': '无法以 {object} 的“{field}”识别个人：请使用未加密的文本、姓名、电子邮件、电话或自动编号字段。',
};
