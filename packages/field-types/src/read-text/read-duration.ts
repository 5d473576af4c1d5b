import { Decimal } from 'decimal.js';
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
  const seconds = readClock(rest) ?? readUnits(rest) ?? (/^\d+$/.test(rest) ? new Decimal(rest) : null);
  const value = seconds === null || !seconds.isInteger() ? NaN : seconds.toNumber() * sign;
  if (Number.isSafeInteger(value)) return { ok: true, value: value === 0 ? 0 : value };
  return refuse('duration-expected', { ...expected, words: { cell: quote(cell) } });
}

/** Hours and minutes, and seconds where there are any: "36:05", "0:00:30". */
export function writeDuration(seconds: number): string {
  const total = Math.abs(seconds);
  const pieces = [Math.floor(total / 3600), Math.floor(total / 60) % 60, total % 60].slice(0, total % 60 === 0 ? 2 : 3);
  return (seconds < 0 ? '-' : '') + pieces.map((piece, index) => (index === 0 ? String(piece) : String(piece).padStart(2, '0'))).join(':');
}

function readClock(text: string): Decimal | null {
  const [, hours, minutes, seconds = '0'] = /^(\d{1,12}):([0-5]?\d)(?::([0-5]?\d))?$/.exec(text) ?? [];
  return hours === undefined || minutes === undefined ? null : new Decimal(hours).times(3600).plus(Number(minutes) * 60 + Number(seconds));
}

const units: readonly (readonly [pattern: RegExp, seconds: number])[] = [
  [/^(weeks?|w|週|周|星期)$/u, 604_800],
  [/^(days?|d|天|日)$/u, 86_400],
  [/^(hours?|hrs?|h|小時|小时|時|时)$/u, 3600],
  [/^(minutes?|mins?|m|分鐘|分钟|分)$/u, 60],
  [/^(seconds?|secs?|s|秒鐘|秒钟|秒)$/u, 1],
];

function readUnits(text: string): Decimal | null {
  const pieces = text.match(/[\d.]+\s*[^\d.\s,]+/gu) ?? [];
  if (pieces.length === 0 || pieces.join('').replace(/\s/g, '') !== text.replace(/[\s,]/g, '')) return null;
  return pieces.reduce<Decimal | null>((sum, piece) => {
    const [, amount = '', word = ''] = /^(\d+(?:\.\d+)?|\.\d+)\s*(\D+)$/u.exec(piece) ?? [];
    const unit = units.find(([pattern]) => pattern.test(word));
    return sum === null || amount === '' || unit === undefined ? null : sum.plus(new Decimal(amount).times(unit[1]));
  }, new Decimal(0));
}

const expected: Wording = {
  en: 'Expected a duration such as 1:30, 90 min or 2 d 4 h, found {cell}.',
  'zh-TW': '應為時間長度，例如 1:30、90 分鐘或 2 天 4 小時，但內容是{cell}。',
  'zh-CN': '应为时长，例如 1:30、90 分钟或 2 天 4 小时，但内容是{cell}。',
};
