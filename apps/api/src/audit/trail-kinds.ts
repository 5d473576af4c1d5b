import type { Wording } from '@guanxi/field-types';

/** How kinds of entries are told apart when somebody looks for some of them. */
export type TrailGroup = 'signIn' | 'people' | 'access' | 'keys' | 'documents' | 'exchange' | 'reading' | 'settings';

/**
 * Every kind of entry, and its sentence. `{subject}` is the name of what it is about; other words come from the entry's
 * detail by the same name: `{object}`, `{fields}`, `{count}`, `{method}`, `{role}` …. A word that an entry has not is left out.
 */
export const trailKinds = {
  signedIn: { group: 'signIn', en: 'Signed in', 'zh-TW': '登入', 'zh-CN': '登录' },
  signInFailed: { group: 'signIn', en: 'Signing in as {subject} failed', 'zh-TW': '以 {subject} 登入失敗', 'zh-CN': '以 {subject} 登录失败' },
  signInLocked: { group: 'signIn', en: 'Signing in as {subject} was held back after too many attempts', 'zh-TW': '嘗試次數過多，{subject} 的登入已暫緩', 'zh-CN': '尝试次数过多，{subject} 的登录已暂缓' },
  signedOut: { group: 'signIn', en: 'Signed out', 'zh-TW': '登出', 'zh-CN': '退出登录' },
  sessionEnded: { group: 'signIn', en: 'Ended a session of {subject}', 'zh-TW': '結束了 {subject} 的工作階段', 'zh-CN': '结束了 {subject} 的会话' },
  passwordChanged: { group: 'signIn', en: 'Changed the password of {subject}', 'zh-TW': '變更了 {subject} 的密碼', 'zh-CN': '更改了 {subject} 的密码' },
  passwordReset: { group: 'signIn', en: '{subject} set a new password by e-mail', 'zh-TW': '{subject} 透過電子郵件重設了密碼', 'zh-CN': '{subject} 通过电子邮件重设了密码' },
  resetAsked: { group: 'signIn', en: 'A new password was asked for {subject}', 'zh-TW': '有人為 {subject} 申請重設密碼', 'zh-CN': '有人为 {subject} 申请重设密码' },
  factorAdded: { group: 'signIn', en: 'Set up a second factor for {subject}', 'zh-TW': '為 {subject} 設定了第二驗證因素', 'zh-CN': '为 {subject} 设置了第二验证因素' },
  factorRemoved: { group: 'signIn', en: 'Removed a second factor of {subject}', 'zh-TW': '移除了 {subject} 的第二驗證因素', 'zh-CN': '移除了 {subject} 的第二验证因素' },
  recoveryCodesMade: { group: 'signIn', en: 'Made new recovery codes for {subject}', 'zh-TW': '為 {subject} 產生了新的復原碼', 'zh-CN': '为 {subject} 生成了新的恢复码' },
  passkeyAdded: { group: 'signIn', en: 'Added the passkey {subject}', 'zh-TW': '新增了通行金鑰 {subject}', 'zh-CN': '添加了通行密钥 {subject}' },
  passkeyRemoved: { group: 'signIn', en: 'Removed the passkey {subject}', 'zh-TW': '移除了通行金鑰 {subject}', 'zh-CN': '移除了通行密钥 {subject}' },

  invited: { group: 'people', en: 'Invited {subject}', 'zh-TW': '邀請了 {subject}', 'zh-CN': '邀请了 {subject}' },
  invitationAccepted: { group: 'people', en: '{subject} accepted the invitation', 'zh-TW': '{subject} 接受了邀請', 'zh-CN': '{subject} 接受了邀请' },
  userCreated: { group: 'people', en: 'Added the user {subject}', 'zh-TW': '新增了使用者 {subject}', 'zh-CN': '添加了用户 {subject}' },
  userChanged: { group: 'people', en: 'Changed the user {subject}', 'zh-TW': '變更了使用者 {subject}', 'zh-CN': '更改了用户 {subject}' },
  userDeactivated: { group: 'people', en: 'Deactivated {subject}', 'zh-TW': '停用了 {subject}', 'zh-CN': '停用了 {subject}' },
  personFound: { group: 'reading', en: 'Looked at everything that is kept about a person', 'zh-TW': '查看了某人的所有資料', 'zh-CN': '查看了某人的所有数据' },
  personExported: { group: 'exchange', en: 'Exported everything that is kept about a person', 'zh-TW': '匯出了某人的所有資料', 'zh-CN': '导出了某人的所有数据' },
  privacyRequest: { group: 'people', en: 'Changed a privacy request', 'zh-TW': '變更了隱私權請求', 'zh-CN': '更改了隐私请求' },
  erased: { group: 'people', en: 'Erased what was kept about a person', 'zh-TW': '清除了某人的資料', 'zh-CN': '清除了某人的数据' },
  retentionOn: { group: 'settings', en: 'Switched on the retention rule {subject}, with {count} records to deal with', 'zh-TW': '啟用了保存規則 {subject}，當時有 {count} 筆記錄到期', 'zh-CN': '启用了保留规则 {subject}，当时有 {count} 条记录到期' },
  retentionOff: { group: 'settings', en: 'Switched off the retention rule {subject}', 'zh-TW': '停用了保存規則 {subject}', 'zh-CN': '停用了保留规则 {subject}' },
  retentionRun: { group: 'people', en: 'The retention rule {subject} dealt with {count} records of {object} and left {kept}', 'zh-TW': '保存規則 {subject} 處理了 {object} 的 {count} 筆記錄，保留 {kept} 筆', 'zh-CN': '保留规则 {subject} 处理了 {object} 的 {count} 条记录，保留 {kept} 条' },
  mentionsReplaced: { group: 'people', en: 'Replaced the name of a person in {count} texts', 'zh-TW': '在 {count} 筆文字中取代了某人的名稱', 'zh-CN': '在 {count} 条文本中替换了某人的名称' },
  holdPlaced: { group: 'people', en: 'Placed a record on hold', 'zh-TW': '將一筆記錄列入法律保留', 'zh-CN': '将一条记录列入法律保留' },
  holdLifted: { group: 'people', en: 'Lifted the hold on a record', 'zh-TW': '解除了一筆記錄的法律保留', 'zh-CN': '解除了一条记录的法律保留' },

  rightsChanged: { group: 'access', en: 'Changed the rights of {subject}', 'zh-TW': '變更了 {subject} 的權限', 'zh-CN': '更改了 {subject} 的权限' },
  roleAssigned: { group: 'access', en: 'Changed the role of {subject}', 'zh-TW': '變更了 {subject} 的角色', 'zh-CN': '更改了 {subject} 的角色' },
  teamChanged: { group: 'access', en: 'Changed the team {subject}', 'zh-TW': '變更了團隊 {subject}', 'zh-CN': '更改了团队 {subject}' },
  recordShared: { group: 'access', en: 'Shared {subject}', 'zh-TW': '共用了 {subject}', 'zh-CN': '共享了 {subject}' },
  shareEnded: { group: 'access', en: 'Stopped sharing {subject}', 'zh-TW': '停止共用 {subject}', 'zh-CN': '停止共享 {subject}' },

  keyMade: { group: 'keys', en: 'Made the API key {subject}', 'zh-TW': '建立了 API 金鑰 {subject}', 'zh-CN': '创建了 API 密钥 {subject}' },
  keyRotated: { group: 'keys', en: 'Rotated the API key {subject}', 'zh-TW': '輪替了 API 金鑰 {subject}', 'zh-CN': '轮换了 API 密钥 {subject}' },
  keyRevoked: { group: 'keys', en: 'Revoked the API key {subject}', 'zh-TW': '撤銷了 API 金鑰 {subject}', 'zh-CN': '吊销了 API 密钥 {subject}' },
  clientMade: { group: 'keys', en: 'Made the client {subject}', 'zh-TW': '建立了用戶端 {subject}', 'zh-CN': '创建了客户端 {subject}' },
  clientRotated: { group: 'keys', en: 'Rotated the secret of the client {subject}', 'zh-TW': '輪替了用戶端 {subject} 的密鑰', 'zh-CN': '轮换了客户端 {subject} 的密钥' },
  clientRemoved: { group: 'keys', en: 'Removed the client {subject}', 'zh-TW': '移除了用戶端 {subject}', 'zh-CN': '移除了客户端 {subject}' },
  encryptionKeyChanged: { group: 'keys', en: 'Encrypted what is kept with a new key', 'zh-TW': '以新的金鑰重新加密', 'zh-CN': '以新的密钥重新加密' },

  published: { group: 'documents', en: 'Published revision {revision}: {documents}', 'zh-TW': '發佈了修訂版 {revision}：{documents}', 'zh-CN': '发布了修订版 {revision}：{documents}' },
  sandboxMade: { group: 'documents', en: 'Made the sandbox {subject}', 'zh-TW': '建立了沙箱 {subject}', 'zh-CN': '创建了沙盒 {subject}' },
  sandboxRemoved: { group: 'documents', en: 'Removed the sandbox {subject}', 'zh-TW': '移除了沙箱 {subject}', 'zh-CN': '移除了沙盒 {subject}' },

  exported: { group: 'exchange', en: 'Exported {subject}', 'zh-TW': '匯出了 {subject}', 'zh-CN': '导出了 {subject}' },
  importRun: { group: 'exchange', en: 'Imported {subject}', 'zh-TW': '匯入了 {subject}', 'zh-CN': '导入了 {subject}' },
  backupMade: { group: 'exchange', en: 'Made a backup', 'zh-TW': '建立了備份', 'zh-CN': '创建了备份' },
  restored: { group: 'exchange', en: 'Restored a backup', 'zh-TW': '還原了備份', 'zh-CN': '还原了备份' },
  webhookChanged: { group: 'exchange', en: 'Changed the webhook {subject}', 'zh-TW': '變更了 Webhook {subject}', 'zh-CN': '更改了 Webhook {subject}' },

  sensitiveRead: { group: 'reading', en: 'Read sensitive fields of {object}: {fields} ({count})', 'zh-TW': '讀取了{object}的敏感欄位：{fields}（{count} 筆）', 'zh-CN': '读取了{object}的敏感字段：{fields}（{count} 条）' },

  providerChanged: { group: 'settings', en: 'Changed the identity provider {subject}', 'zh-TW': '變更了身分提供者 {subject}', 'zh-CN': '更改了身份提供商 {subject}' },
  policyChanged: { group: 'settings', en: 'Changed how people sign in', 'zh-TW': '變更了登入規則', 'zh-CN': '更改了登录规则' },
  settingsChanged: { group: 'settings', en: 'Changed the setting {subject}', 'zh-TW': '變更了設定 {subject}', 'zh-CN': '更改了设置 {subject}' },
  trailExported: { group: 'settings', en: 'Exported the audit trail', 'zh-TW': '匯出了稽核軌跡', 'zh-CN': '导出了审计轨迹' },
  trailVerified: { group: 'settings', en: 'Verified the audit trail', 'zh-TW': '驗證了稽核軌跡', 'zh-CN': '验证了审计轨迹' },
  trailCut: { group: 'settings', en: 'Removed entries of the audit trail that were older than is kept', 'zh-TW': '移除了超過保存期限的稽核紀錄', 'zh-CN': '移除了超过保存期限的审计记录' },
} as const satisfies Record<string, Wording & { readonly group: TrailGroup }>;

export type TrailKind = keyof typeof trailKinds;

export function isTrailKind(text: string): text is TrailKind {
  return Object.hasOwn(trailKinds, text);
}
