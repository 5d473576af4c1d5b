import type { MessageDraft } from './message-draft.js';

export type StarterName = 'follow-up' | 'reminder' | 'internal';

/** What a message may begin with. `name`: the field that records of the object are known by. */
export const starters: Readonly<Record<StarterName, (name: string) => Pick<MessageDraft, 'channel' | 'subjects' | 'bodies'>>> = {
  'follow-up': (name) => ({
    channel: 'email',
    subjects: { en: `Thank you, {{ ${name} }}`, 'zh-TW': `{{ ${name} }}，感謝您`, 'zh-CN': `{{ ${name} }}，感谢您` },
    bodies: {
      en: `# Hello {{ ${name} }}\n\nThank you for your time today. If there is anything else that you would like to know, simply answer this mail.\n\nWith kind regards\n{{ $Org.name }}`,
      'zh-TW': `# {{ ${name} }} 您好\n\n感謝您今天撥冗與我們聯繫。如有任何問題，直接回覆此信即可。\n\n敬祝 順心\n{{ $Org.name }}`,
      'zh-CN': `# {{ ${name} }} 您好\n\n感谢您今天抽出时间与我们联系。如有任何问题，直接回复此邮件即可。\n\n此致 敬礼\n{{ $Org.name }}`,
    },
  }),
  reminder: (name) => ({
    channel: 'email',
    subjects: { en: `A reminder: {{ ${name} }}`, 'zh-TW': `提醒：{{ ${name} }}`, 'zh-CN': `提醒：{{ ${name} }}` },
    bodies: {
      en: `Hello {{ $Recipient.name }},\n\nthis is a reminder about **{{ ${name} }}**:\n\n- last changed: {{ updatedAt }}\n- cared for by: {{ owner }}\n\n{{ $Org.name }}`,
      'zh-TW': `{{ $Recipient.name }} 您好：\n\n提醒您有關 **{{ ${name} }}**：\n\n- 最近修改：{{ updatedAt }}\n- 負責人：{{ owner }}\n\n{{ $Org.name }}`,
      'zh-CN': `{{ $Recipient.name }} 您好：\n\n提醒您有关 **{{ ${name} }}**：\n\n- 最近修改：{{ updatedAt }}\n- 负责人：{{ owner }}\n\n{{ $Org.name }}`,
    },
  }),
  internal: (name) => ({
    channel: 'notification',
    subjects: { en: '', 'zh-TW': '', 'zh-CN': '' },
    bodies: { en: `{{ ${name} }} needs your attention.`, 'zh-TW': `{{ ${name} }} 需要您處理。`, 'zh-CN': `{{ ${name} }} 需要您处理。` },
  }),
};
