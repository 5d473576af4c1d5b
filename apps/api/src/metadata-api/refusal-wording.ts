import type { Wording } from '@guanxi/field-types';

/** What somebody is told who may not do what they want. */
export const refusals = {
  signIn: { en: 'Please sign in.', 'zh-TW': '請先登入。', 'zh-CN': '请先登录。' },
  wentWrong: {
    en: 'Something went wrong on our side. Please tell your admin this reference: {reference}.',
    'zh-TW': '系統發生問題。請將這個參考編號告訴管理員：{reference}。',
    'zh-CN': '系统发生问题。请将这个参考编号告诉管理员：{reference}。',
  },
  wrongForm: {
    en: 'A value of the request is not of the form that its place asks for.',
    'zh-TW': '請求中有一個值的格式不符合要求。',
    'zh-CN': '请求中有一个值的格式不符合要求。',
  },
  tooLong: {
    en: 'The operation took too long and was stopped. Ask for less at a time, or filter by a field that has an index.',
    'zh-TW': '這項操作耗時過久，已經停止。請縮小範圍，或以有索引的欄位篩選。',
    'zh-CN': '这项操作耗时过久，已经停止。请缩小范围，或按有索引的字段筛选。',
  },
} satisfies Readonly<Record<string, Wording>>;
