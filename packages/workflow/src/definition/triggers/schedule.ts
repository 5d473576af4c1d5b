import { say } from '@guanxi/field-types';
import { pluralWord } from '@guanxi/metadata';
import { checkCron } from '../cron.js';
import { describeCron } from '../describe-cron.js';
import type { TriggerKind } from '../trigger.js';

export const schedule: TriggerKind<'schedule'> = {
  name: 'schedule',
  title: 'On a schedule',
  describe: ({ cron, timeZone }, object, _model, locale = 'en') =>
    say({ ...(timeZone === undefined ? sentences.org : sentences.zone), words: { times: (language) => describeCron(cron, language), zone: timeZone ?? '', objects: pluralWord(object) } }, locale),

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
  org: { en: '{times}, for {objects}', 'zh-TW': '{times}，對{objects}執行', 'zh-CN': '{times}，对{objects}执行' },
  zone: { en: '{times} in {zone}, for {objects}', 'zh-TW': '{times}（{zone}），對{objects}執行', 'zh-CN': '{times}（{zone}），对{objects}执行' },
};
