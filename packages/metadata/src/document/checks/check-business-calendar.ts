import type { Wording } from '@guanxi/field-types';
import { faultOf } from '../../problem.js';
import { weekdays, type BusinessCalendarDocument, type OpenHours } from '../documents.js';
import type { CheckContext, PlaceInDocument } from './check-context.js';

/** The time zone is one, hours of a day follow each other, no date stands twice, and some time of the week is open. */
export function checkBusinessCalendar({ title, timeZone, week, holidays = [] }: BusinessCalendarDocument, context: CheckContext): void {
  if (timeZone !== undefined && !isTimeZone(timeZone)) context.report(['timeZone'], faultOf('calendar.zone', { ...noZone, words: { zone: timeZone } }));
  for (const day of weekdays) checkHours(week[day] ?? [], ['week', day], context);
  if (weekdays.every((day) => (week[day] ?? []).length === 0)) context.report(['week'], faultOf('calendar.closed', { ...neverOpen, words: { title } }));
  const seen = new Set<string>();
  holidays.forEach(({ date, hours = [] }, index) => {
    if (seen.has(date)) context.report(['holidays', index, 'date'], faultOf('calendar.repeated', { ...twice, words: { date } }));
    seen.add(date);
    if (!isDate(date)) context.report(['holidays', index, 'date'], faultOf('calendar.date', { ...noDate, words: { date } }));
    checkHours(hours, ['holidays', index, 'hours'], context);
  });
}

function checkHours(hours: readonly OpenHours[], place: PlaceInDocument, context: CheckContext): void {
  hours.forEach(({ from, to }, index) => {
    const before = hours[index - 1];
    if (from >= to) context.report([...place, index], faultOf('calendar.backwards', { ...backwards, words: { from, to } }, overnight));
    if (before && from < before.to) context.report([...place, index, 'from'], faultOf('calendar.overlap', { ...overlap, words: { from, before: before.to } }));
  });
}

function isDate(date: string): boolean {
  const at = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(date);
}

function isTimeZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

const noZone: Wording = { en: 'There is no time zone “{zone}”. Write its IANA name, such as Asia/Taipei.', 'zh-TW': '沒有「{zone}」這個時區。請填寫 IANA 名稱，例如 Asia/Taipei。', 'zh-CN': '没有“{zone}”这个时区。请填写 IANA 名称，例如 Asia/Shanghai。' };
const neverOpen: Wording = { en: '{title} has no hours on any day of the week: time counted by it would never pass.', 'zh-TW': '「{title}」一週內沒有任何工作時間：以它計算的時間永遠不會經過。', 'zh-CN': '“{title}”一周内没有任何工作时间：按它计算的时间永远不会经过。' };
const twice: Wording = { en: '{date} stands twice among the holidays.', 'zh-TW': '假日中重複出現 {date}。', 'zh-CN': '假日中重复出现 {date}。' };
const noDate: Wording = { en: 'There is no {date} in the calendar.', 'zh-TW': '沒有 {date} 這一天。', 'zh-CN': '没有 {date} 这一天。' };
const backwards: Wording = { en: 'The hours from {from} to {to} end before they begin.', 'zh-TW': '{from} 到 {to} 的結束時間早於開始時間。', 'zh-CN': '{from} 到 {to} 的结束时间早于开始时间。' };
const overnight: Wording = { en: 'Hours over midnight are two spans: until 24:00, and from 00:00 of the next day.', 'zh-TW': '跨午夜的時間請分成兩段：到 24:00，以及隔天從 00:00 開始。', 'zh-CN': '跨午夜的时间请分成两段：到 24:00，以及次日从 00:00 开始。' };
const overlap: Wording = { en: 'The hours from {from} begin before the ones until {before} have ended.', 'zh-TW': '從 {from} 開始的時間，早於前一段的結束時間 {before}。', 'zh-CN': '从 {from} 开始的时间，早于前一段的结束时间 {before}。' };
