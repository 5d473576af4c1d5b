import type { BusinessCalendarDocument, Model } from '@guanxi/metadata';
import { orgTable } from '@guanxi/query';
import { calendarContent, calendarHorizon, calendarLimit, fillCalendar, storedCalendar } from '@guanxi/workflow';
import { sql } from 'kysely';
import type { OrgTransaction } from '../database/sql-session.js';
import type { ModelSource } from './active-workflow.js';

/** Every calendar of a model stands in the org's tables, for years ahead. Costs a look-up per calendar where they do. Answers whether something was written. */
export async function keepCalendars(tx: OrgTransaction, model: Model, now: Date): Promise<boolean> {
  let isWritten = false;
  for (const calendar of model.businessCalendars) isWritten = (await keepCalendar(tx, calendar, now)) || isWritten;
  return isWritten;
}

/** Brings the open spans of a calendar up to date: after its hours have changed, and as time goes on. */
export async function keepCalendar(tx: OrgTransaction, calendar: BusinessCalendarDocument, now: Date): Promise<boolean> {
  const { schema, timeZone } = tx.org;
  const [known] = await tx.run<{ id: number }>(sql`
    select id from ${orgTable(schema, 'calendar')} where id = ${storedCalendar(calendar, schema, timeZone).key} and filled_until >= ${calendarLimit(now)}::date`);
  if (known) return false;
  for (const statement of fillCalendar(calendar, schema, timeZone, calendarHorizon(now))) await tx.run(statement);
  await tx.run(sql`analyze ${orgTable(schema, 'calendarSpan')}`);
  return true;
}

/** Forgets hours that no revision goes by in which a workflow is on or a run is on its way. Whoever asks for them all the same writes them again. */
export async function forgetCalendars(tx: OrgTransaction, models: ModelSource): Promise<void> {
  const { schema, timeZone } = tx.org;
  const { model } = await models.current(tx.org);
  const inUse = await tx.run<{ revision: number }>(sql`
    select revision from ${orgTable(schema, 'activation')} union select revision from ${orgTable(schema, 'run')} where next_attempt_at is not null or status = 'resting'`);
  const known = [model, ...(await Promise.all(inUse.map(({ revision }) => models.at(tx.org, revision))))];
  const contents = [...new Set(known.flatMap(({ businessCalendars }) => businessCalendars.map((calendar) => calendarContent(calendar, timeZone))))];
  await tx.run(sql`delete from ${orgTable(schema, 'calendar')} where not content = any(${contents}::jsonb[])`);
}
