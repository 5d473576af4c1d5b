import type { Wording } from '@guanxi/field-types';
import { checkFormula } from '@guanxi/formula';
import { messageScope } from '../../message/message-scope.js';
import { splitMessage } from '../../message/message-tokens.js';
import { templateTexts } from '../../message/template-texts.js';
import { faultOf } from '../../problem.js';
import type { MessageTemplateDocument } from '../documents.js';
import { findConsentLedger } from '../../model/consent-ledger.js';
import { purposeFault } from './check-consent.js';
import { findObject, type CheckContext } from './check-context.js';
import { reportFormula } from './check-record-formula.js';

/** Each token of a template is a formula over what the message knows; an e-mail has a subject. */
export function checkMessageTemplate(template: MessageTemplateDocument, context: CheckContext): void {
  const { object, channel, subject } = template;
  if (channel === 'email' && subject === undefined) context.report(['subject'], faultOf('message.no-subject', { ...noSubject, words: { title: template.title } }));
  if (template.purpose !== undefined) checkPurpose(template.purpose, template, context);
  if (object !== undefined && !findObject(object, ['object'], context)) return;
  const scope = messageScope(context.model, object);
  for (const { text, place } of templateTexts(template)) {
    for (const piece of splitMessage(text)) {
      if (piece.kind === 'words') continue;
      if (!piece.closed) {
        context.report(place, faultOf('message.open-token', { ...openToken, words: { token: piece.formula.slice(0, 40) } }));
        continue;
      }
      const checked = checkFormula(piece.formula, scope);
      if (checked.ok) continue;
      for (const problem of checked.problems) reportFormula(piece.formula, { object: object ?? '', place, problem }, context);
    }
  }
}

function checkPurpose(purpose: string, { channel, title }: MessageTemplateDocument, context: CheckContext): void {
  if (channel !== 'email') return context.report(['purpose'], faultOf('consent.channel', { ...noChannel, words: { title } }));
  const fault = purposeFault(purpose, findConsentLedger(context.model));
  if (fault) context.report(['purpose'], fault);
}

const noChannel: Wording = {
  en: 'The message “{title}” is no e-mail; only an e-mail says its purpose.', 'zh-TW': '訊息「{title}」不是電子郵件；只有電子郵件可以指定目的。', 'zh-CN': '消息“{title}”不是电子邮件；只有电子邮件可以指定目的。',
};
const noSubject: Wording = { en: 'The e-mail “{title}” has no subject.', 'zh-TW': '電子郵件「{title}」沒有主旨。', 'zh-CN': '电子邮件“{title}”没有主题。' };
export const openToken: Wording = {
  en: 'A token begins with “{{ {token}” and does not end: write }} behind it.', 'zh-TW': '以「{{ {token}」開頭的代碼沒有結尾：請在後面加上 }}。', 'zh-CN': '以“{{ {token}”开头的变量没有结尾：请在后面加上 }}。',
};
