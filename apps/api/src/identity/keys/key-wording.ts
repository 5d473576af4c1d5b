import type { Wording } from '@guanxi/field-types';

/** What is wrong with a key or with a client. */
export const keyFaults = {
  tooLong: { en: 'Keys of your organisation last {days} days at most. Choose an earlier end.', 'zh-TW': '貴組織的金鑰最長可用 {days} 天。請選擇較早的到期時間。', 'zh-CN': '贵组织的密钥最长可用 {days} 天。请选择较早的到期时间。' },
  peopleOnly: { en: 'A client has no keys of its own. Sign in to make one.', 'zh-TW': '用戶端沒有自己的金鑰。請登入後再建立。', 'zh-CN': '客户端没有自己的密钥。请登录后再创建。' },
  noClient: { en: 'There is no such client in your organisation.', 'zh-TW': '您的組織中沒有這個用戶端。', 'zh-CN': '您的组织中没有这个客户端。' },
  noSets: { en: 'Choose at least one permission set: without any the client could do nothing.', 'zh-TW': '請至少選擇一個權限集：沒有權限集的用戶端什麼都不能做。', 'zh-CN': '请至少选择一个权限集：没有权限集的客户端什么都不能做。' },
  place: {
    en: 'Where a client stands decides what it sees. Somebody who manages people or permissions has to give it its role and teams.',
    'zh-TW': '用戶端的位置決定它能看到的內容，其角色與團隊須由管理人員或權限的人指定。',
    'zh-CN': '客户端的位置决定它能看到的内容，其角色与团队须由管理人员或权限的人指定。',
  },
  publicKeys: { en: 'This is no set of public keys (JWKS): {"keys": [ … ]} with at least one EC, RSA or OKP key and nothing private.', 'zh-TW': '這不是公開金鑰集（JWKS）：{"keys": [ … ]}，至少含一個 EC、RSA 或 OKP 金鑰，且不得含私密部分。', 'zh-CN': '这不是公钥集（JWKS）：{"keys": [ … ]}，至少含一个 EC、RSA 或 OKP 密钥，且不得含私有部分。' },
} satisfies Readonly<Record<string, Wording>>;
