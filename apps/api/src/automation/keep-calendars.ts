import type { BusinessCalendarDocument, Model } from '@guanxi/metadata';
import { orgTable } from '@guanxi/query';
import { calendarHorizon, calendarLimit, fillCalendar, storedCalendar } from '@guanxi/workflow';
import { sql } from 'kysely';
import type { OrgTransaction } from '../database/sql-session.js';

/** Every calendar of a model stands in the org's tables, for years ahead. Costs a look-up per calendar where they do. */
export async function keepCalendars(tx: OrgTransaction, model: Model, now: Date): Promise<void> {
  for (const calendar of model.businessCalendars) await keepCalendar(tx, calendar, now);
}

/** Brings the open spans of a calendar up to date: after its hours have changed, and as time goes on. */
export async function keepCalendar(tx: OrgTransaction, calendar: BusinessCalendarDocument, now: Date): Promise<void> {
  const { schema, timeZone } = tx.org;
  const [known] = await tx.run<{ id: number }>(sql`
    select id from ${orgTable(schema, 'calendar')} where id = ${storedCalendar(calendar, schema, timeZone).key} and filled_until >= ${calendarLimit(now)}::date`);
  if (known) return;
  for (const statement of fillCalendar(calendar, schema, timeZone, calendarHorizon(now))) await tx.run(statement);
}
