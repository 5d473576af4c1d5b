import type { MessageChannel, MessageTemplateDocument } from '@guanxi/metadata';
import type { TranslatedTextValue } from '../form/TranslatedText.js';

/** The languages that a message is written in side by side; the first one also stands in for all others. */
export const messageLanguages = ['en', 'zh-TW', 'zh-CN'] as const;
export type MessageLanguage = (typeof messageLanguages)[number];

export interface MessageDraft {
  readonly name: string;
  readonly label: TranslatedTextValue;
  readonly channel: MessageChannel;
  /** API name; empty for a message about no record. */
  readonly object: string;
  /** What an e-mail needs consent for; empty where it is part of what was agreed. */
  readonly purpose: string;
  readonly subjects: Readonly<Record<MessageLanguage, string>>;
  readonly bodies: Readonly<Record<MessageLanguage, string>>;
}

export function readTemplate({ name, title, titles = {}, channel, object = '', purpose = '', subject = '', subjects = {}, body, bodies = {} }: MessageTemplateDocument): MessageDraft {
  const inLanguages = (first: string, others: Readonly<Record<string, string>>) => ({ en: first, 'zh-TW': others['zh-TW'] ?? '', 'zh-CN': others['zh-CN'] ?? '' });
  return { name, label: { text: title, titles }, channel, object, purpose, subjects: inLanguages(subject, subjects), bodies: inLanguages(body, bodies) };
}

/** Texts in languages that are not shown here stay as they were. */
export function writeTemplate({ name, label, channel, object, purpose, subjects, bodies }: MessageDraft, before?: MessageTemplateDocument): MessageTemplateDocument {
  const others = (texts: Readonly<Record<MessageLanguage, string>>, earlier: Readonly<Record<string, string>> = {}) => {
    const all = Object.entries({ ...earlier, 'zh-TW': texts['zh-TW'], 'zh-CN': texts['zh-CN'] }).filter(([, text]) => text.trim() !== '');
    return all.length > 0 ? Object.fromEntries(all) : undefined;
  };
  const [subjectsOf, bodiesOf] = [channel === 'email' ? others(subjects, before?.subjects) : undefined, others(bodies, before?.bodies)];
  return {
    kind: 'message-template', name, title: label.text.trim(), ...(Object.keys(label.titles).length > 0 && { titles: label.titles }), ...(before?.description !== undefined && { description: before.description }),
    channel, ...(object !== '' && { object }), ...(channel === 'email' && purpose !== '' && { purpose }), ...(channel === 'email' && { subject: subjects.en.trim() }), ...(subjectsOf && { subjects: subjectsOf }), body: bodies.en, ...(bodiesOf && { bodies: bodiesOf }),
    guanxi: before?.guanxi ?? { id: crypto.randomUUID() },
  };
}

/** Languages that the message says nothing in, so that the main text is sent. */
export function missingLanguages({ channel, subject, subjects = {}, bodies = {} }: MessageTemplateDocument): readonly MessageLanguage[] {
  return messageLanguages.filter((language) => language !== 'en' && (bodies[language] === undefined || (channel === 'email' && subject !== undefined && subjects[language] === undefined)));
}
