import { sql } from 'kysely';
import { localTime } from '../values/time-zone.js';
import { type FunctionDefinition } from './function-definition.js';

export const timenow: FunctionDefinition = {
  name: 'TIMENOW',
  signature: 'TIMENOW()',
  area: 'date',
  description: {
    en: 'The time of the day it is now in the time zone of the org.',
    'zh-TW': '組織時區現在的時間。',
    'zh-CN': '组织时区现在的时间。',
  },
  examples: [
    { formula: 'TIMENOW() < TIMEVALUE("18:00")' },
  ],
  parameters: [],
  result: 'time',
  readsMoment: true,
  evaluate: (_, moment) => localTime(moment.now, moment.timeZone),
  compile: (call) => sql`(${call.now} at time zone ${call.timeZone})::time`,
};
