import { weekdays, type BusinessCalendarDocument, type Holiday, type OpenHours, type Weekday } from '@guanxi/metadata';
import type { TranslatedTextValue } from '../form/TranslatedText.js';

/** A calendar as it is being edited: hours are the text that stands in the fields. */
export interface CalendarDraft {
  readonly label: TranslatedTextValue;
  readonly timeZone: string | null;
  readonly week: Readonly<Record<Weekday, string>>;
  readonly holidays: readonly HolidayDraft[];
}

export interface HolidayDraft {
  readonly date: string;
  readonly title: string;
  /** Empty: the day is free. */
  readonly hours: string;
  readonly titles?: Holiday['titles'];
}

export const workingWeek: readonly Weekday[] = weekdays.slice(0, 5);

export function readCalendarDraft({ title, titles = {}, timeZone, week, holidays = [] }: BusinessCalendarDocument): CalendarDraft {
  return {
    label: { text: title, titles },
    timeZone: timeZone ?? null,
    week: Object.fromEntries(weekdays.map((day) => [day, writeHours(week[day] ?? [])])) as Record<Weekday, string>,
    holidays: holidays.map(({ date, title: name = '', titles: names, hours = [] }) => ({ date, title: name, hours: writeHours(hours), ...(names && { titles: names }) })),
  };
}

/** Hours that cannot be read are left out; the editor says which they are. */
export function writeCalendar({ label, timeZone, week, holidays }: CalendarDraft, before: BusinessCalendarDocument): BusinessCalendarDocument {
  const { titles: _titles, timeZone: _zone, ...rest } = before;
  return {
    ...rest,
    title: label.text.trim(),
    ...(Object.keys(label.titles).length > 0 && { titles: label.titles }),
    ...(timeZone !== null && { timeZone }),
    week: Object.fromEntries(weekdays.flatMap((day) => {
      const hours = readHours(week[day]) ?? [];
      return hours.length > 0 ? [[day, hours]] : [];
    })),
    holidays: sortHolidays(holidays).map(({ date, title, hours: text, titles }) => {
      const hours = readHours(text) ?? [];
      return { date, ...(title.trim() !== '' && { title: title.trim() }), ...(titles && { titles }), ...(hours.length > 0 && { hours }) };
    }),
  };
}

export function newCalendar(name: string, title: string, id: string): BusinessCalendarDocument {
  const day = [{ from: '09:00', to: '18:00' }];
  return { kind: 'business-calendar', name, title, week: Object.fromEntries(workingWeek.map((weekday) => [weekday, day])), guanxi: { id } };
}

export function sortHolidays(holidays: readonly HolidayDraft[]): readonly HolidayDraft[] {
  return [...holidays].sort((one, other) => one.date.localeCompare(other.date));
}

/** "9-12, 13:30–18" as spans; empty for a free day; undefined for what is no hours, ends before it begins or overlaps. */
export function readHours(text: string): readonly OpenHours[] | undefined {
  const spans = text.split(/[,，、;；]|\s+(?=\d{1,2}(?::\d{2})?\s*[-–—~～至到])/).map((part) => part.trim()).filter((part) => part !== '');
  const hours = spans.map(readSpan);
  if (hours.some((span) => span === undefined)) return undefined;
  const known = hours as readonly OpenHours[];
  return known.every(({ from, to }, index) => from < to && (index === 0 || from >= (known[index - 1]?.to ?? ''))) ? known : undefined;
}

export function writeHours(hours: readonly OpenHours[]): string {
  return hours.map(({ from, to }) => `${from}–${to}`).join(', ');
}

/** Lines as people copy them from a table: a date, and what the day is called. */
export function readHolidayLines(text: string): { readonly holidays: readonly HolidayDraft[]; readonly wrong: readonly string[] } {
  const holidays: HolidayDraft[] = [];
  const wrong: string[] = [];
  for (const line of text.split(/\r?\n/).map((one) => one.trim()).filter((one) => one !== '')) {
    const match = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?[\s,，;；\t]*(.*)$/.exec(line);
    const date = match && `${match[1]}-${match[2]?.padStart(2, '0')}-${match[3]?.padStart(2, '0')}`;
    if (!date || !isDate(date)) wrong.push(line);
    else holidays.push({ date, title: match[4]?.trim() ?? '', hours: '' });
  }
  return { holidays, wrong };
}

export function isDate(date: string): boolean {
  const at = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(date);
}

/** Minutes of a time of day: 24:00 is 1440. */
export function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}

export function openMinutes(hours: readonly OpenHours[]): number {
  return hours.reduce((sum, { from, to }) => sum + minutesOf(to) - minutesOf(from), 0);
}

function readSpan(text: string): OpenHours | undefined {
  const match = /^(\d{1,2})(?::(\d{2}))?\s*(?:[-–—~～至到])\s*(\d{1,2})(?::(\d{2}))?$/.exec(text);
  if (!match) return undefined;
  const [from, to] = [readTime(match[1], match[2]), readTime(match[3], match[4])];
  return from === undefined || to === undefined || from === '24:00' ? undefined : { from, to };
}

function readTime(hours = '', minutes = '00'): string | undefined {
  const [hour, minute] = [Number(hours), Number(minutes)];
  if (minute > 59 || hour > 24 || (hour === 24 && minute > 0)) return undefined;
  return `${String(hour).padStart(2, '0')}:${minutes}`;
}
