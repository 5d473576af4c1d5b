import { sql } from 'kysely';
import { localDay } from '../values/time-zone.js';
import { type FunctionDefinition } from './function-definition.js';

export const today: FunctionDefinition = {
  name: 'TODAY',
  signature: 'TODAY()',
  description: 'The date of today in the time zone of the org.',
  examples: [{ formula: 'TODAY() + 7' }],
  parameters: [],
  readsMoment: true,
  result: 'date',
  evaluate: (_, moment) => localDay(moment.now, moment.timeZone),
  compile: (call) => sql`(${call.now} at time zone ${call.timeZone})::date`,
};
