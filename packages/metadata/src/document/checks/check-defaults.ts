import { fieldType, type Wording } from '@guanxi/field-types';
import type { FieldModel, ObjectModel } from '../../model/model.js';
import { faultOf } from '../../problem.js';
import { checkValue } from '../check-shape.js';
import type { CheckContext } from './check-context.js';

/** What new records begin with: fixed values that fit, formulas where nothing is fixed, nothing where the platform makes the value. */
export function checkDefaults(object: ObjectModel, context: CheckContext): void {
  for (const field of object.fields) {
    if (field.system || field.memberOf !== undefined || field.conversion) continue;
    const place = ['properties', field.name];
    const words = { field: field.name, object: object.name };
    const hasFormula = field.property.guanxi['defaultFormula'] !== undefined;
    if (hasFormula && field.default !== undefined) context.report([...place, 'guanxi', 'defaultFormula'], faultOf('default.twice', { ...twice, words }));
    if (hasFormula && isMade(field)) context.report([...place, 'guanxi', 'defaultFormula'], faultOf('default.generated', { ...made, words }));
    if (field.default !== undefined) checkDefault(field, object, context);
    else if (field.required && !field.writable && !hasFormula) context.report(place, faultOf('field.unfillable', { ...unfillable, words }, takeBack));
  }
}

function checkDefault(field: FieldModel, object: ObjectModel, context: CheckContext): void {
  const place = ['properties', field.name, 'default'];
  const words = { field: field.name, object: object.name };
  if (isMade(field)) {
    context.report(place, faultOf('default.generated', { ...made, words }));
    return;
  }
  for (const problem of checkValue(field.default, fieldType(field.type).valueSchema(field.settings), '')) {
    const all = { ...words, value: JSON.stringify(field.default), problem: (locale: string) => problem.tell?.(locale).message ?? problem.message };
    const { hint } = problem;
    context.report(place, { ...faultOf('default.unfit', { ...unfit, words: all }), ...(hint === undefined ? {} : { hint }) });
  }
}

const isMade = ({ type, storage }: FieldModel): boolean => fieldType(type).generated !== undefined || (storage !== 'column' && storage !== 'members');

const made: Wording = {
  en: '"{field}" of {object} gets its values from the platform and cannot have a default.',
  'zh-TW': '{object} 的「{field}」由平台產生值，不能有預設值。',
  'zh-CN': '{object} 的“{field}”由平台生成值，不能有默认值。',
};
const twice: Wording = {
  en: '"{field}" of {object} has both a default and a formula for it; only one of them can be.',
  'zh-TW': '{object} 的「{field}」同時有預設值與預設公式；只能有其中一個。',
  'zh-CN': '{object} 的“{field}”同时有默认值与默认公式；只能有其中一个。',
};
const unfillable: Wording = {
  en: '"{field}" of {object} is required and read-only, so that no record could be made.',
  'zh-TW': '{object} 的「{field}」既是必填又是唯讀，無法建立任何記錄。',
  'zh-CN': '{object} 的“{field}”既是必填又是只读，无法创建任何记录。',
};
const takeBack: Wording = { en: 'Give it a default, or take one of the two back.', 'zh-TW': '請給它預設值，或取消其中一項。', 'zh-CN': '请给它默认值，或取消其中一项。' };
const unfit: Wording = {
  en: 'The default {value} does not fit the field "{field}" of {object}: {problem}',
  'zh-TW': '預設值 {value} 不適合 {object} 的欄位「{field}」：{problem}',
  'zh-CN': '默认值 {value} 不适合 {object} 的字段“{field}”：{problem}',
};
