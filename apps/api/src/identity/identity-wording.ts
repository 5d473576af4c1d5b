import type { Wording } from '@guanxi/field-types';

/** What is wrong with an account, a password or a key. */
export const accountFaults = {
  taken: {
    en: '{email} already signs in here. Each person needs an e-mail address of their own.',
    'zh-TW': '已有人以 {email} 登入。每位使用者都需要自己的電子郵件地址。',
    'zh-CN': '已有人用 {email} 登录。每位用户都需要自己的电子邮件地址。',
  },
  noUser: { en: 'There is no such user in your organisation.', 'zh-TW': '您的組織中沒有這位使用者。', 'zh-CN': '您的组织中没有这位用户。' },
  inSandbox: { en: 'People are managed in the org itself, not in its sandboxes.', 'zh-TW': '使用者在正式組織中管理，不在沙箱中管理。', 'zh-CN': '用户在正式组织中管理，不在沙盒中管理。' },
  partnerAdmin: {
    en: '{name} belongs to a partner and cannot be an admin, who sees everything. Make {name} internal first.',
    'zh-TW': '{name} 是合作夥伴，不能成為能看到所有內容的管理員。請先將 {name} 改為內部人員。',
    'zh-CN': '{name} 是合作伙伴，不能成为能看到所有内容的管理员。请先将 {name} 改为内部人员。',
  },
  lastAdmin: {
    en: '{name} is the only active admin: nobody could open Setup any more. Make somebody else an admin first.',
    'zh-TW': '{name} 是唯一啟用中的管理員，這樣就沒有人能開啟設定了。請先指定另一位管理員。',
    'zh-CN': '{name} 是唯一启用中的管理员，这样就没有人能打开设置了。请先指定另一位管理员。',
  },
  limitedKey: { en: 'A key that is limited to permission sets may not change keys. Sign in to do it.', 'zh-TW': '受限於權限集的金鑰不能變更金鑰。請登入後再操作。', 'zh-CN': '受限于权限集的密钥不能更改密钥。请登录后再操作。' },
  name: { en: 'The name has to have from 1 to 200 characters.', 'zh-TW': '名稱須為 1 到 200 個字元。', 'zh-CN': '名称须为 1 到 200 个字符。' },
  email: { en: '"{email}" is not an e-mail address.', 'zh-TW': '「{email}」不是電子郵件地址。', 'zh-CN': '“{email}”不是电子邮件地址。' },
  noSet: { en: 'There is no permission set "{name}".', 'zh-TW': '沒有「{name}」這個權限集。', 'zh-CN': '没有“{name}”这个权限集。' },
  knownSets: { en: 'There are: {names}.', 'zh-TW': '現有：{names}。', 'zh-CN': '现有：{names}。' },
  locale: { en: '"{locale}" is not a language tag such as zh-TW.', 'zh-TW': '「{locale}」不是語言代碼，例如 zh-TW。', 'zh-CN': '“{locale}”不是语言代码，例如 zh-CN。' },
  timeZone: { en: '"{timeZone}" is not a time zone such as Asia/Taipei.', 'zh-TW': '「{timeZone}」不是時區，例如 Asia/Taipei。', 'zh-CN': '“{timeZone}”不是时区，例如 Asia/Shanghai。' },
  shortPassword: { en: 'The password needs at least {limit} characters.', 'zh-TW': '密碼至少要有 {limit} 個字元。', 'zh-CN': '密码至少要有 {limit} 个字符。' },
  longPassword: { en: 'The password may have at most {limit} characters.', 'zh-TW': '密碼最多 {limit} 個字元。', 'zh-CN': '密码最多 {limit} 个字符。' },
  leakedPassword: {
    en: 'This password is one of those that have become public, and that strangers try first. Take another one, such as three or four words that do not belong together.',
    'zh-TW': '這個密碼已在外洩清單中，陌生人會最先嘗試。請換一個，例如三、四個互不相關的詞。',
    'zh-CN': '这个密码已在泄露清单中，陌生人会最先尝试。请换一个，例如三、四个互不相关的词。',
  },
  monotonousPassword: {
    en: 'This password repeats one or two characters. Take one that is harder to guess.',
    'zh-TW': '這個密碼只重複一、兩個字元。請換一個較難猜的。',
    'zh-CN': '这个密码只重复一、两个字符。请换一个较难猜的。',
  },
  knownPassword: {
    en: 'The password is hardly more than “{word}”, which others know about you. Take another one.',
    'zh-TW': '這個密碼幾乎就是「{word}」，別人知道這與您有關。請換一個。',
    'zh-CN': '这个密码几乎就是“{word}”，别人知道这与您有关。请换一个。',
  },
  wrongPassword: { en: 'This is not your present password.', 'zh-TW': '這不是您目前的密碼。', 'zh-CN': '这不是您当前的密码。' },
  noMatch: { en: 'Email and password do not match. Check both and try again.', 'zh-TW': '電子郵件與密碼不符。請檢查後再試一次。', 'zh-CN': '电子邮件与密码不符。请检查后重试。' },
  tooMany: {
    en: 'Too many attempts did not succeed. Please try again in {minutes} minutes.',
    'zh-TW': '嘗試失敗的次數過多。請在 {minutes} 分鐘後再試。',
    'zh-CN': '尝试失败的次数过多。请在 {minutes} 分钟后重试。',
  },
  noKey: { en: 'You have no such API key.', 'zh-TW': '您沒有這個 API 金鑰。', 'zh-CN': '您没有这个 API 密钥。' },
  overlap: {
    en: 'The key before may go on for 0 to {limit} hours.',
    'zh-TW': '舊金鑰可以繼續使用 0 到 {limit} 小時。',
    'zh-CN': '旧密钥可以继续使用 0 到 {limit} 小时。',
  },
  keyPast: {
    en: 'The key would have expired already. Choose a moment in the future.',
    'zh-TW': '這個金鑰一建立就已過期。請選擇未來的時間。',
    'zh-CN': '这个密钥一创建就已过期。请选择未来的时间。',
  },
} satisfies Readonly<Record<string, Wording>>;
