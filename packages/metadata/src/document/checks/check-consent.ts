import { fieldType, type Wording } from '@guanxi/field-types';
import { listedValues, type ConsentLedger } from '../../model/consent-ledger.js';
import type { FieldModel, ObjectModel } from '../../model/model.js';
import { faultOf, type Fault } from '../../problem.js';
import type { ConsentKeyword, ObjectDocument } from '../documents.js';
import { findField, type CheckContext } from './check-context.js';
import { nearMissSentence } from '../near-miss.js';

/** What a field of the ledger must be, and which values the platform itself writes into it. */
const parts: Readonly<Record<keyof ConsentKeyword, { readonly types: readonly string[]; readonly values: readonly string[] }>> = {
  address: { types: ['email', 'text', 'phone'], values: [] },
  purpose: { types: ['picklist'], values: [] },
  channel: { types: ['picklist'], values: ['email'] },
  state: { types: ['picklist'], values: ['given', 'withdrawn'] },
  at: { types: ['dateTime'], values: [] },
};

/** An org has one ledger of consent, and the platform can read and write it. */
export function checkConsentOf(document: ObjectDocument, object: ObjectModel, context: CheckContext): void {
  const { consent } = document.guanxi;
  if (!consent) return;
  const names = Object.keys(parts) as (keyof ConsentKeyword)[];
  for (const part of names) checkPart(part, consent[part], object, context);
  const first = [...context.model.objectByName.values()].find((one) => one.document?.guanxi.consent);
  if (first && first.name !== object.name) context.report(['guanxi', 'consent'], faultOf('consent.twice', { ...twice, words: { object: object.name, other: first.name } }));
  const ledger = new Set<string>(Object.values(consent));
  for (const field of object.fields) {
    if (field.required && field.writable && !field.system && field.default === undefined && !field.defaultFormula && !ledger.has(field.name)) {
      context.report(['guanxi', 'consent'], faultOf('consent.required', { ...required, words: { field: field.name, object: object.name } }));
    }
  }
}

/** What is wrong with the purpose of a message; undefined where the ledger knows it. */
export function purposeFault(purpose: string, ledger: ConsentLedger | undefined): Fault | undefined {
  if (!ledger) return faultOf('consent.none', { ...noLedger, words: { purpose } });
  if (ledger.purposes.includes(purpose)) return undefined;
  return faultOf('consent.purpose', { ...noPurpose, words: { purpose, object: ledger.object.name } }, nearMissSentence(purpose, ledger.purposes));
}

function checkPart(part: keyof ConsentKeyword, name: string, object: ObjectModel, context: CheckContext): void {
  const place = ['guanxi', 'consent', part];
  const field = findField(object, name, place, context);
  if (!field) return;
  const { types, values } = parts[part];
  if (!isSuitable(field, types)) return context.report(place, faultOf('consent.field', { ...unsuitable, words: { field: name, object: object.name, types: types.join(', ') } }));
  const absent = values.filter((value) => !listedValues(field).includes(value));
  if (absent.length > 0) context.report(place, faultOf('consent.value', { ...noValue, words: { field: name, object: object.name, value: absent.join(', ') } }));
}

function isSuitable({ type, storage }: FieldModel, types: readonly string[]): boolean {
  return storage === 'column' && types.includes(type) && fieldType(type).encrypted !== true;
}

const unsuitable: Wording = {
  en: 'The ledger of consent cannot use "{field}" of {object}: take a field of type {types} that is stored and not encrypted.',
  'zh-TW': '同意紀錄無法使用 {object} 的「{field}」：請使用已儲存且未加密的 {types} 欄位。',
  'zh-CN': '同意记录无法使用 {object} 的“{field}”：请使用已存储且未加密的 {types} 字段。',
};
const noValue: Wording = {
  en: 'The picklist "{field}" of {object} lacks the value {value}, which the ledger of consent needs.',
  'zh-TW': '{object} 的選項清單「{field}」缺少同意紀錄所需的值 {value}。',
  'zh-CN': '{object} 的选项列表“{field}”缺少同意记录所需的值 {value}。',
};
const twice: Wording = {
  en: '{object} cannot be the ledger of consent: {other} is already. Remove "consent" from one of them.',
  'zh-TW': '{object} 無法作為同意紀錄：{other} 已經是了。請移除其中一個的「consent」。',
  'zh-CN': '{object} 无法作为同意记录：{other} 已经是了。请移除其中一个的“consent”。',
};
const required: Wording = {
  en: '"{field}" of {object} is required, but whoever withdraws consent on the page does not fill it: give it a default, or make it optional.',
  'zh-TW': '{object} 的「{field}」為必填，但在頁面上撤回同意的人不會填寫：請設定預設值，或改為選填。',
  'zh-CN': '{object} 的“{field}”为必填，但在页面上撤回同意的人不会填写：请设置默认值，或改为选填。',
};
const noLedger: Wording = {
  en: 'The purpose “{purpose}” needs a ledger of consent, and no object is one: install the consent app, or give an object of yours the keyword "consent".',
  'zh-TW': '目的「{purpose}」需要同意紀錄，但沒有任何物件是同意紀錄：請安裝同意應用程式，或為物件加上「consent」。',
  'zh-CN': '目的“{purpose}”需要同意记录，但没有任何对象是同意记录：请安装同意应用，或为对象加上“consent”。',
};
const noPurpose: Wording = {
  en: '{object} knows no purpose “{purpose}”.', 'zh-TW': '{object} 沒有目的「{purpose}」。', 'zh-CN': '{object} 没有目的“{purpose}”。',
};
