import { sql } from 'kysely';
import { secondArgumentMustBe } from '../check/sentences.js';
import type { CallArguments } from '../evaluate/call-arguments.js';
import { secondsOf, type Sql } from '../to-sql/fragments.js';
import { daysBetween } from '../values/instants.js';
import { Numeric } from '../values/decimals.js';
import { argument, type ArgumentType, type Fit, type Misfit, type SqlCall, type FunctionDefinition } from './function-definition.js';

export const formatduration: FunctionDefinition = {
  name: 'FORMATDURATION',
  signature: 'FORMATDURATION(seconds, with days?)',
  area: 'date',
  description: {
    en: 'Seconds, or the time between two instants or two times, as "HH:MM:SS", or as "D:HH:MM:SS" with days; fractions are left out.',
    'zh-TW': '把秒數或兩個日期時間、兩個時間的間隔寫成「HH:MM:SS」，含天數時為「D:HH:MM:SS」；不計小數。',
    'zh-CN': '把秒数或两个日期时间、两个时间的间隔写成“HH:MM:SS”，含天数时为“D:HH:MM:SS”；不计小数。',
  },
  examples: [
    { formula: 'FORMATDURATION(93784)', result: '26:03:04' },
    { formula: 'FORMATDURATION(93784, TRUE)', result: '1:02:03:04' },
    { formula: 'FORMATDURATION(TIMEVALUE("08:00"), TIMEVALUE("09:30"))', result: '01:30:00' },
  ],
  parameters: [{ name: 'seconds', types: ['number', 'datetime', 'time'] }, { name: 'with days', types: ['boolean', 'datetime', 'time'], optional: true }],
  result: fitDuration,
  evaluate: writeDuration,
  compile: compileDuration,
};

function fitDuration(types: readonly ArgumentType[]): Fit | Misfit {
  const [first = 'blank', second] = types;
  const isMoment = first === 'datetime' || first === 'time';
  if (isMoment && second !== first) return { index: types.length - 1, sentence: secondArgumentMustBe(first) };
  if (!isMoment && second !== undefined && second !== 'boolean') return { index: 1, sentence: secondArgumentMustBe('boolean') };
  return { arguments: types.map((type) => (type === 'blank' ? 'number' : type)), result: 'text' };
}

function writeDuration(call: CallArguments): string {
  const seconds = secondsIn(call);
  if (seconds === null) return '';
  const size = seconds.abs();
  const withDays = call.types[1] === 'boolean' && call.boolean(1);
  const days = size.dividedToIntegerBy(86_400);
  const hours = (withDays ? size.modulo(86_400) : size).dividedToIntegerBy(3600);
  const rest = [size.modulo(3600).dividedToIntegerBy(60), size.modulo(60)];
  const clock = [hours, ...rest].map((part) => part.toFixed(0).padStart(2, '0')).join(':');
  return `${seconds.isNegative() && !seconds.isZero() ? '-' : ''}${withDays ? `${days.toFixed(0)}:` : ''}${clock}`;
}

/** Whole; between two moments never negative. */
function secondsIn(call: CallArguments): Numeric | null {
  if (call.types[0] === 'number') return call.number(0)?.truncated() ?? null;
  if (call.types[0] === 'time') {
    const [one, other] = [call.time(0), call.time(1)];
    return one === null || other === null ? null : new Numeric(Math.abs(one - other)).dividedToIntegerBy(1_000_000);
  }
  const [one, other] = [call.instant(0), call.instant(1)];
  return one === null || other === null ? null : daysBetween(one, other).abs().times(86_400).toDecimalPlaces(6).truncated();
}

function compileDuration(call: SqlCall): Sql {
  const [one, other] = [argument(call, 0), call.arguments[1]];
  if (call.types[0] !== 'number') {
    const seconds = (value: Sql): Sql => (call.types[0] === 'time' ? sql`extract(epoch from ${value})` : secondsOf(value));
    return durationText(call, sql`trunc(abs(${seconds(one)} - ${seconds(other ?? one)}))`, sql`false`);
  }
  return durationText(call, sql`trunc(${one})`, other ?? sql`false`);
}

function durationText({ bind }: SqlCall, seconds: Sql, withDays: Sql): Sql {
  const padded = (part: Sql): Sql => sql`lpad(${part}::text, 2, '0')`;
  return bind({ seconds, size: sql`abs(${seconds})`, days: withDays }, ({ seconds: signed, size, days }) => bind(
    { hours: sql`trim_scale(div(case when ${days} then mod(${size}, 86400) else ${size} end, 3600))::text` },
    ({ hours }) => sql`coalesce(case when ${signed} < 0 then '-' else '' end || case when ${days} then trim_scale(div(${size}, 86400))::text || ':' else '' end
      || lpad(${hours}, greatest(2, length(${hours})), '0') || ':' || ${padded(sql`div(mod(${size}, 3600), 60)`)} || ':' || ${padded(sql`mod(${size}, 60)`)}, '')`,
  ));
}
