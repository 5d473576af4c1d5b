import { sql } from 'kysely';
import { settleLocation } from '../values/location.js';
import { argument, number, type FunctionDefinition } from './function-definition.js';

export const geolocation: FunctionDefinition = {
  name: 'GEOLOCATION',
  signature: 'GEOLOCATION(latitude, longitude)',
  area: 'location',
  description: {
    en: 'A location from degrees; blank where one is missing or out of range.',
    'zh-TW': '由經緯度組成的位置；缺少或超出範圍時為空白。',
    'zh-CN': '由经纬度组成的位置；缺少或超出范围时为空白。',
  },
  examples: [
    { formula: 'ISBLANK(GEOLOCATION(25.03, 121.56))', result: false },
    { formula: 'ISBLANK(GEOLOCATION(91, 0))', result: true },
  ],
  parameters: [number('latitude'), number('longitude')],
  result: 'location',
  evaluate: (call) => settleLocation(call.number(0), call.number(1)),
  compile: (call) => call.bind({ latitude: argument(call, 0), longitude: argument(call, 1) }, ({ latitude, longitude }) =>
    sql`(case when abs(${latitude}) <= 90 and abs(${longitude}) <= 180 then array[${latitude}, ${longitude}] end)`),
};
