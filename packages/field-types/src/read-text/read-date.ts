import { CalendarDate } from '@internationalized/date';
import type { ParsedText, TextContext } from '../field-type.js';
import { say, type Word, type Wording } from '../language/sentence.js';
import { dateOrder, type DatePart } from './date-order.js';
import { readMonthName } from './month-names.js';
import { quote, refuse } from './refuse.js';

/** Understands a day: ISO first, then year-first forms, 2024年3月5日, month names, and the locale's order of numbers. */
export function readDateText(cell: string, { locale }: Pick<TextContext, 'locale'>): ParsedText {
  const text = cell.normalize('NFKC').trim().replace(/[T ]0{1,2}:00(:00(\.0+)?)?Z?$/, '');
  if (text === '') return { ok: true, value: null };
  const day = readDay(text, locale);
  if (day !== undefined) return { ok: true, value: day };
  const order = dateOrder(locale);
  const parts: Word = (inLocale) => order.map((part) => say(partNames[part], inLocale)).join(say(comma, inLocale));
  return refuse('date-expected', { ...expected, words: { sample: sampleIn(order), cell: quote(cell) } }, { ...readAs, words: { parts } });
}

/** A day as 'YYYY-MM-DD', or undefined when the text is none. */
export function readDay(text: string, locale: string): string | undefined {
  const yearFirst = /^(\d{4})(?:-(\d{1,2})-(\d{1,2})|\/(\d{1,2})\/(\d{1,2})|\.(\d{1,2})\.(\d{1,2})\.?|(\d{2})(\d{2})|\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日)$/.exec(text);
  if (yearFirst) {
    const [year, month, day] = yearFirst.slice(1).filter((part) => part !== undefined);
    return dayOf(Number(year), Number(month), Number(day));
  }
  const numbers = /^(\d{1,2})([/.-])\s?(\d{1,2})\2\s?(\d{4}|\d{2})$/.exec(text);
  if (numbers) return readInOrder([numbers[1], numbers[3], numbers[4]], locale);
  return readNamedMonth(text, locale);
}

/** Locales that put the year first still write day or month first when the year stands last. */
function readInOrder(numbers: readonly (string | undefined)[], locale: string): string | undefined {
  const order = dateOrder(locale).filter((part) => part !== 'year');
  const first = Number(numbers[0]);
  const second = Number(numbers[1]);
  const [day, month] = order[0] === 'day' ? [first, second] : [second, first];
  return dayOf(fullYear(numbers[2] ?? ''), month, day);
}

function readNamedMonth(text: string, locale: string): string | undefined {
  const words = /^(\d{1,2})(?:st|nd|rd|th|\.)?[\s-]+(?:de\s+)?([\p{L}.]+)(?:\s+de)?[\s,-]+(\d{4}|\d{2})$/iu.exec(text);
  if (words) return dayOf(fullYear(words[3] ?? ''), readMonthName(words[2] ?? '', locale), Number(words[1]));
  const monthFirst = /^([\p{L}.]+)\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/iu.exec(text);
  return monthFirst ? dayOf(Number(monthFirst[3]), readMonthName(monthFirst[1] ?? '', locale), Number(monthFirst[2])) : undefined;
}

/** Two digits mean 1970 to 2069, as spreadsheets and POSIX nearly agree. */
function fullYear(digits: string): number {
  const year = Number(digits);
  if (digits.length > 2) return year;
  return year < 70 ? 2000 + year : 1900 + year;
}

function dayOf(year: number, month: number, day: number): string | undefined {
  if (!(year >= 1 && month >= 1 && day >= 1)) return undefined;
  const found = new CalendarDate(year, month, day);
  return found.year === year && found.month === month && found.day === day ? found.toString() : undefined;
}

function sampleIn(order: readonly DatePart[]): string {
  const parts: Record<DatePart, string> = { year: '2024', month: '03', day: '05' };
  return order.map((part) => parts[part]).join('/');
}

const expected: Wording = {
  en: 'Expected a date such as 2024-03-05 or {sample}, found {cell}.',
  'zh-TW': '應為日期，例如 2024-03-05 或 {sample}，但內容是{cell}。',
  'zh-CN': '应为日期，例如 2024-03-05 或 {sample}，但内容是{cell}。',
};

const readAs: Wording = {
  en: 'Dates are read as {parts}; choose another language for the file if it is written otherwise.',
  'zh-TW': '日期依{parts}的順序讀取；若檔案的寫法不同，請為檔案選擇其他語言。',
  'zh-CN': '日期按{parts}的顺序读取；若文件的写法不同，请为文件选择其他语言。',
};

const comma: Wording = { en: ', ', 'zh-TW': '、', 'zh-CN': '、' };

const partNames: Readonly<Record<DatePart, Wording>> = {
  day: { en: 'day', 'zh-TW': '日', 'zh-CN': '日' },
  month: { en: 'month', 'zh-TW': '月', 'zh-CN': '月' },
  year: { en: 'year', 'zh-TW': '年', 'zh-CN': '年' },
};
