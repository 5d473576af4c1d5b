import { everyMorning, readCron, writeCron } from './cron.js';

it('writes what people say as five fields, and reads it again', () => {
  const rhythms = [
    ['0 2 * * *', { ...everyMorning }],
    ['30 17 * * 5', { ...everyMorning, repeat: 'week' as const, time: '17:30:00', weekday: 5 }],
    ['5 6 28 * *', { ...everyMorning, repeat: 'month' as const, time: '06:05:00', day: 28 }],
  ] as const;
  for (const [cron, rhythm] of rhythms) {
    expect(writeCron(rhythm)).toBe(cron);
    expect(readCron(cron)).toEqual({ ...rhythm, cron });
  }
});

it('keeps what it has no words for as it is', () => {
  for (const cron of ['0 */6 * * *', '0 6 1,15 * *', '0 6 31 * *', '0 6 * 1 *']) expect(writeCron(readCron(cron))).toBe(cron);
});
