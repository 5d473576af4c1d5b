import { faultOf, translate, type Fault, type WorkflowInput } from '@guanxi/metadata';
import type { JsonValue, Wording } from '@guanxi/field-types';

/** Longer texts come in by files. */
const MOST_TEXT = 32_000;

type Read = { readonly ok: true; readonly value: JsonValue } | { readonly ok: false; readonly fault: Fault };

/** One value, in the form that runs keep it: decimals as text, days as YYYY-MM-DD, instants as ISO-8601 in UTC, a blank as null. */
export function readInputValue(input: WorkflowInput, given: unknown): Read {
  const blank = given === undefined || given === null || (typeof given === 'string' && given.trim() === '');
  if (blank) return input.required === true ? refuse(input, 'input.missing', wordings.missing) : { ok: true, value: null };
  const value = kinds[input.type](given);
  return value === undefined ? refuse(input, 'input.kind', wordings[input.type]) : { ok: true, value };
}

function refuse({ name, title, titles }: WorkflowInput, code: string, wording: Wording): Read {
  const called = (locale: string) => (title === undefined ? name : translate(title, titles, locale));
  const words = { input: called, most: String(MOST_TEXT) };
  return { ok: false, fault: faultOf(code, { ...wording, words }) };
}

/** Undefined for what is no value of the kind. */
const kinds: Readonly<Record<WorkflowInput['type'], (given: unknown) => JsonValue | undefined>> = {
  text(given) {
    // Numbers of orders and the like often come as numbers.
    const text = typeof given === 'number' && Number.isFinite(given) ? String(given) : given;
    return typeof text === 'string' && text.length <= MOST_TEXT && !text.includes('\0') ? text : undefined;
  },
  number(given) {
    const text = typeof given === 'number' ? String(given) : typeof given === 'string' ? given.trim() : '';
    return /^-?\d{1,30}(?:\.\d{1,20})?$/.test(text) ? text : undefined;
  },
  boolean: (given) => (typeof given === 'boolean' ? given : undefined),
  date: (given) => (typeof given === 'string' && isDay(given) ? given : undefined),
  datetime(given) {
    const [, day = ''] = typeof given === 'string' ? (/^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2})$/.exec(given) ?? []) : [];
    const instant = isDay(day) ? new Date(String(given)) : undefined;
    return instant && !Number.isNaN(instant.getTime()) ? instant.toISOString() : undefined;
  },
};

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

const wordings: Readonly<Record<WorkflowInput['type'] | 'missing', Wording>> = {
  missing: { en: '{input} has to have a value.', 'zh-TW': '必須填寫{input}。', 'zh-CN': '必须填写{input}。' },
  text: { en: '{input} has to be a text of at most {most} characters.', 'zh-TW': '{input}必須是文字，最多 {most} 個字元。', 'zh-CN': '{input}必须是文本，最多 {most} 个字符。' },
  number: { en: '{input} has to be a number, such as 12.5.', 'zh-TW': '{input}必須是數字，例如 12.5。', 'zh-CN': '{input}必须是数字，例如 12.5。' },
  boolean: { en: '{input} has to be true or false.', 'zh-TW': '{input}必須是 true 或 false。', 'zh-CN': '{input}必须是 true 或 false。' },
  date: { en: '{input} has to be a day, such as 2026-01-31.', 'zh-TW': '{input}必須是日期，例如 2026-01-31。', 'zh-CN': '{input}必须是日期，例如 2026-01-31。' },
  datetime: { en: '{input} has to be a moment with its time zone, such as 2026-01-31T09:00:00Z.', 'zh-TW': '{input}必須是含時區的日期時間，例如 2026-01-31T09:00:00Z。', 'zh-CN': '{input}必须是含时区的日期时间，例如 2026-01-31T09:00:00Z。' },
};
