import { sql, type RawBuilder } from 'kysely';

/** When calendars are open, and when schedules are due. */
export function calendars(schema: string): RawBuilder<unknown>[] {
  const calendar = sql.id(schema, '_calendar');
  const span = sql.id(schema, '_calendar_span');
  return [
    // A calendar by what decides when it is open: what an earlier revision counts by stays until nothing does.
    sql`create table ${calendar} (
      id integer generated always as identity primary key,
      calendar_id text not null,
      content jsonb not null,
      filled_until date not null
    )`,
    sql`create unique index ${sql.id('_calendar_content')} on ${calendar} (calendar_id, md5(content::text))`,
    // Its open spans in their order. `day_number` counts business days from 1; `open_before` and `open_until` are the
    // seconds that were open before the span begins and when it ends.
    sql`create table ${span} (
      calendar integer not null references ${calendar} (id) on delete cascade,
      day date not null,
      day_number integer not null,
      starts_at timestamptz not null,
      ends_at timestamptz not null,
      open_before bigint not null,
      open_until bigint not null,
      primary key (calendar, starts_at)
    )`,
    sql`create index ${sql.id('_calendar_span_day')} on ${span} (calendar, day, day_number)`,
    sql`create index ${sql.id('_calendar_span_number')} on ${span} (calendar, day_number, day)`,
    sql`create index ${sql.id('_calendar_span_open')} on ${span} (calendar, open_until)`,
    sql`create index ${sql.id('_calendar_span_before')} on ${span} (calendar, open_before)`,
    // Of a schedule: its next time; the time whose runs are being made, and the record up to which they are.
    sql`alter table ${sql.id(schema, '_activation')}
      add column next_at timestamptz,
      add column firing_at timestamptz,
      add column fired_to uuid`,
  ];
}
