import type { Wording } from '@guanxi/field-types';

/** What is wrong with how mails are set to go out, or with one that somebody wants sent. */
export const mailFaults = {
  host: { en: 'Give the name of the mail server alone, as mail.example.com.', 'zh-TW': '請只填郵件伺服器名稱，例如 mail.example.com。', 'zh-CN': '请只填邮件服务器名称，例如 mail.example.com。' },
  port: { en: 'Mail servers listen on port 25, 465, 587 or 2525.', 'zh-TW': '郵件伺服器使用連接埠 25、465、587 或 2525。', 'zh-CN': '邮件服务器使用端口 25、465、587 或 2525。' },
  security: { en: 'Choose how the connection is protected: tls, starttls or none.', 'zh-TW': '請選擇連線的保護方式：tls、starttls 或 none。', 'zh-CN': '请选择连接的保护方式：tls、starttls 或 none。' },
  from: { en: '“{address}” is not an e-mail address. A server of your own needs one that mails come from.', 'zh-TW': '「{address}」不是電子郵件地址。使用自己的伺服器時需要寄件地址。', 'zh-CN': '“{address}”不是电子邮件地址。使用自己的服务器时需要发件地址。' },
  replyTo: { en: '“{address}” is not an e-mail address.', 'zh-TW': '「{address}」不是電子郵件地址。', 'zh-CN': '“{address}”不是电子邮件地址。' },
  line: { en: 'This has to be one line of at most 200 characters.', 'zh-TW': '此處須為一行，最多 200 個字元。', 'zh-CN': '此处须为一行，最多 200 个字符。' },
  perMinute: { en: 'Choose a number from 1 to 10,000.', 'zh-TW': '請填 1 到 10,000 之間的數字。', 'zh-CN': '请填 1 到 10,000 之间的数字。' },
  noMail: { en: 'There is no such mail; mails are kept for 90 days.', 'zh-TW': '沒有這封郵件；郵件保留 90 天。', 'zh-CN': '没有这封邮件；邮件保留 90 天。' },
  noServer: { en: 'No mail server is configured, so nothing can be sent.', 'zh-TW': '尚未設定郵件伺服器，無法寄送。', 'zh-CN': '尚未设置邮件服务器，无法发送。' },
  noRecord: { en: 'There is no such record.', 'zh-TW': '沒有這筆記錄。', 'zh-CN': '没有这条记录。' },
  template: { en: 'This message cannot be made yet. {fault}', 'zh-TW': '此訊息尚無法產生。{fault}', 'zh-CN': '此消息尚无法生成。{fault}' },
  secret: { en: 'The password cannot be read: its encryption key is missing. Enter it again.', 'zh-TW': '無法讀取密碼：缺少其加密金鑰。請重新輸入。', 'zh-CN': '无法读取密码：缺少其加密密钥。请重新输入。' },
} satisfies Readonly<Record<string, Wording>>;

export const restoredFailure: Wording = {
  en: 'It waited when the backup was made that this org was restored from, and may have been sent since.', 'zh-TW': '此組織由備份還原；製作備份時這封郵件正在等待，之後可能已寄出。', 'zh-CN': '此组织由备份恢复；制作备份时这封邮件正在等待，之后可能已发送。',
};

export const testMail = {
  subject: { en: 'A test mail from {org}', 'zh-TW': '來自 {org} 的測試郵件', 'zh-CN': '来自 {org} 的测试邮件' },
  body: {
    en: 'This mail shows that {org} can send e-mail.\n\nIt was asked for in Setup by {name}.', 'zh-TW': '這封郵件表示 {org} 可以寄送電子郵件。\n\n由 {name} 在「設定」中要求寄出。', 'zh-CN': '这封邮件表示 {org} 可以发送电子邮件。\n\n由 {name} 在“设置”中要求发送。',
  },
} satisfies Readonly<Record<string, Wording>>;

export const testResults = {
  works: { en: 'The server answers and lets us in.', 'zh-TW': '伺服器有回應且允許登入。', 'zh-CN': '服务器有响应且允许登录。' },
  fails: { en: 'The server cannot be used: {fault}', 'zh-TW': '無法使用此伺服器：{fault}', 'zh-CN': '无法使用此服务器：{fault}' },
} satisfies Readonly<Record<string, Wording>>;
