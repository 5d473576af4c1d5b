import type { Wording } from '@guanxi/field-types';

/** What somebody's account is told of; each is also a line of the audit trail. */
export type CredentialChange = 'passwordSet' | 'factorAdded' | 'factorRemoved' | 'passkeyAdded' | 'passkeyRemoved' | 'recoveryCodesMade' | 'emailChanged' | 'newDevice';

const changes: Readonly<Record<CredentialChange, Wording>> = {
  passwordSet: { en: 'An admin has set a new password', 'zh-TW': '管理員設定了新密碼', 'zh-CN': '管理员设置了新密码' },
  factorAdded: { en: 'An authenticator app was added', 'zh-TW': '已新增驗證器應用程式', 'zh-CN': '已添加身份验证器应用' },
  factorRemoved: { en: 'The authenticator app was removed', 'zh-TW': '已移除驗證器應用程式', 'zh-CN': '已移除身份验证器应用' },
  passkeyAdded: { en: 'A passkey was added', 'zh-TW': '已新增通行金鑰', 'zh-CN': '已添加通行密钥' },
  passkeyRemoved: { en: 'A passkey was removed', 'zh-TW': '已移除通行金鑰', 'zh-CN': '已移除通行密钥' },
  recoveryCodesMade: { en: 'New recovery codes were made', 'zh-TW': '已產生新的復原碼', 'zh-CN': '已生成新的恢复码' },
  emailChanged: { en: 'The e-mail address of your account was changed', 'zh-TW': '您帳號的電子郵件地址已變更', 'zh-CN': '您账号的电子邮件地址已更改' },
  newDevice: { en: 'A sign-in from a device that is new', 'zh-TW': '有新裝置登入', 'zh-CN': '有新设备登录' },
};

const body: Wording = {
  en: 'This is about the account {{ email }} at {{ org }}.\n\nAddress: {{ address }}\n\nIf it was you, there is nothing to do. If it was not you, change your password, end the sessions that you do not know, and tell an admin of {{ org }} at once.',
  'zh-TW': '這是關於您在 {{ org }} 的帳號 {{ email }}。\n\n位址：{{ address }}\n\n若是您本人，不必做任何事。若不是您本人，請變更密碼、結束您不認得的工作階段，並立即告知 {{ org }} 的管理員。',
  'zh-CN': '这是关于您在 {{ org }} 的账号 {{ email }}。\n\n地址：{{ address }}\n\n若是您本人，无需做任何事。若不是您本人，请更改密码、结束您不认得的会话，并立即告知 {{ org }} 的管理员。',
};

/** Words in double braces are filled in. */
export function credentialMail(change: CredentialChange): { readonly subject: Wording; readonly body: Wording } {
  const subject = changes[change];
  const under = (language: keyof Wording & string) => `# ${subject[language] ?? subject.en}\n\n${body[language] ?? body.en}`;
  return { subject, body: { en: under('en'), 'zh-TW': under('zh-TW'), 'zh-CN': under('zh-CN') } };
}
