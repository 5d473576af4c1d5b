import { countWord, say, type Wording } from '@guanxi/field-types';
import type { Problem } from '@guanxi/metadata';
import type { RecordedChange } from '../../database/entities/revision-row.js';

/** Why a plan cannot be carried out as it stands: records in the way, and losses that nobody has agreed to. */
export function findObjections(changes: readonly RecordedChange[], consents: readonly string[], locale: string): readonly Problem[] {
  return changes.flatMap((change): readonly Problem[] => {
    const path = `/changes/${change.id}`;
    if (change.blocking) {
      return [{ path, code: 'blocked', message: say({ ...objections.blocked, words: { change: change.sentence, rows: countWord(change.rows ?? 0) } }, locale), hint: say(objections.changeFirst, locale) }];
    }
    if (change.risk === 'destroying' && !consents.includes(change.id)) {
      return [{ path, code: 'consentNeeded', message: change.sentence, hint: say(objections.consent, locale) }];
    }
    return [];
  });
}

/** A record came in that does not fit, after all had been counted. */
export function recordInTheWay(locale: string): Problem {
  return { path: '', code: 'blocked', message: say(objections.cameIn, locale), hint: say(objections.changeFirst, locale) };
}

export function unstorable(changeId: string, locale: string): Problem {
  return { path: `/changes/${changeId}`, code: 'unstorable', message: say(objections.unstorable, locale), hint: say(objections.notStored, locale) };
}

const objections = {
  blocked: { en: '{change} Records that do not fit: {rows}.', 'zh-TW': '{change}不符合的記錄：{rows} 筆。', 'zh-CN': '{change}不符合的记录：{rows} 条。' },
  changeFirst: { en: 'Change those records first, or take this change back.', 'zh-TW': '請先修改這些記錄，或取消這項變更。', 'zh-CN': '请先修改这些记录，或取消这项变更。' },
  consent: { en: 'Name this change in "consents" to agree to the loss.', 'zh-TW': '若同意失去這些資料，請在「consents」中列出這項變更。', 'zh-CN': '若同意失去这些数据，请在“consents”中列出这项变更。' },
  cameIn: { en: 'A record that does not fit was saved while this was being published. Nothing was published.', 'zh-TW': '發佈期間儲存了不符合的記錄，尚未發佈任何內容。', 'zh-CN': '发布期间保存了不符合的记录，尚未发布任何内容。' },
  unstorable: { en: 'What this formula comes to can change without its record, so it cannot be stored.', 'zh-TW': '此公式的結果可能在記錄未變動時改變，因此無法儲存。', 'zh-CN': '此公式的结果可能在记录未变动时改变，因此无法存储。' },
  notStored: { en: 'Take "stored" away; then it is worked out whenever it is read.', 'zh-TW': '請移除「stored」，改為讀取時計算。', 'zh-CN': '请移除“stored”，改为读取时计算。' },
} satisfies Readonly<Record<string, Wording>>;
