import { say } from '@guanxi/field-types';
import { pluralWord } from '@guanxi/metadata';
import { checkCron } from '../cron.js';
import type { TriggerKind } from '../trigger.js';

export const schedule: TriggerKind<'schedule'> = {
  name: 'schedule',
  title: 'On a schedule',
  describe: ({ cron, timeZone }, object, _model, locale = 'en') =>
    say({ ...(timeZone === undefined ? sentences.org : sentences.zone), words: { cron, zone: timeZone ?? '', objects: pluralWord(object) } }, locale),

  check({ cron, timeZone }) {
    const wrong = checkCron(cron);
    return [
      ...(wrong === undefined ? [] : [{ path: '/cron', code: 'schedule.cron', message: `“${cron}” is no schedule: ${wrong}`, hint: 'Write minute, hour, day of the month, month and day of the week, such as 0 9 * * 1 for Mondays at nine.' }]),
      ...(timeZone === undefined || isTimeZone(timeZone) ? [] : [{ path: '/timeZone', code: 'schedule.zone', message: `There is no time zone “${timeZone}”.`, hint: 'Write its IANA name, such as Asia/Taipei.' }]),
    ];
  },
};

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

const sentences = {
  org: { en: 'at the times of {cron}, for {objects}', 'zh-TW': '依排程 {cron}，對{objects}執行', 'zh-CN': '按计划 {cron}，对{objects}执行' },
  zone: { en: 'at the times of {cron} in {zone}, for {objects}', 'zh-TW': '依排程 {cron}（{zone}），對{objects}執行', 'zh-CN': '按计划 {cron}（{zone}），对{objects}执行' },
};
