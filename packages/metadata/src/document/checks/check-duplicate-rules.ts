import { fieldType, type Wording } from '@guanxi/field-types';
import type { ObjectModel } from '../../model/model.js';
import { faultOf } from '../../problem.js';
import type { ObjectDocument } from '../documents.js';
import { findField, type CheckContext } from './check-context.js';
import { reportRepeated } from './check-rules.js';

/** Duplicate rules compare fields that records have, and only texts by their likeness. */
export function checkDuplicateRules(document: ObjectDocument, object: ObjectModel, context: CheckContext): void {
  const rules = document.guanxi.duplicates ?? [];
  reportRepeated(rules, ['guanxi', 'duplicates'], object, context);
  rules.forEach(({ match }, index) => {
    match.forEach(({ field: name, how }, position) => {
      const place = ['guanxi', 'duplicates', index, 'match', position];
      const field = findField(object, name, [...place, 'field'], context);
      if (!field) return;
      const words = { field: name, object: object.name, type: field.type };
      const kind = fieldType(field.value.type);
      if (field.storage !== 'column' && field.storage !== 'generated') context.report([...place, 'field'], faultOf('duplicate.storage', { ...notKept, words }));
      else if (kind.encrypted) context.report([...place, 'field'], faultOf('duplicate.encrypted', { ...secret, words }));
      else if (how === 'fuzzy' && (field.target !== undefined || (kind.formulaType !== 'text' && kind.text === undefined))) {
        context.report([...place, 'how'], faultOf('duplicate.fuzzy', { ...noText, words }, exactly));
      }
    });
  });
}

const notKept: Wording = {
  en: '"{field}" of {object} is not kept in the record, so it cannot tell duplicates.', 'zh-TW': '{object} 的「{field}」不存放在記錄中，無法用來判斷重複。', 'zh-CN': '{object} 的“{field}”不存放在记录中，无法用来判断重复。',
};
const secret: Wording = {
  en: '"{field}" of {object} is encrypted, so it cannot be compared.', 'zh-TW': '{object} 的「{field}」已加密，無法比較。', 'zh-CN': '{object} 的“{field}”已加密，无法比较。',
};
const noText: Wording = {
  en: '"{field}" of {object} is of kind "{type}"; only texts can be alike.', 'zh-TW': '{object} 的「{field}」是「{type}」；只有文字能比較相似度。', 'zh-CN': '{object} 的“{field}”是“{type}”；只有文本能比较相似度。',
};
const exactly: Wording = { en: 'Compare it exactly.', 'zh-TW': '請改為完全相符。', 'zh-CN': '请改为完全匹配。' };
