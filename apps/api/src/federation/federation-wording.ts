import type { Wording } from '@guanxi/field-types';

/** What is wrong with a sign-in policy, a provider or a token of a directory. */
export const federationFaults = {
  range: { en: 'This has to be a whole number from {least} to {most}.', 'zh-TW': '須為 {least} 到 {most} 的整數。', 'zh-CN': '须为 {least} 到 {most} 的整数。' },
  network: {
    en: '"{network}" is neither an address nor a network such as 203.0.113.0/24 or 2001:db8::/32.',
    'zh-TW': '「{network}」不是位址，也不是 203.0.113.0/24 或 2001:db8::/32 這樣的網路。',
    'zh-CN': '“{network}”不是地址，也不是 203.0.113.0/24 或 2001:db8::/32 这样的网络。',
  },
  ownAddress: {
    en: 'Your own address {address} is in none of these networks: you would shut yourself out. Add it first.',
    'zh-TW': '您目前的位址 {address} 不在這些網路中，儲存後您將無法進入。請先加入此位址。',
    'zh-CN': '您当前的地址 {address} 不在这些网络中，保存后您将无法进入。请先加入此地址。',
  },
  outside: {
    en: 'Your organisation lets people in from its own networks only, and {address} is in none of them. Use its network or VPN, or ask an admin.',
    'zh-TW': '您的組織只允許從指定的網路登入，而 {address} 不在其中。請使用組織的網路或 VPN，或洽詢管理員。',
    'zh-CN': '您的组织只允许从指定的网络登录，而 {address} 不在其中。请使用组织的网络或 VPN，或咨询管理员。',
  },
  noProvider: {
    en: 'Without an identity provider that is switched on nobody could sign in. Add one first, and sign in by it once.',
    'zh-TW': '沒有啟用中的身分提供者，就沒有人能登入。請先新增一個，並用它登入一次。',
    'zh-CN': '没有启用中的身份提供商，就没有人能登录。请先添加一个，并用它登录一次。',
  },
  emergency: {
    en: 'Choose an active admin whose password goes on working, for the day on which the provider does not.',
    'zh-TW': '請選擇一位啟用中的管理員，其密碼在身分提供者故障時仍可使用。',
    'zh-CN': '请选择一位启用中的管理员，其密码在身份提供商故障时仍可使用。',
  },
  name: { en: 'The name has to have from 1 to 80 characters.', 'zh-TW': '名稱須為 1 到 80 個字元。', 'zh-CN': '名称须为 1 到 80 个字符。' },
  issuer: {
    en: 'The issuer has to be an https address outside this network, without user, question mark or hash. The setting WEBHOOK_ALLOW names hosts that may be inside.',
    'zh-TW': '簽發者必須是此網路以外的 https 位址，不含使用者、問號或井號。設定 WEBHOOK_ALLOW 可列出允許的內部主機。',
    'zh-CN': '签发者必须是此网络以外的 https 地址，不含用户、问号或井号。设置 WEBHOOK_ALLOW 可列出允许的内部主机。',
  },
  clientId: { en: 'The client ID is missing. The provider shows it where the application was registered.', 'zh-TW': '缺少用戶端識別碼。身分提供者在註冊應用程式的地方會顯示它。', 'zh-CN': '缺少客户端 ID。身份提供商在注册应用的地方会显示它。' },
  domains: {
    en: 'Name at least one domain of e-mail addresses that the provider may speak for, such as example.com.',
    'zh-TW': '請至少指定一個身分提供者可代表的電子郵件網域，例如 example.com。',
    'zh-CN': '请至少指定一个身份提供商可代表的电子邮件域名，例如 example.com。',
  },
  domain: { en: '"{domain}" is not a domain such as example.com.', 'zh-TW': '「{domain}」不是像 example.com 這樣的網域。', 'zh-CN': '“{domain}”不是像 example.com 这样的域名。' },
  scopes: { en: 'The scopes have to contain "openid", and be separated by blanks.', 'zh-TW': '範圍必須包含「openid」，並以空格分隔。', 'zh-CN': '范围必须包含“openid”，并以空格分隔。' },
  group: { en: 'Name the group.', 'zh-TW': '請填寫群組名稱。', 'zh-CN': '请填写组名称。' },
  groupTwice: { en: 'The group "{group}" is mapped twice. Put both into one line.', 'zh-TW': '群組「{group}」對應了兩次。請合併成一行。', 'zh-CN': '组“{group}”映射了两次。请合并成一行。' },
  groupClaim: { en: 'Say which claim holds the groups, such as "groups": otherwise nobody is in any of them.', 'zh-TW': '請指定含有群組的宣告，例如「groups」，否則沒有人會屬於任何群組。', 'zh-CN': '请指定包含组的声明，例如“groups”，否则没有人会属于任何组。' },
  unknownSet: { en: 'There is no permission set "{name}".', 'zh-TW': '沒有「{name}」這個權限集。', 'zh-CN': '没有“{name}”这个权限集。' },
  unknownRole: { en: 'There is no role "{name}".', 'zh-TW': '沒有「{name}」這個角色。', 'zh-CN': '没有“{name}”这个角色。' },
  unknownTeam: { en: 'There is no team "{name}".', 'zh-TW': '沒有「{name}」這個團隊。', 'zh-CN': '没有“{name}”这个团队。' },
  noSuchProvider: { en: 'There is no such identity provider.', 'zh-TW': '沒有這個身分提供者。', 'zh-CN': '没有这个身份提供商。' },
  lastProvider: {
    en: 'Passwords are switched off: without this provider nobody but one admin could sign in. Allow passwords first.',
    'zh-TW': '密碼登入已停用，沒有這個身分提供者，就只剩一位管理員能登入。請先允許密碼。',
    'zh-CN': '密码登录已停用，没有这个身份提供商，就只剩一位管理员能登录。请先允许密码。',
  },
  noSuchToken: { en: 'There is no such token.', 'zh-TW': '沒有這個權杖。', 'zh-CN': '没有这个令牌。' },
  adminsOnly: {
    en: 'Providers and directories can give any right: only admins may change them.',
    'zh-TW': '身分提供者與目錄可以授予任何權限，因此只有管理員可以變更。',
    'zh-CN': '身份提供商与目录可以授予任何权限，因此只有管理员可以更改。',
  },
  inSandbox: { en: 'How people sign in is decided in the org itself, not in its sandboxes.', 'zh-TW': '登入規則在正式組織中設定，不在沙箱中設定。', 'zh-CN': '登录规则在正式组织中设置，不在沙盒中设置。' },
  past: { en: 'The token would have expired already. Choose a moment in the future.', 'zh-TW': '這個權杖一建立就已過期。請選擇未來的時間。', 'zh-CN': '这个令牌一创建就已过期。请选择未来的时间。' },
} satisfies Readonly<Record<string, Wording>>;
