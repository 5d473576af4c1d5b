import { say, type JsonValue, type Wording } from '@guanxi/field-types';
import type { PersonContent } from './person-content.js';

export interface PageWish {
  readonly org: string;
  readonly name: string;
  readonly takenAt: Date;
  readonly timeZone: string;
  readonly locale: string;
}

/** A page that a person can read without any program but a browser: no script, nothing from elsewhere. */
export function writePersonPage({ records, history, comments, mails, files, account }: PersonContent, { org, name, takenAt, timeZone, locale }: PageWish): string {
  const told = (wording: Wording, words: Readonly<Record<string, string>> = {}) => escape(say({ ...wording, words }, locale));
  const moment = (at: string | Date) => escape(new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(new Date(at)));
  const section = (title: Wording, body: string) => (body === '' ? '' : `<section><h2>${told(title)}</h2>${body}</section>`);
  const table = (rows: readonly (readonly [string, string])[]) => `<table>${rows.map(([head, cell]) => `<tr><th scope="row">${head}</th><td>${cell}</td></tr>`).join('')}</table>`;
  const body = [
    section(words.account, account === null ? '' : `<table><tr><td>${writeValue(account)}</td></tr></table>`),
    ...records.map(({ object, records: list }) => `<section><h2>${escape(object)} (${list.length})</h2>${list.map(({ values, createdAt }) => table([...values.map(({ label, value }) => [escape(label), writeValue(value)] as const), [told(words.created), moment(createdAt)]])).join('')}</section>`),
    section(words.comments, comments.length > 0 ? table(comments.map(({ at, text }) => [moment(at), escape(text)])) : ''),
    section(words.mails, mails.map(({ at, to, subject, text }) => `<article><h3>${escape(subject)}</h3><p class="quiet">${moment(at)} · ${escape(to)}</p><pre>${escape(text)}</pre></article>`).join('')),
    section(words.files, files.length > 0 ? `<ul>${files.map((file, index) => `<li><a href="${encodeURI(fileName(file.name, index))}">${escape(file.name)}</a></li>`).join('')}</ul>` : ''),
    section(words.history, history.length > 0 ? table(history.map(({ at, object, changes }) => [`${moment(at)} · ${escape(object)}`, writeValue(changes)])) : ''),
  ].join('\n');
  return `<!doctype html>
<html lang="${locale}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${told(words.title, { name })}</title><style>${STYLE}</style></head>
<body><main><header><h1>${told(words.title, { name })}</h1><p class="quiet">${told(words.taken, { org })} · ${moment(takenAt)}</p></header>
${body}
</main></body>
</html>
`;
}

/** The place of a file in the archive; numbered, since names may be the same. */
export function fileName(name: string, index: number): string {
  return `files/${String(index + 1).padStart(3, '0')}-${name.replace(/[\\/:*?"<>|\p{Cc}]/gu, '_')}`;
}

function writeValue(value: JsonValue): string {
  if (value === null) return '–';
  if (Array.isArray(value)) return value.length === 2 ? `${writeValue(value[0] ?? null)} → ${writeValue(value[1] ?? null)}` : value.map(writeValue).join(', ');
  if (typeof value === 'object') return Object.entries(value).map(([key, one]) => `${escape(key)}: ${writeValue(one ?? null)}`).join('<br>');
  return escape(String(value));
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);
}

const STYLE = `:root{color-scheme:light dark;font:15px/1.5 system-ui,sans-serif}main{max-width:52rem;margin:2rem auto;padding:0 1rem}h1{font-size:1.5rem;margin:0}h2{font-size:1.1rem;margin:2rem 0 .5rem}
table{border-collapse:collapse;width:100%;margin:0 0 1rem}th,td{text-align:start;vertical-align:top;padding:.3rem .5rem;border-block-end:1px solid color-mix(in srgb,currentColor 15%,transparent)}th{font-weight:500;width:14rem}pre{white-space:pre-wrap;font:inherit}.quiet{opacity:.7;margin:.2rem 0}`;

const words = {
  title: { en: 'What is kept about {name}', 'zh-TW': '關於 {name} 所保存的資料', 'zh-CN': '关于 {name} 所保存的数据' },
  taken: { en: 'Given out by {org}', 'zh-TW': '由 {org} 提供', 'zh-CN': '由 {org} 提供' },
  created: { en: 'Kept since', 'zh-TW': '建立於', 'zh-CN': '创建于' },
  account: { en: 'Account', 'zh-TW': '帳號', 'zh-CN': '账号' },
  comments: { en: 'Comments', 'zh-TW': '留言', 'zh-CN': '评论' },
  mails: { en: 'E-mails', 'zh-TW': '電子郵件', 'zh-CN': '电子邮件' },
  files: { en: 'Files', 'zh-TW': '檔案', 'zh-CN': '文件' },
  history: { en: 'Earlier values', 'zh-TW': '過去的值', 'zh-CN': '过去的值' },
} satisfies Readonly<Record<string, Wording>>;
