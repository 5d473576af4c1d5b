import type { Wording } from '@guanxi/field-types';

/** What somebody is told who may not do what they want. */
export const refusals = {
  signIn: { en: 'Please sign in.', 'zh-TW': '請先登入。', 'zh-CN': '请先登录。' },
  setup: {
    en: 'This belongs to Setup, which your permission sets do not include. Ask an admin of your organisation.',
    'zh-TW': '這屬於設定，而您的權限集不包含設定。請洽詢組織的管理員。',
    'zh-CN': '这属于设置，而您的权限集不包含设置。请咨询组织的管理员。',
  },
} satisfies Readonly<Record<string, Wording>>;
