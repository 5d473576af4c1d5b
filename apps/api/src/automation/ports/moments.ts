import { afterInstant, openSeconds, storedCalendar, type MomentSpan, type OrgPlace, type Period, type StoredCalendar } from '@guanxi/workflow';
import { sql } from 'kysely';
import type { OrgTransaction } from '../../database/sql-session.js';
import { keepCalendar } from '../keep-calendars.js';

interface Place {
  readonly tx: OrgTransaction;
  readonly place: OrgPlace;
  readonly now: Date;
}

/** Instants a period after others, in their order. */
export async function afterMoments(moments: readonly string[], period: Period, calendarName: string | undefined, at: Place): Promise<readonly string[]> {
  const calendar = await findCalendar(calendarName, at);
  const rows = await at.tx.run<{ moment: Date }>(sql`
    select ${afterInstant(sql`given.at`, period, at.place, calendar)} as moment
    from unnest(${moments}::timestamptz[]) with ordinality as given(at, position) order by given.position`);
  return rows.map(({ moment }) => moment.toISOString());
}

/** Minutes between each two instants. */
export async function minutesBetween(spans: readonly MomentSpan[], calendarName: string | undefined, at: Place): Promise<readonly number[]> {
  const calendar = await findCalendar(calendarName, at);
  const seconds = calendar ? openSeconds(sql`given.since`, sql`given.until`, calendar) : sql`extract(epoch from given.until - given.since)`;
  const rows = await at.tx.run<{ minutes: number }>(sql`
    select (${seconds})::float8 / 60 as minutes
    from unnest(${spans.map(({ from }) => from)}::timestamptz[], ${spans.map(({ to }) => to)}::timestamptz[]) with ordinality as given(since, until, position)
    order by given.position`);
  return rows.map(({ minutes }) => minutes);
}

async function findCalendar(name: string | undefined, { tx, place, now }: Place): Promise<StoredCalendar | undefined> {
  if (name === undefined) return undefined;
  const document = place.named.businessCalendars.find((one) => one.name === name);
  if (!document) throw new RangeError(`There is no business calendar ${name} in the workflow's revision.`);
  await keepCalendar(tx, document, now);
  return storedCalendar(document, place.schema, place.timeZone);
}
