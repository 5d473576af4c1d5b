import type { ParsedText } from '../field-type.js';
import type { Wording } from '../language/sentence.js';
import { quote, refuse } from './refuse.js';

/**
 * Understands "1:30" (hours and minutes), "1:30:15", "2 d 4 h", "90 min", "1.5 hours", "2小時30分" and a bare number of
 * seconds, which is how the API carries a duration.
 */
export function readDurationText(cell: string): ParsedText {
  const text = cell.normalize('NFKC').trim().toLowerCase();
  if (text === '') return { ok: true, value: null };
  const sign = /^[-\u2212]/u.test(text) ? -1 : 1;
  const rest = text.replace(/^[-+\u2212]\s*/u, '');
  const seconds = readClock(rest) ?? readUnits(rest) ?? (/^\d+$/.test(rest) ? Number(rest) : NaN);
  if (Number.isSafeInteger(seconds)) return { ok: true, value: seconds === 0 ? 0 : seconds * sign };
  return refuse('duration-expected', { ...expected, words: { cell: quote(cell) } });
}

function readClock(text: string): number | null {
  const [, hours, minutes, seconds = '0'] = /^(\d{1,13}):([0-5]?\d)(?::([0-5]?\d))?$/.exec(text) ?? [];
  return hours === undefined || minutes === undefined ? null : Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
}

const units: readonly (readonly [pattern: RegExp, seconds: number])[] = [
  [/^(weeks?|w|週|周|星期)$/u, 604_800],
  [/^(days?|d|天|日)$/u, 86_400],
  [/^(hours?|hrs?|h|小時|小时|時|时)$/u, 3600],
  [/^(minutes?|mins?|m|分鐘|分钟|分)$/u, 60],
  [/^(seconds?|secs?|s|秒鐘|秒钟|秒)$/u, 1],
];

function readUnits(text: string): number | null {
  const pieces = text.match(/[\d.]+\s*[^\d.\s,]+/gu) ?? [];
  if (pieces.length === 0 || pieces.join('').replace(/\s/g, '') !== text.replace(/[\s,]/g, '')) return null;
  return pieces.reduce((sum, piece) => sum + readUnit(piece), 0);
}

/** NaN for no unit, a fraction for what is no whole second. */
function readUnit(piece: string): number {
  const [, whole = '', fraction = '', word = ''] = /^(\d{0,12})(?:\.(\d{1,6}))?\s*(\D+)$/u.exec(piece) ?? [];
  const [, seconds = NaN] = units.find(([pattern]) => pattern.test(word)) ?? [];
  // Digits are multiplied before they are divided, so that 0.1 h is exactly 360.
  return whole + fraction === '' ? NaN : (Number(whole + fraction) * seconds) / 10 ** fraction.length;
}

const expected: Wording = {
  en: 'Expected a duration such as 1:30, 90 min or 2 d 4 h, found {cell}.',
  'zh-TW': '應為時間長度，例如 1:30、90 分鐘或 2 天 4 小時，但內容是{cell}。',
  'zh-CN': '应为时长，例如 1:30、90 分钟或 2 天 4 小时，但内容是{cell}。',
};
