import type { Wording } from '@guanxi/field-types';

/** What an account is called whose user was erased. */
export const erasedUser: Wording = { en: 'Erased user', 'zh-TW': '已清除的使用者', 'zh-CN': '已清除的用户' };

export const privacyFaults = {
  noPerson: { en: 'There is no such person. Look for them again.', 'zh-TW': '找不到這個人。請重新搜尋。', 'zh-CN': '找不到这个人。请重新搜索。' },
  noRequest: { en: 'There is no such request.', 'zh-TW': '沒有這項請求。', 'zh-CN': '没有这项请求。' },
  closed: { en: 'This request is closed already.', 'zh-TW': '這項請求已經結案。', 'zh-CN': '这项请求已经结案。' },
  notErasure: { en: 'This request asks for a copy of the data, not for its erasure. Open another one.', 'zh-TW': '這項請求是索取資料副本，而非清除資料。請另外建立請求。', 'zh-CN': '这项请求是索取数据副本，而非清除数据。请另外建立请求。' },
  confirmation: { en: 'Type "{name}" to confirm: what is erased cannot be brought back.', 'zh-TW': '請輸入「{name}」以確認：清除後無法復原。', 'zh-CN': '请输入“{name}”以确认：清除后无法恢复。' },
  short: { en: 'Type at least two characters of a name, e-mail address, phone number or customer number.', 'zh-TW': '請輸入姓名、電子郵件、電話或客戶編號的至少兩個字元。', 'zh-CN': '请输入姓名、电子邮件、电话或客户编号的至少两个字符。' },
  noDay: { en: 'Give the day as YYYY-MM-DD.', 'zh-TW': '請以 YYYY-MM-DD 填寫日期。', 'zh-CN': '请以 YYYY-MM-DD 填写日期。' },
  refusal: { en: 'Say why the request is refused: the person has a right to know.', 'zh-TW': '請說明拒絕的理由：當事人有權知道。', 'zh-CN': '请说明拒绝的理由：当事人有权知道。' },
  noRecord: { en: 'There is no such record.', 'zh-TW': '沒有這筆記錄。', 'zh-CN': '没有这条记录。' },
  stillActive: {
    en: 'This user can still sign in. Deactivate them first, under People, and hand over what is theirs.',
    'zh-TW': '這位使用者仍可登入。請先在「人員」中將其停用，並移交其名下的資料。',
    'zh-CN': '这位用户仍可登录。请先在“人员”中将其停用，并移交其名下的数据。',
  },
  mentions: { en: 'Choose at most 500 of the texts that were found, and at most 120 characters in the place of the name.', 'zh-TW': '請從找到的文字中選取至多 500 項，取代名稱的文字至多 120 字元。', 'zh-CN': '请从找到的文本中选取至多 500 项，替换名称的文字至多 120 字符。' },
  noHold: { en: 'There is no such hold.', 'zh-TW': '沒有這項法律保留。', 'zh-CN': '没有这项法律保留。' },
  lifted: { en: 'This hold was lifted already.', 'zh-TW': '這項法律保留已經解除。', 'zh-CN': '这项法律保留已经解除。' },
  holdReason: { en: 'Say in at most 2,000 characters why the record is held: whoever looks at it later has to know.', 'zh-TW': '請以 2,000 字元以內說明保留的理由：日後查看的人需要知道。', 'zh-CN': '请以 2,000 字符以内说明保留的理由：日后查看的人需要知道。' },
  held: {
    en: 'The record of this person is on legal hold, so nothing was erased. Lift the hold, or refuse the request and say why.',
    'zh-TW': '此人的記錄處於法律保留中，因此沒有清除任何資料。請解除法律保留，或拒絕請求並說明理由。',
    'zh-CN': '此人的记录处于法律保留中，因此没有清除任何数据。请解除法律保留，或拒绝请求并说明理由。',
  },
} satisfies Readonly<Record<string, Wording>>;
