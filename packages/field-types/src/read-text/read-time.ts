import type { ParsedText } from '../field-type.js';
import type { Wording } from '../language/sentence.js';
import { quote, refuse } from './refuse.js';

const CLOCK = /^(?<day>上午|早上|凌晨|中午|下午|晚上)?\s*(?<hour>\d{1,2})(?:[:：.時时点點](?<minute>\d{1,2}))?分?(?:[:：.](?<second>\d{2})(?:\.\d+)?)?\s*(?<half>[ap]\.?\s?m\.?)?$/iu;
const LATER = ['下午', '晚上'];

/** Understands "14:30", "2:30 pm", "下午2:30" and "9點15分"; an hour alone needs its half of the day. */
export function readTimeText(cell: string): ParsedText {
  const text = cell.normalize('NFKC').trim();
  if (text === '') return { ok: true, value: null };
  const { day, hour = '', minute, second = '00', half } = CLOCK.exec(text)?.groups ?? {};
  const named = day !== undefined || half !== undefined;
  const read = hourOf(Number(hour), named ? LATER.includes(day ?? '') || (half?.toLowerCase().startsWith('p') ?? false) : undefined);
  const known = hour !== '' && (minute !== undefined || named || /[時时点點]/u.test(text));
  if (!known || read === null || Number(minute ?? 0) > 59 || Number(second) > 59) return refuse('time-expected', { ...expected, words: { cell: quote(cell) } });
  return { ok: true, value: [String(read), minute ?? '0', second].map((part) => part.padStart(2, '0')).join(':') };
}

/** `later` is undefined on the clock of 24 hours. */
function hourOf(hour: number, later: boolean | undefined): number | null {
  if (later === undefined || hour > 12) return hour <= 23 ? hour : null;
  return (hour % 12) + (later ? 12 : 0);
}

const expected: Wording = {
  en: 'Expected a time such as 14:30 or 2:30 pm, found {cell}.',
  'zh-TW': '應為時間，例如 14:30 或下午2:30，但內容是{cell}。',
  'zh-CN': '应为时间，例如 14:30 或下午2:30，但内容是{cell}。',
};
