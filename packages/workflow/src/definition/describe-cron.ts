import { listWords, say, type Wording } from '@guanxi/field-types';
import { isWorkdays, readCronPattern, type CronPattern } from './cron-pattern.js';

/** "every Monday and Thursday at 09:00"; the five fields themselves where they say more than that. */
export function describeCron(cron: string, locale: string): string {
  const pattern = readCronPattern(cron);
  return pattern ? describe(pattern, locale) : cron;
}

function describe(pattern: CronPattern, locale: string): string {
  if (pattern.every === 'hour') return say({ ...sentences.hour, words: { minute: String(pattern.minute).padStart(2, '0') } }, locale);
  const time = `${String(pattern.hour).padStart(2, '0')}:${String(pattern.minute).padStart(2, '0')}`;
  if (pattern.every === 'day') return say({ ...sentences.day, words: { time } }, locale);
  if (pattern.every === 'month') return say({ ...sentences.month, words: { time, day: String(pattern.day) } }, locale);
  if (isWorkdays(pattern.days)) return say({ ...sentences.workdays, words: { time } }, locale);
  return say({ ...sentences.week, words: { time, days: listWords(pattern.days.map((day) => (language) => weekday(day, language)), 'conjunction') } }, locale);
}

/** 4 January 1970 was a Sunday. */
function weekday(day: number, locale: string): string {
  return new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' }).format(new Date(Date.UTC(1970, 0, 4 + day)));
}

const sentences: Readonly<Record<'hour' | 'day' | 'week' | 'workdays' | 'month', Wording>> = {
  hour: { en: 'every hour at {minute} minutes past', 'zh-TW': '每小時的第 {minute} 分', 'zh-CN': '每小时的第 {minute} 分' },
  day: { en: 'every day at {time}', 'zh-TW': '每天 {time}', 'zh-CN': '每天 {time}' },
  week: { en: 'every {days} at {time}', 'zh-TW': '每週的{days} {time}', 'zh-CN': '每周的{days} {time}' },
  workdays: { en: 'from Monday to Friday at {time}', 'zh-TW': '週一至週五 {time}', 'zh-CN': '周一至周五 {time}' },
  month: { en: 'on day {day} of every month at {time}', 'zh-TW': '每月 {day} 日 {time}', 'zh-CN': '每月 {day} 日 {time}' },
};
