import { sql } from 'kysely';
import { localDay } from '../values/time-zone.js';
import { type FunctionDefinition } from './function-definition.js';

export const today: FunctionDefinition = {
  name: 'TODAY',
  signature: 'TODAY()',
  area: 'date',
  description: {
    en: 'The date of today in the time zone of the org.',
    'zh-TW': '組織時區的今天。',
    'zh-CN': '组织时区的今天。',
  },
  examples: [{ formula: 'TODAY() + 7' }],
  parameters: [],
  readsMoment: true,
  result: 'date',
  evaluate: (_, moment) => localDay(moment.now, moment.timeZone),
  compile: (call) => sql`(${call.now} at time zone ${call.timeZone})::date`,
};
