import { createTestDatabase, type TestDatabase } from '@guanxi/embedded-postgres/testing';
import type { BusinessCalendarDocument } from '@guanxi/metadata';
import fc from 'fast-check';
import { sql, type RawBuilder } from 'kysely';
import { compileText } from '../testing/compile-text.js';
import { addBusinessDays, addOpenTime, openBetween, subtractBusinessDays, subtractOpenTime } from './count-time.js';
import { movedDay, movedInstant, openSeconds, storedCalendar } from './count-time-sql.js';
import { fillCalendar } from './fill-calendar.js';
import { readCalendar, spansOn } from './work-calendar.js';

const day = [{ from: '09:00', to: '12:00' }, { from: '13:00', to: '18:00' }];
const office: BusinessCalendarDocument = {
  kind: 'business-calendar', name: 'office', title: 'Office', timeZone: 'Asia/Taipei', guanxi: { id: 'c-office' },
  week: { monday: day, tuesday: day, wednesday: day, thursday: day, friday: day },
  holidays: [{ date: '2026-01-01' }, { date: '2026-01-03', hours: [{ from: '09:00', to: '12:00' }] }],
};
const always: BusinessCalendarDocument = {
  ...office, name: 'always', timeZone: 'America/New_York', guanxi: { id: 'c-always' }, holidays: [{ date: '2026-07-04' }],
  week: Object.fromEntries(['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'].map((name) => [name, [{ from: '00:00', to: '24:00' }]])),
};
const nights: BusinessCalendarDocument = {
  ...office, name: 'nights', timeZone: 'Europe/Berlin', guanxi: { id: 'c-nights' }, holidays: [],
  week: { saturday: [{ from: '22:00', to: '24:00' }], sunday: [{ from: '00:00', to: '02:30' }, { from: '02:30', to: '06:00' }], monday: [{ from: '08:00', to: '10:00' }] },
};
const calendars = { office, always, nights };

describe('counting by a calendar', () => {
  const calendar = readCalendar(office, 'UTC');
  const at = (text: string) => Date.parse(`${text}+08:00`);
  const told = (instant: number | undefined) => (instant === undefined ? undefined : new Date(instant + 8 * 3_600_000).toISOString().slice(0, 16));
  const hours = (count: number) => ({ days: 0, milliseconds: count * 3_600_000 });

  it('counts business days over week-ends, holidays and working Saturdays', () => {
    expect(addBusinessDays('2025-12-31', 1, calendar)).toBe('2026-01-02');
    expect(addBusinessDays('2025-12-31', 2, calendar)).toBe('2026-01-03');
    expect(addBusinessDays('2025-12-31', 3, calendar)).toBe('2026-01-05');
    expect(addBusinessDays('2026-01-10', 1, calendar)).toBe('2026-01-12');
    expect(addBusinessDays('2026-01-10', 0, calendar)).toBe('2026-01-10');
    expect(subtractBusinessDays('2026-01-11', 1, calendar)).toBe('2026-01-09');
    expect(subtractBusinessDays('2026-01-05', 2, calendar)).toBe('2026-01-02');
  });

  it('counts open hours, and ends with a span rather than begin the next one', () => {
    expect(told(addOpenTime(at('2026-01-12T09:00'), hours(3), calendar))).toBe('2026-01-12T12:00');
    expect(told(addOpenTime(at('2026-01-12T09:00'), hours(8), calendar))).toBe('2026-01-12T18:00');
    expect(told(addOpenTime(at('2026-01-16T17:00'), hours(2), calendar))).toBe('2026-01-19T10:00');
    expect(told(addOpenTime(at('2026-01-10T15:00'), hours(1), calendar))).toBe('2026-01-12T10:00');
    expect(told(addOpenTime(at('2026-01-16T15:00'), { days: 1, milliseconds: 3_600_000 }, calendar))).toBe('2026-01-19T16:00');
    expect(told(subtractOpenTime(at('2026-01-12T10:00'), hours(2), calendar))).toBe('2026-01-09T17:00');
    expect(openBetween(at('2026-01-16T17:00'), at('2026-01-19T10:00'), calendar)).toBe(2 * 3_600_000);
    expect(openBetween(at('2026-01-19T10:00'), at('2026-01-16T17:00'), calendar)).toBe(-2 * 3_600_000);
  });

  it('takes days as long as they are where clocks change', () => {
    const length = (date: string) => spansOn(date, readCalendar(always, 'UTC')).reduce((sum, { startsAt, endsAt }) => sum + endsAt - startsAt, 0) / 3_600_000;
    expect([length('2026-03-08'), length('2026-03-09'), length('2026-11-01'), length('2026-07-04')]).toEqual([23, 24, 25, 0]);
    const night = (date: string) => spansOn(date, readCalendar(nights, 'UTC')).map(({ startsAt, endsAt }) => (endsAt - startsAt) / 3_600_000);
    expect(night('2026-03-29')).toEqual([2.5, 2.5]);
    expect(night('2026-10-25')).toEqual([3.5, 3.5]);
  });
});

describe('the tables', () => {
  let database: TestDatabase;
  const run = async (statement: RawBuilder<unknown>) => {
    const { text, values } = compileText(statement);
    return (await database.pool.query(text, values)).rows as Record<string, unknown>[];
  };

  beforeAll(async () => {
    database = await createTestDatabase('calendar');
    await database.pool.query(`
      create schema org_a;
      create table org_a._calendar (id integer generated always as identity primary key, calendar_id text not null, content jsonb not null, filled_until date not null);
      create unique index on org_a._calendar (calendar_id, md5(content::text));
      create table org_a._calendar_span (calendar integer not null references org_a._calendar (id) on delete cascade, day date not null, day_number integer not null,
        starts_at timestamptz not null, ends_at timestamptz not null, open_before bigint not null, open_until bigint not null, primary key (calendar, starts_at))`);
    for (const until of ['2026-06-30', '2028-12-31']) {
      for (const document of Object.values(calendars)) for (const statement of fillCalendar(document, 'org_a', 'UTC', until)) await run(statement);
    }
  }, 60_000);
  afterAll(() => database.drop());

  it('agree with the arithmetic in memory for any calendar, moment and length, also where clocks change', async () => {
    const instant = fc.oneof(
      fc.integer({ min: Date.parse('2024-01-01T00:00Z') / 1000, max: Date.parse('2028-06-01T00:00Z') / 1000 }),
      ...['2026-03-08T07:00Z', '2026-11-01T06:00Z', '2026-03-29T01:00Z', '2026-10-25T01:00Z'].map((change) => fc.integer({ min: -200_000, max: 200_000 }).map((seconds) => Date.parse(change) / 1000 + seconds)),
    ).map((seconds) => seconds * 1000);
    const amount = fc.record({ days: fc.integer({ min: 0, max: 12 }), minutes: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 3_000 })) });
    const away = fc.integer({ min: -3_000_000, max: 3_000_000 }).map((seconds) => seconds * 1000);
    const given = fc.record({ name: fc.constantFrom(...(Object.keys(calendars) as (keyof typeof calendars)[])), one: instant, away, amount });
    for (const { name, one, away: distance, amount: { days, minutes } } of fc.sample(given, { numRuns: 200, seed: 7 })) {
      const other = one + distance;
      const document = calendars[name];
      const [memory, stored] = [readCalendar(document, 'UTC'), storedCalendar(document, 'org_a', 'UTC')];
      const at = sql`${new Date(one).toISOString()}::timestamptz`;
      const date = new Date(one).toISOString().slice(0, 10);
      const [row] = await run(sql`select ${movedInstant(at, { days, minutes }, 'after', stored)} as after, ${movedInstant(at, { days, minutes }, 'before', stored)} as before,
        to_char(${movedDay(sql`${date}::date`, days, 'after', stored)}, 'YYYY-MM-DD') as "dayAfter", to_char(${movedDay(sql`${date}::date`, days, 'before', stored)}, 'YYYY-MM-DD') as "dayBefore",
        ${openSeconds(at, sql`${new Date(other).toISOString()}::timestamptz`, stored)}::float8 * 1000 as open`);
      const length = { days, milliseconds: minutes * 60_000 };
      expect({ name, one: new Date(one), ...length, ...row }).toEqual({
        name, one: new Date(one), ...length,
        after: new Date(addOpenTime(one, length, memory) ?? NaN), before: new Date(subtractOpenTime(one, length, memory) ?? NaN),
        dayAfter: addBusinessDays(date, days, memory), dayBefore: subtractBusinessDays(date, days, memory), open: openBetween(one, other, memory),
      });
    }
  }, 120_000);

  it('answer with their last day for what lies beyond them, and nothing for nothing', async () => {
    const stored = storedCalendar(office, 'org_a', 'UTC');
    const [row] = await run(sql`select to_char(${movedDay(sql`'2028-12-28'::date`, 9, 'after', stored)}, 'YYYY-MM-DD') as far,
      ${movedInstant(sql`null::timestamptz`, { days: 1, minutes: 5 }, 'after', stored)} as nothing, ${movedDay(sql`null::date`, 1, 'before', stored)} as "noDay"`);
    expect(row).toEqual({ far: '2028-12-29', nothing: null, noDay: null });
  });
});
