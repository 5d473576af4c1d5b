import { parseDate } from '@internationalized/date';

export const dueGroups = ['overdue', 'today', 'week', 'later', 'undated'] as const;

export type DueGroup = (typeof dueGroups)[number];

const daysAhead = 7;

/** `due` and `today` are days `YYYY-MM-DD`; the week is the seven days after today. */
export function dueGroupOf(due: string | null, today: string): DueGroup {
  if (due === null || due === '') return 'undated';
  if (due < today) return 'overdue';
  if (due === today) return 'today';
  return due <= parseDate(today).add({ days: daysAhead }).toString() ? 'week' : 'later';
}

/** Days that a task is put off to most often. */
export function laterDays(today: string): readonly { readonly day: 'today' | 'tomorrow' | 'monday'; readonly date: string }[] {
  const start = parseDate(today);
  const weekday = new Date(`${today}T00:00:00Z`).getUTCDay();
  return [
    { day: 'today', date: today },
    { day: 'tomorrow', date: start.add({ days: 1 }).toString() },
    { day: 'monday', date: start.add({ days: weekday === 0 ? 1 : 8 - weekday }).toString() },
  ];
}
