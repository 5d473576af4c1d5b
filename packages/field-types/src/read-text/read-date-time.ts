import { CalendarDateTime, parseDate, toZoned } from '@internationalized/date';
import type { ParsedText, TextContext } from '../field-type.js';
import type { Wording } from '../language/sentence.js';
import { readDay } from './read-date.js';
import { quote, refuse } from './refuse.js';

/** Understands an instant: ISO with an offset, or a day with an optional time of day in the context's time zone. */
export function readDateTimeText(cell: string, { locale, timeZone }: Pick<TextContext, 'locale' | 'timeZone'>): ParsedText {
  const text = cell.normalize('NFKC').trim();
  if (text === '') return { ok: true, value: null };
  const instant = readInstant(text) ?? readLocalTime(text, locale, timeZone);
  if (instant !== undefined) return { ok: true, value: instant };
  return refuse('date-time-expected', { ...expected, words: { cell: quote(cell) } }, { ...zoned, words: { timeZone } });
}

function readInstant(text: string): string | undefined {
  const match = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)(:\d\d(?:\.\d{1,9})?)?\s?(Z|[+-]\d\d(?::?\d\d)?)$/i.exec(text);
  if (!match || readDay(match[1] ?? '', 'en') === undefined) return undefined;
  const offset = (match[4] ?? '').toUpperCase();
  const zone = offset === 'Z' ? 'Z' : `${offset.slice(0, 3)}:${offset.slice(3).replace(':', '') || '00'}`;
  const time = Date.parse(`${match[1]}T${match[2]}${(match[3] ?? ':00').slice(0, 7)}${zone}`);
  return Number.isNaN(time) ? undefined : new Date(time).toISOString();
}

function readLocalTime(text: string, locale: string, timeZone: string): string | undefined {
  const match = /^(.*?)(?:(?:T|,?\s+)(上午|下午)?\s*(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s*([AaPp])?\.?(?:[Mm]\.?)?)?$/u.exec(text);
  const day = readDay((match?.[1] ?? '').trim(), locale);
  if (!match || day === undefined) return undefined;
  const hour = hourOf(Number(match[3] ?? 0), halfOf(match[2] ?? match[7]));
  const [minute, second] = [Number(match[4] ?? 0), Number(match[5] ?? 0)];
  if (hour === undefined || minute > 59 || second > 59) return undefined;
  const milliseconds = Number((match[6] ?? '').slice(0, 3).padEnd(3, '0'));
  const { year, month, day: dayOfMonth } = parseDate(day);
  return toZoned(new CalendarDateTime(year, month, dayOfMonth, hour, minute, second, milliseconds), timeZone).toAbsoluteString();
}

function halfOf(mark: string | undefined): 'morning' | 'afternoon' | undefined {
  if (mark === undefined) return undefined;
  return /p|下午/i.test(mark) ? 'afternoon' : 'morning';
}

function hourOf(hour: number, half: 'morning' | 'afternoon' | undefined): number | undefined {
  if (half === undefined) return hour <= 23 ? hour : undefined;
  if (hour < 1 || hour > 12) return undefined;
  return (hour % 12) + (half === 'afternoon' ? 12 : 0);
}

const expected: Wording = {
  en: 'Expected a date and time such as 2024-03-05 14:30 or 2024-03-05T14:30:00Z, found {cell}.',
  'zh-TW': '應為日期與時間，例如 2024-03-05 14:30 或 2024-03-05T14:30:00Z，但內容是{cell}。',
  'zh-CN': '应为日期和时间，例如 2024-03-05 14:30 或 2024-03-05T14:30:00Z，但内容是{cell}。',
};

const zoned: Wording = {
  en: 'Times without an offset are read in the time zone {timeZone}.',
  'zh-TW': '沒有時差的時間會以 {timeZone} 時區讀取。',
  'zh-CN': '没有时差的时间会按 {timeZone} 时区读取。',
};
