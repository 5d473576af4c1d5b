import type { Wording } from '@guanxi/field-types';

/** What is wrong with an invitation, a reset or a session. */
export const credentialFaults = {
  address: { en: '“{email}” is not an e-mail address.', 'zh-TW': '「{email}」不是電子郵件地址。', 'zh-CN': '“{email}”不是电子邮件地址。' },
  twice: { en: '{email} is in the list twice; one invitation is enough.', 'zh-TW': '{email} 在清單中出現兩次；一封邀請就夠了。', 'zh-CN': '{email} 在列表中出现两次；一封邀请就够了。' },
  alreadyInvited: { en: '{email} has an invitation already. Send it again from the list of users.', 'zh-TW': '{email} 已有邀請。請在使用者清單中重新寄送。', 'zh-CN': '{email} 已有邀请。请在用户列表中重新发送。' },
  nobody: { en: 'Enter at least one e-mail address, and at most {most}.', 'zh-TW': '請至少輸入一個電子郵件地址，最多 {most} 個。', 'zh-CN': '请至少输入一个电子邮件地址，最多 {most} 个。' },
  notInvited: { en: '{name} has no open invitation.', 'zh-TW': '{name} 沒有尚未接受的邀請。', 'zh-CN': '{name} 没有尚未接受的邀请。' },
  inactive: { en: '{name} is deactivated and cannot sign in.', 'zh-TW': '{name} 已停用，無法登入。', 'zh-CN': '{name} 已停用，无法登录。' },
  deadLink: {
    en: 'This link has been used, is too old, or was replaced by a newer one. Ask for another.',
    'zh-TW': '這個連結已使用過、已過期，或已被較新的取代。請索取新的連結。',
    'zh-CN': '这个链接已使用过、已过期，或已被较新的取代。请索取新的链接。',
  },
  noPasswords: {
    en: 'In your organisation nobody signs in with a password. Use single sign-on or a passkey.',
    'zh-TW': '您的組織不使用密碼登入。請使用單一登入或通行金鑰。',
    'zh-CN': '您的组织不使用密码登录。请使用单点登录或通行密钥。',
  },
  noSession: { en: 'This session is over already.', 'zh-TW': '這個工作階段已結束。', 'zh-CN': '这个会话已结束。' },
} satisfies Readonly<Record<string, Wording>>;

/** Mails about accounts; words in double braces are filled in. */
export const accountMails = {
  invitation: {
    subject: { en: '{{ by }} invites you to {{ org }}', 'zh-TW': '{{ by }} 邀請您加入 {{ org }}', 'zh-CN': '{{ by }} 邀请您加入 {{ org }}' },
    body: {
      en: '# You are invited to {{ org }}\n\n{{ by }} would like to work with you here. Choose a password and you are in.\n\n[Accept the invitation]({{ link }})\n\nThe invitation is meant for {{ email }} and holds until {{ until }}. If you do not know what it is about, leave it be: nothing happens.',
      'zh-TW': '# 邀請您加入 {{ org }}\n\n{{ by }} 邀請您一起工作。設定密碼後即可開始。\n\n[接受邀請]({{ link }})\n\n此邀請寄給 {{ email }}，有效至 {{ until }}。若您不清楚這是什麼，請不必理會，不會有任何影響。',
      'zh-CN': '# 邀请您加入 {{ org }}\n\n{{ by }} 邀请您一起工作。设置密码后即可开始。\n\n[接受邀请]({{ link }})\n\n此邀请发给 {{ email }}，有效至 {{ until }}。若您不清楚这是什么，请不必理会，不会有任何影响。',
    },
  },
  reset: {
    subject: { en: 'A new password for {{ org }}', 'zh-TW': '重設 {{ org }} 的密碼', 'zh-CN': '重设 {{ org }} 的密码' },
    body: {
      en: '# Choose a new password\n\nA new password was asked for {{ email }}. The link works once, until {{ until }}.\n\n[Choose a new password]({{ link }})\n\nIf it was not you, leave this mail be: your password stays as it is.',
      'zh-TW': '# 設定新密碼\n\n有人為 {{ email }} 申請重設密碼。連結只能使用一次，有效至 {{ until }}。\n\n[設定新密碼]({{ link }})\n\n若不是您本人，請忽略這封郵件；您的密碼不會變更。',
      'zh-CN': '# 设置新密码\n\n有人为 {{ email }} 申请重设密码。链接只能使用一次，有效至 {{ until }}。\n\n[设置新密码]({{ link }})\n\n若不是您本人，请忽略这封邮件；您的密码不会更改。',
    },
  },
  failures: {
    subject: { en: 'Somebody tries to sign in as you', 'zh-TW': '有人嘗試以您的身分登入', 'zh-CN': '有人尝试以您的身份登录' },
    body: {
      en: '# Many failed sign-ins\n\nSigning in to {{ org }} as {{ email }} has failed {{ count }} times lately, with a wrong password. Nobody came in, and you can go on signing in on your own devices.\n\nIf it was not you: use a password that you use nowhere else, and set up a second factor in your preferences.',
      'zh-TW': '# 多次登入失敗\n\n最近以 {{ email }} 登入 {{ org }} 因密碼錯誤失敗了 {{ count }} 次。沒有人登入成功，您仍可在自己的裝置上登入。\n\n若不是您本人：請使用未在其他地方用過的密碼，並在偏好設定中設定第二驗證因素。',
      'zh-CN': '# 多次登录失败\n\n最近以 {{ email }} 登录 {{ org }} 因密码错误失败了 {{ count }} 次。没有人登录成功，您仍可在自己的设备上登录。\n\n若不是您本人：请使用未在其他地方用过的密码，并在偏好设置中设置第二验证因素。',
    },
  },
  changed: {
    subject: { en: 'Your password was changed', 'zh-TW': '您的密碼已變更', 'zh-CN': '您的密码已更改' },
    body: {
      en: '# Your password was changed\n\nThe password of {{ email }} at {{ org }} was changed. All other sessions have ended.\n\nIf it was not you, tell an admin of {{ org }} at once.',
      'zh-TW': '# 您的密碼已變更\n\n{{ email }} 在 {{ org }} 的密碼已變更，其他工作階段均已結束。\n\n若不是您本人，請立即告知 {{ org }} 的管理員。',
      'zh-CN': '# 您的密码已更改\n\n{{ email }} 在 {{ org }} 的密码已更改，其他会话均已结束。\n\n若不是您本人，请立即告知 {{ org }} 的管理员。',
    },
  },
} satisfies Readonly<Record<string, { readonly subject: Wording; readonly body: Wording }>>;
