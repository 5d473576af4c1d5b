import { createHash } from 'node:crypto';
import { say, type Wording } from '@guanxi/field-types';

/** ask: still agreed · done: withdrawn, or never agreed · unknown: no link of ours. */
export type UnsubscribeState = 'ask' | 'done' | 'unknown';

export type PageLanguage = 'en' | 'zh-TW' | 'zh-CN';

export interface UnsubscribeView {
  readonly state: UnsubscribeState;
  /** As people call it. */
  readonly purpose: string;
  readonly orgName?: string;
  readonly address?: string;
  readonly language: PageLanguage;
}

/** A page for whoever got a mail: no script, light and dark, in the language of their browser. */
export function drawUnsubscribePage({ state, purpose, orgName = '', address = '', language }: UnsubscribeView): string {
  const tell = (wording: Wording) => escape(say({ ...wording, words: { org: orgName, address, purpose } }, language));
  const buttons = `<form method="post"><button name="which" value="one">${tell(words.one)}</button><button name="which" value="all" class="quiet">${tell(words.all)}</button></form>`;
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><title>${tell(words[`${state}Title`])}</title><style>${style}</style></head><body><main><h1>${tell(words[`${state}Title`])}</h1><p>${tell(words[state])}</p>${state === 'ask' ? buttons : ''}</main></body></html>`;
}

const style = ':root{color-scheme:light dark;--page:#f6f7f9;--card:#fff;--line:#dfe2e8;--text:#1c2026;--soft:#5b6472;--accent:#2f5bd8;--on:#fff}@media(prefers-color-scheme:dark){:root{--page:#121419;--card:#1b1e25;--line:#323743;--text:#eceef2;--soft:#a3abb9;--accent:#8aa6ff;--on:#10131a}}body{margin:0;min-height:100vh;display:grid;place-items:center;background:var(--page);color:var(--text);font:16px/1.55 system-ui,sans-serif}main{box-sizing:border-box;width:min(30rem,100% - 2rem);margin:1rem;padding:2rem;background:var(--card);border:1px solid var(--line);border-radius:12px}h1{margin:0 0 .5rem;font-size:1.3rem;line-height:1.3}p{margin:0;color:var(--soft);overflow-wrap:anywhere}form{display:grid;gap:.6rem;margin-top:1.5rem}button{font:inherit;font-weight:600;padding:.65rem 1rem;border-radius:8px;border:1px solid var(--accent);background:var(--accent);color:var(--on);cursor:pointer}button.quiet{background:transparent;color:var(--text);border-color:var(--line)}button:focus-visible{outline:2px solid var(--accent);outline-offset:2px}';

/** Nothing is loaded, and the form leads here. */
export const unsubscribePolicy = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`;

/** The first that the page speaks, of an Accept-Language. */
export function chooseLanguage(languages = ''): PageLanguage {
  for (const tag of languages.split(',').map((one) => (one.split(';')[0] ?? '').trim().toLowerCase())) {
    if (tag.startsWith('en')) return 'en';
    if (tag.startsWith('zh')) return /tw|hk|mo|hant/.test(tag) ? 'zh-TW' : 'zh-CN';
  }
  return 'en';
}

function escape(text: string): string {
  return text.replaceAll(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);
}

const words: Readonly<Record<UnsubscribeState | `${UnsubscribeState}Title` | 'one' | 'all', Wording>> = {
  askTitle: { en: 'Unsubscribe?', 'zh-TW': '要取消訂閱嗎？', 'zh-CN': '要取消订阅吗？' },
  ask: { en: '{org} sends e-mails about “{purpose}” to {address}.', 'zh-TW': '{org} 會將「{purpose}」的電子郵件寄到 {address}。', 'zh-CN': '{org} 会将“{purpose}”的电子邮件发送到 {address}。' },
  one: { en: 'Unsubscribe', 'zh-TW': '取消訂閱', 'zh-CN': '取消订阅' },
  all: { en: 'Unsubscribe from everything', 'zh-TW': '取消所有訂閱', 'zh-CN': '取消所有订阅' },
  doneTitle: { en: 'You are unsubscribed', 'zh-TW': '您已取消訂閱', 'zh-CN': '您已取消订阅' },
  done: { en: '{org} sends no more e-mails about “{purpose}” to {address}.', 'zh-TW': '{org} 不會再將「{purpose}」的電子郵件寄到 {address}。', 'zh-CN': '{org} 不会再将“{purpose}”的电子邮件发送到 {address}。' },
  unknownTitle: { en: 'This link does not work', 'zh-TW': '此連結無效', 'zh-CN': '此链接无效' },
  unknown: { en: 'It is not complete, or older than what it was about. Open the link in the e-mail again.', 'zh-TW': '連結不完整，或相關內容已不存在。請再次開啟電子郵件中的連結。', 'zh-CN': '链接不完整，或相关内容已不存在。请再次打开电子邮件中的链接。' },
};
