import type { MessageTemplateDocument } from '@guanxi/metadata';
import { missingLanguages, readTemplate, writeTemplate } from './message-draft.js';

const template: MessageTemplateDocument = {
  kind: 'message-template', name: 'hello', title: 'Hello', channel: 'email', object: 'Customer', subject: 'Hi', subjects: { 'zh-TW': '你好', de: 'Hallo' }, body: 'Hi {{ name }}', bodies: { 'zh-TW': '{{ name }} 你好' }, guanxi: { id: 't' },
};

describe('a message as it is edited', () => {
  it('comes back as it was, other languages too', () => expect(writeTemplate(readTemplate(template), template)).toEqual(template));
  it('loses a language whose text is taken out', () => {
    const draft = readTemplate(template);
    expect(writeTemplate({ ...draft, bodies: { ...draft.bodies, 'zh-TW': ' ' } }, template).bodies).toBeUndefined();
  });
  it('has no subject as a notification', () => {
    const { subject, subjects } = writeTemplate({ ...readTemplate(template), channel: 'notification' }, template);
    expect([subject, subjects]).toEqual([undefined, undefined]);
  });
  it('tells the languages that are missing', () => expect(missingLanguages(template)).toEqual(['zh-CN']));
});
