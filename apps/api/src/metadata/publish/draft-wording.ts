import { say, type Sentence } from '@guanxi/field-types';
import type { Problem } from '@guanxi/metadata';
import type { DocumentKey } from '../draft/lay-in.js';

/** Heads the problems of a part of the draft that does not stand by itself. */
export const dependsOnOthers: Problem = said('', 'dependsOnOthers', {
  en: 'These changes depend on others of the draft and cannot be published without them.',
  'zh-TW': '這些變更需要草稿中的其他變更，無法單獨發佈。',
  'zh-CN': '这些更改需要草稿中的其他更改，无法单独发布。',
}, {
  en: 'Publish them together with what the following problems name.',
  'zh-TW': '請與下列問題所提到的項目一併發佈。',
  'zh-CN': '请与下列问题所提到的项目一并发布。',
});

export function unknownChange({ kind, name }: DocumentKey, index: number): Problem {
  return said(`/only/${index}`, 'unknown', {
    en: 'The draft changes no document of the kind “{kind}” named “{name}”.',
    'zh-TW': '草稿中沒有變更種類為「{kind}」、名稱為「{name}」的文件。',
    'zh-CN': '草稿中没有更改种类为“{kind}”、名称为“{name}”的文档。',
    words: { kind, name },
  });
}

function said(path: string, code: string, sentence: Sentence, hint?: Sentence): Problem {
  const tell = (locale: string) => ({ message: say(sentence, locale), ...(hint && { hint: say(hint, locale) }) });
  return { path, code, ...tell('en'), tell };
}
