import { sql } from 'kysely';
import { Numeric } from '../values/decimals.js';
import { argument, type FunctionDefinition } from './function-definition.js';

export const picklistcount: FunctionDefinition = {
  name: 'PICKLISTCOUNT',
  signature: 'PICKLISTCOUNT(picklist)',
  area: 'picklist',
  description: {
    en: 'How many values a picklist of several values has.',
    'zh-TW': '多選的選項清單有幾個值。',
    'zh-CN': '多选的选项列表有几个值。',
  },
  examples: [
    { formula: 'PICKLISTCOUNT(skills)', result: '0' },
  ],
  parameters: [{ name: 'picklist', types: ['multipicklist'] }],
  result: 'number',
  evaluate: (call) => new Numeric(call.list(0).length),
  compile: (call) => sql`cardinality(${argument(call, 0)})::numeric`,
};
