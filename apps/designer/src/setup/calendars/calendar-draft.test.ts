import { newCalendar, readCalendarDraft, readHolidayLines, readHours, writeCalendar, writeHours } from './calendar-draft.js';

describe('hours as text', () => {
  it('are read as people write them, and written in one way', () => {
    for (const text of ['9-12, 13:30-18', '09:00–12:00 13:30–18:00', '9~12，13:30至18:00']) expect(writeHours(readHours(text) ?? [])).toBe('09:00–12:00, 13:30–18:00');
    expect(readHours(' ')).toEqual([]);
    expect(readHours('0-24')).toEqual([{ from: '00:00', to: '24:00' }]);
  });

  it('are refused where they end before they begin, overlap or are none', () => {
    for (const text of ['18-9', '9-12, 11-18', '9', 'nine to five', '9-25', '9:70-10']) expect(readHours(text)).toBeUndefined();
  });
});

describe('holidays as lines', () => {
  it('are read with their names from what stands in tables, and what is none is told', () => {
    expect(readHolidayLines('2026-01-01\tNew Year\n2026/2/16, 除夕\n2026年10月10日 國慶日\n\n2026-02-30 never\nsoon')).toEqual({
      holidays: [{ date: '2026-01-01', title: 'New Year', hours: '' }, { date: '2026-02-16', title: '除夕', hours: '' }, { date: '2026-10-10', title: '國慶日', hours: '' }],
      wrong: ['2026-02-30 never', 'soon'],
    });
  });
});

it('a calendar comes back from its draft as it was, holidays in their order', () => {
  const calendar = { ...newCalendar('office', 'Office', 'c'), timeZone: 'Asia/Taipei', holidays: [{ date: '2026-01-01', title: 'New Year' }, { date: '2026-01-03', hours: [{ from: '09:00', to: '12:00' }] }] };
  const draft = readCalendarDraft(calendar);
  expect(writeCalendar({ ...draft, holidays: [...draft.holidays].reverse() }, calendar)).toEqual(calendar);
});
