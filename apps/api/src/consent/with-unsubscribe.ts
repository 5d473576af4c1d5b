import { say, type Wording } from '@guanxi/field-types';
import type { Mail } from '../mail/mail.js';

/** A mail as it is handed over: with the address for mail programs, and a line at its end for people. */
export function withUnsubscribe(mail: Mail, address: string): Mail {
  const line = say(word, mail.language);
  const link = `<p style="margin:24px 0 0;font-size:12px;text-align:center"><a href="${address}">${line}</a></p>`;
  const end = mail.html.lastIndexOf('</body>');
  const html = end < 0 ? `${mail.html}${link}` : `${mail.html.slice(0, end)}${link}${mail.html.slice(end)}`;
  return { ...mail, unsubscribe: address, text: `${mail.text}\n\n${line}: ${address}`, html };
}

const word: Wording = { en: 'Unsubscribe', 'zh-TW': '取消訂閱', 'zh-CN': '取消订阅' };
