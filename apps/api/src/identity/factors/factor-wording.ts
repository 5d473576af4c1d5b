import type { Wording } from '@guanxi/field-types';

/** What is wrong with a second factor, or with how somebody wants to change theirs. */
export const factorFaults = {
  pageOnly: { en: 'Second factors are changed by people who are signed in, not with a key.', 'zh-TW': '第二驗證因素須由登入的本人變更，不能以金鑰變更。', 'zh-CN': '第二验证因素须由登录的本人更改，不能用密钥更改。' },
  confirm: { en: 'Enter your password to show that it is you.', 'zh-TW': '請輸入密碼以確認是您本人。', 'zh-CN': '请输入密码以确认是您本人。' },
  wrongPassword: { en: 'This is not your password.', 'zh-TW': '這不是您的密碼。', 'zh-CN': '这不是您的密码。' },
  wrongCode: { en: 'This code does not fit. Take the one that is shown now, and check the clock of your device.', 'zh-TW': '驗證碼不符。請輸入目前顯示的驗證碼，並檢查裝置的時間。', 'zh-CN': '验证码不符。请输入当前显示的验证码，并检查设备的时间。' },
  wrongRecovery: { en: 'This is none of your recovery codes, or it was used before.', 'zh-TW': '這不是您的復原碼，或已使用過。', 'zh-CN': '这不是您的恢复码，或已使用过。' },
  waiting: { en: 'Too many codes were wrong. Please wait {minutes} minutes, or use a passkey or a recovery code.', 'zh-TW': '驗證碼錯誤次數過多。請等待 {minutes} 分鐘，或改用通行金鑰或復原碼。', 'zh-CN': '验证码错误次数过多。请等待 {minutes} 分钟，或改用通行密钥或恢复码。' },
  notStarted: { en: 'Begin setting up the authenticator app first.', 'zh-TW': '請先開始設定驗證器應用程式。', 'zh-CN': '请先开始设置身份验证器应用。' },
  noFactor: { en: 'Recovery codes need an authenticator app or a passkey that they stand in for. Set up one of them first.', 'zh-TW': '復原碼用來代替驗證器應用程式或通行金鑰。請先設定其中一種。', 'zh-CN': '恢复码用来代替身份验证器应用或通行密钥。请先设置其中一种。' },
  required: { en: 'Your organisation asks for a second factor. Set up another one before you remove this one.', 'zh-TW': '您的組織要求第二驗證因素。請先設定另一種，再移除這一種。', 'zh-CN': '您的组织要求第二验证因素。请先设置另一种，再移除这一种。' },
  ticket: { en: 'This took too long. Please sign in again.', 'zh-TW': '等待時間過長。請重新登入。', 'zh-CN': '等待时间过长。请重新登录。' },
  passkey: { en: 'This passkey was not accepted. Try again, or choose another way.', 'zh-TW': '無法接受此通行金鑰。請再試一次，或選擇其他方式。', 'zh-CN': '无法接受此通行密钥。请重试，或选择其他方式。' },
  knownPasskey: { en: 'This passkey is set up already.', 'zh-TW': '此通行金鑰已設定。', 'zh-CN': '此通行密钥已设置。' },
  noPasskey: { en: 'You have no such passkey.', 'zh-TW': '您沒有這個通行金鑰。', 'zh-CN': '您没有这个通行密钥。' },
  passkeyName: { en: 'The name has to have from 1 to 100 characters.', 'zh-TW': '名稱須為 1 到 100 個字元。', 'zh-CN': '名称须为 1 到 100 个字符。' },
  mostPasskeys: { en: 'You have {limit} passkeys, which is as many as there can be. Remove one first.', 'zh-TW': '您已有 {limit} 個通行金鑰，達到上限。請先移除一個。', 'zh-CN': '您已有 {limit} 个通行密钥，达到上限。请先移除一个。' },
} satisfies Readonly<Record<string, Wording>>;

/** To somebody whose second factors an admin has removed. */
export const removedMail = {
  subject: { en: 'Your second factors were removed', 'zh-TW': '您的第二驗證因素已移除', 'zh-CN': '您的第二验证因素已移除' },
  body: {
    en: '{admin} has removed the second factors of your account at {org}: the authenticator app, passkeys and recovery codes.\n\nYou sign in with your password alone until you set them up again in Preferences → Security. If you did not ask for this, talk to your administrator at once.',
    'zh-TW': '{admin} 已移除您在 {org} 的第二驗證因素：驗證器應用程式、通行金鑰與復原碼。\n\n在您於「偏好設定 → 安全性」重新設定之前，登入只需要密碼。若這不是您的要求，請立即聯絡管理員。',
    'zh-CN': '{admin} 已移除您在 {org} 的第二验证因素：身份验证器应用、通行密钥与恢复码。\n\n在您于“偏好设置 → 安全性”重新设置之前，登录只需要密码。若这不是您的要求，请立即联系管理员。',
  },
} satisfies Readonly<Record<string, Wording>>;
