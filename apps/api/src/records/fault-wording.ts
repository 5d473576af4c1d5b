import type { Wording } from '@guanxi/field-types';

/** What is wrong with a record that somebody wants to write. */
export const faults = {
  required: { en: '{field} is required.', 'zh-TW': '{field}為必填。', 'zh-CN': '{field}为必填。' },
  said: { en: '{field}: {said}', 'zh-TW': '{field}：{said}', 'zh-CN': '{field}：{said}' },
  unknownField: { en: '{object} has no field "{name}".', 'zh-TW': '{object}沒有「{name}」這個欄位。', 'zh-CN': '{object}没有“{name}”这个字段。' },
  readOnly: { en: 'You may not write {field}.', 'zh-TW': '您沒有填寫{field}的權限。', 'zh-CN': '您没有填写{field}的权限。' },
  noRecord: { en: 'There is no {object} with the id {id}.', 'zh-TW': '沒有 ID 為 {id} 的{object}。', 'zh-CN': '没有 ID 为 {id} 的{object}。' },
  noObject: { en: 'There is no object "{name}".', 'zh-TW': '沒有「{name}」這個物件。', 'zh-CN': '没有“{name}”这个对象。' },
  mayNotCreate: { en: 'You may not create any {object}.', 'zh-TW': '您沒有建立{object}的權限。', 'zh-CN': '您没有创建{object}的权限。' },
  mayNotChange: { en: 'You may not change any {object}.', 'zh-TW': '您沒有變更{object}的權限。', 'zh-CN': '您没有更改{object}的权限。' },
  mayNotDelete: { en: 'You may not delete or restore any {object}.', 'zh-TW': '您沒有刪除或還原{object}的權限。', 'zh-CN': '您没有删除或恢复{object}的权限。' },
  hiddenField: {
    en: 'A field that you may not read stands in the way. Ask an admin of your organisation.',
    'zh-TW': '有您無法讀取的欄位導致無法儲存。請洽詢組織的管理員。',
    'zh-CN': '有您无法读取的字段导致无法保存。请咨询组织的管理员。',
  },
  mayOnlySee: { en: 'You may see the {object} {id}, but not change it.', 'zh-TW': '您可以查看這筆{object}（{id}），但不能變更。', 'zh-CN': '您可以查看这条{object}（{id}），但不能更改。' },
  changedTwice: { en: 'The {object} {id} is changed twice in one list.', 'zh-TW': '同一份清單中，{object} {id} 出現了兩次變更。', 'zh-CN': '同一份列表中，{object} {id} 出现了两次更改。' },
  conflict: {
    en: 'The {object} was changed by somebody else meanwhile: it has version {version} now.',
    'zh-TW': '其他人剛才變更了這筆{object}：現在是第 {version} 版。',
    'zh-CN': '其他人刚才更改了这条{object}：现在是第 {version} 版。',
  },
  locked: {
    en: 'This {object} is locked while the approval “{approval}” is open.',
    'zh-TW': '簽核「{approval}」進行期間，這筆{object}已鎖定。',
    'zh-CN': '审批“{approval}”进行期间，这条{object}已锁定。',
  },
  unlock: {
    en: 'It can be changed once the approval is decided, or when whoever asked for it takes it back.',
    'zh-TW': '簽核完成，或由提出的人撤回之後，即可變更。',
    'zh-CN': '审批完成，或由提出的人撤回之后，即可更改。',
  },
  readAgain: { en: 'Read the record again and lay your change over it.', 'zh-TW': '請重新讀取記錄，再套用您的變更。', 'zh-CN': '请重新读取记录，再应用您的更改。' },
  noReference: { en: '{field}: there is no {target} with the id {value}.', 'zh-TW': '{field}：沒有 ID 為 {value} 的{target}。', 'zh-CN': '{field}：没有 ID 为 {value} 的{target}。' },
  noReferenceByKey: {
    en: '{field}: there is no {target} with the {key} "{value}".',
    'zh-TW': '{field}：沒有{key}為「{value}」的{target}。',
    'zh-CN': '{field}：没有{key}为“{value}”的{target}。',
  },
  converted: { en: 'This {object} has been converted already.', 'zh-TW': '這筆{object}已經轉換過了。', 'zh-CN': '这条{object}已经转换过了。' },
  unreadable: {
    en: '{field} follows from {read} of {object}, which you may not read.',
    'zh-TW': '{field}取自{object}的{read}，但您沒有讀取的權限。',
    'zh-CN': '{field}取自{object}的{read}，但您没有读取的权限。',
  },
  notInList: { en: 'The {object} {id} is not in this list.', 'zh-TW': '{object} {id} 不在這個清單中。', 'zh-CN': '{object} {id} 不在此列表中。' },
  notUnique: { en: 'Another {object} already has the {field} "{value}".', 'zh-TW': '已有其他{object}的{field}是「{value}」。', 'zh-CN': '已有其他{object}的{field}是“{value}”。' },
  notAnImage: { en: '{field}: this file is no picture.', 'zh-TW': '{field}：這個檔案不是圖片。', 'zh-CN': '{field}：此文件不是图片。' },
  requiredHere: { en: '{field} is required here.', 'zh-TW': '此情況下{field}為必填。', 'zh-CN': '此情况下{field}为必填。' },
  lockedHere: { en: '{field} cannot be changed here.', 'zh-TW': '此情況下不能變更{field}。', 'zh-CN': '此情况下不能更改{field}。' },
  filtered: {
    en: '{field}: this {target} cannot be chosen here.',
    'zh-TW': '{field}：這裡不能選擇這筆{target}。',
    'zh-CN': '{field}：这里不能选择这条{target}。',
  },
  staysWithMaster: {
    en: '{field}: the {object} stays with the {target} that it was made for.',
    'zh-TW': '{field}：這筆{object}不能移到另一筆{target}。',
    'zh-CN': '{field}：这条{object}不能移到另一条{target}。',
  },
  notOfferedHere: {
    en: '{field}: "{value}" does not go with the other values.',
    'zh-TW': '{field}：「{value}」與其他值不相符。',
    'zh-CN': '{field}：“{value}”与其他值不相符。',
  },
  noLongerOffered: {
    en: '{field}: "{value}" is no longer offered.',
    'zh-TW': '{field}：「{value}」已停用。',
    'zh-CN': '{field}：“{value}”已停用。',
  },
  notOfType: {
    en: '{field}: "{value}" is not offered to you for this record type.',
    'zh-TW': '{field}：這個記錄類型不提供「{value}」。',
    'zh-CN': '{field}：此记录类型不提供“{value}”。',
  },
  restricted: {
    en: 'The {object} cannot be deleted: {others} point to it ({count}).',
    'zh-TW': '無法刪除這筆{object}：仍有{others}指向它（{count} 筆）。',
    'zh-CN': '无法删除这条{object}：仍有{others}指向它（{count} 条）。',
  },
  unhook: { en: 'Delete these {others} first, or let them point elsewhere.', 'zh-TW': '請先刪除這些{others}，或讓它們指向別處。', 'zh-CN': '请先删除这些{others}，或让它们指向别处。' },
  mayNotMerge: {
    en: 'To merge, you must be allowed to change and to delete {object}.',
    'zh-TW': '合併需要同時有變更與刪除{object}的權限。',
    'zh-CN': '合并需要同时有更改与删除{object}的权限。',
  },
  mergeOthers: {
    en: 'Name one {object} that stays, and 1 to {most} others that become part of it, by their ids.',
    'zh-TW': '請以 ID 指定一筆要保留的{object}，以及 1 到 {most} 筆要併入的其他記錄。',
    'zh-CN': '请以 ID 指定一条要保留的{object}，以及 1 到 {most} 条要并入的其他记录。',
  },
  oneOnly: {
    en: 'Several {object} point to these records, but {field} takes each record only once.',
    'zh-TW': '有多筆{object}指向這些記錄，但{field}中每筆記錄只能出現一次。',
    'zh-CN': '有多条{object}指向这些记录，但{field}中每条记录只能出现一次。',
  },
  duplicatesNamed: {
    en: 'There are similar {others} already ({count}): {names}.',
    'zh-TW': '已有類似的{others}（{count} 筆）：{names}。',
    'zh-CN': '已有类似的{others}（{count} 条）：{names}。',
  },
  duplicates: { en: 'There are similar {others} already ({count}).', 'zh-TW': '已有類似的{others}（{count} 筆）。', 'zh-CN': '已有类似的{others}（{count} 条）。' },
  twin: { en: 'Row {row} of the same list is a similar {object}.', 'zh-TW': '同一份清單的第 {row} 列是類似的{object}。', 'zh-CN': '同一份列表的第 {row} 行是类似的{object}。' },
  saveAnyway: { en: 'If it is another {object} all the same, save with allowDuplicates.', 'zh-TW': '若確實是另一筆{object}，請以 allowDuplicates 儲存。', 'zh-CN': '若确实是另一条{object}，请以 allowDuplicates 保存。' },
  listOfIds: {
    en: '"{name}" takes lists of ids: { "add": [], "remove": [] }.',
    'zh-TW': '「{name}」需要 ID 清單：{ "add": [], "remove": [] }。',
    'zh-CN': '“{name}”需要 ID 列表：{ "add": [], "remove": [] }。',
  },
  unfit: {
    en: '{field}: a workflow that runs before the save gives it a value that it does not take.',
    'zh-TW': '{field}：儲存前執行的工作流程給了它不接受的值。',
    'zh-CN': '{field}：保存前运行的工作流给了它不接受的值。',
  },
  record: { en: 'record', 'zh-TW': '記錄', 'zh-CN': '记录' },
} satisfies Readonly<Record<string, Wording>>;

/** What a value breaks, by the keyword of JSON Schema; `{limit}` is what the keyword says. */
export const rules: Readonly<Record<string, Wording>> = {
  maxLength: { en: '{field} may have at most {limit} characters: {value}.', 'zh-TW': '{field}最多 {limit} 個字元：{value}。', 'zh-CN': '{field}最多 {limit} 个字符：{value}。' },
  minLength: { en: '{field} must have at least {limit} characters: {value}.', 'zh-TW': '{field}至少要有 {limit} 個字元：{value}。', 'zh-CN': '{field}至少要有 {limit} 个字符：{value}。' },
  minimum: { en: '{field} must be at least {limit}: {value}.', 'zh-TW': '{field}不可小於 {limit}：{value}。', 'zh-CN': '{field}不能小于 {limit}：{value}。' },
  maximum: { en: '{field} must be at most {limit}: {value}.', 'zh-TW': '{field}不可大於 {limit}：{value}。', 'zh-CN': '{field}不能大于 {limit}：{value}。' },
  type: { en: '{field} must be of the type {limit}: {value}.', 'zh-TW': '{field}的類型必須是 {limit}：{value}。', 'zh-CN': '{field}的类型必须是 {limit}：{value}。' },
  enum: { en: '{field} must be one of {limit}: {value}.', 'zh-TW': '{field}必須是 {limit} 其中之一：{value}。', 'zh-CN': '{field}必须是 {limit} 其中之一：{value}。' },
};

export const otherRule: Wording = { en: '{field} is not of the right form: {value}.', 'zh-TW': '{field}的格式不正確：{value}。', 'zh-CN': '{field}的格式不正确：{value}。' };
