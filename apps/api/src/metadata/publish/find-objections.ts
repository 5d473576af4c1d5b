import { say, type Wording } from '@guanxi/field-types';
import type { Problem } from '@guanxi/metadata';
import type { RecordedChange } from '../../database/entities/revision-row.js';

/** Why a plan cannot be carried out as it stands: records in the way, and losses that nobody has agreed to. */
export function findObjections(changes: readonly RecordedChange[], consents: readonly string[], locale: string): readonly Problem[] {
  return changes.flatMap((change): readonly Problem[] => {
    const path = `/changes/${change.id}`;
    if (change.blocking) {
      return [{ path, code: 'blocked', message: say({ ...objections.blocked, words: { change: change.sentence, rows: String(change.rows) } }, locale), hint: say(objections.changeFirst, locale) }];
    }
    if (change.risk === 'destroying' && !consents.includes(change.id)) {
      return [{ path, code: 'consentNeeded', message: change.sentence, hint: say(objections.consent, locale) }];
    }
    return [];
  });
}

const objections = {
  blocked: { en: '{change} Records that do not fit: {rows}.', 'zh-TW': '{change}不符合的記錄：{rows} 筆。', 'zh-CN': '{change}不符合的记录：{rows} 条。' },
  changeFirst: { en: 'Change those records first, or take this change back.', 'zh-TW': '請先修改這些記錄，或取消這項變更。', 'zh-CN': '请先修改这些记录，或取消这项变更。' },
  consent: { en: 'Name this change in "consents" to agree to the loss.', 'zh-TW': '若同意失去這些資料，請在「consents」中列出這項變更。', 'zh-CN': '若同意失去这些数据，请在“consents”中列出这项变更。' },
} satisfies Readonly<Record<string, Wording>>;
