import { fromDate, toZoned, type ZonedDateTime } from '@internationalized/date';

export type SnoozeTime = 'later' | 'tomorrow' | 'week';

const hoursLater = 3;
const morning = { hour: 9, minute: 0, second: 0, millisecond: 0 };

/** When something may come again: in some hours, on the next morning, on the morning of the next Monday, where the person is. */
export function snoozeTimes(now: Date, timeZone: string): readonly { readonly time: SnoozeTime; readonly until: Date }[] {
  const here = toZoned(fromDate(now, timeZone), timeZone);
  return [
    { time: 'later', until: here.add({ hours: hoursLater }).toDate() },
    { time: 'tomorrow', until: here.add({ days: 1 }).set(morning).toDate() },
    { time: 'week', until: here.add({ days: daysToMonday(here) }).set(morning).toDate() },
  ];
}

/** One to seven: on a Monday it is the next one. */
function daysToMonday(day: ZonedDateTime): number {
  const weekday = new Date(Date.UTC(day.year, day.month - 1, day.day)).getUTCDay();
  return weekday === 0 ? 1 : 8 - weekday;
}
