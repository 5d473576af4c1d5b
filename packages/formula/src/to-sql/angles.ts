import { sql } from 'kysely';
import { arcTangentSeries, fourRadii, halfPi, pi, radiansPerDegree, radiansPerHalfDegree, sineSeries, twoPi, type LengthUnit } from '../values/angles.js';
import type { Bind, Sql } from './fragments.js';

/** The steps of `values/angles.ts`, one by one, in doubles. */
export function sineInSql(bind: Bind, angle: Sql): Sql {
  const small = bind({ a: sql`mod(${angle}, ${number(twoPi)})` }, ({ a }) =>
    sql`(case when ${a} > ${number(pi)} then ${a} - ${number(twoPi)} when ${a} < - ${number(pi)} then ${a} + ${number(twoPi)} else ${a} end)`);
  const acute = bind({ a: small }, ({ a }) =>
    sql`(case when ${a} > ${number(halfPi)} then ${number(pi)} - ${a} when ${a} < - ${number(halfPi)} then - ${number(pi)} - ${a} else ${a} end)::float8`);
  return settle(sine(bind, acute), 15);
}

export function arcTangentInSql(bind: Bind, tangent: Sql, times: 1 | 2): Sql {
  return settle(sql`${arcTangent(bind, tangent)} * ${double(times)}`, 15);
}

export function arcSineInSql(bind: Bind, value: Sql): Sql {
  return bind({ s: value }, ({ s }) => sql`(case when abs(${s}) <= 1 then ${bind({ x: sql`${s}::float8` }, ({ x }) =>
    arcTangentInSql(bind, sql`${x} / (${double(1)} + sqrt(${double(1)} - ${x} * ${x}))`, 2))} end)`);
}

/** Locations are [latitude, longitude]. */
export function distanceInSql(bind: Bind, [one, other]: readonly [Sql, Sql], unit: LengthUnit): Sql {
  return bind({ a: one, b: other }, ({ a, b }) => {
    const degrees = { latitude: sql.lit(1), longitude: sql.lit(2) };
    const part = (place: Sql, name: keyof typeof degrees): Sql => sql`(${place})[${degrees[name]}]`;
    const east = bind({ apart: sql`abs(${part(a, 'longitude')} - ${part(b, 'longitude')})` }, ({ apart }) =>
      sine(bind, sql`((case when ${apart} > 180 then 360 - ${apart} else ${apart} end)::float8 * ${double(radiansPerHalfDegree)})`));
    const north = sine(bind, sql`((${part(a, 'latitude')} - ${part(b, 'latitude')})::float8 * ${double(radiansPerHalfDegree)})`);
    const cosine = (place: Sql): Sql => sine(bind, sql`((90 - abs(${part(place, 'latitude')}))::float8 * ${double(radiansPerDegree)})`);
    const h = bind({ north, east }, (sines) => sql`(${sines.north} * ${sines.north} + ${cosine(a)} * ${cosine(b)} * (${sines.east} * ${sines.east}))`);
    const tangent = bind({ h }, (bound) => sql`(sqrt(${bound.h}) / (${double(1)} + sqrt(greatest(${double(1)} - ${bound.h}, ${double(0)}))))`);
    return settle(sql`${arcTangent(bind, tangent)} * ${double(fourRadii[unit])}`, 6);
  });
}

function sine(bind: Bind, angle: Sql): Sql {
  return bind({ x: angle }, ({ x }) => sql`(${x} * ${inPowers(sql`(${x} * ${x})`, sineSeries, bind)})`);
}

function arcTangent(bind: Bind, tangent: Sql): Sql {
  const halve = (t: Sql): Sql => bind({ x: t }, ({ x }) => sql`(${x} / (${double(1)} + sqrt(${double(1)} + ${x} * ${x})))`);
  return bind({ x: halve(halve(halve(tangent))) }, ({ x }) => sql`(${x} * ${inPowers(sql`(${x} * ${x})`, arcTangentSeries, bind)} * ${double(8)})`);
}

function inPowers(square: Sql, coefficients: readonly number[], bind: Bind): Sql {
  return bind({ z: square }, ({ z }) =>
    coefficients.map((coefficient) => double(coefficient)).reduceRight((sum, coefficient) => sql`(${coefficient} + ${z} * ${sum})`));
}

function settle(value: Sql, digits: 6 | 15): Sql {
  return sql`(floor(${value} * ${double(digits === 6 ? 1e6 : 1e15)} + ${double(0.5)})::bigint * ${number(digits === 6 ? '0.000001' : '0.000000000000001')})`;
}

function double(value: number): Sql {
  return sql`${sql.lit(String(value))}::float8`;
}

function number(digits: string): Sql {
  return sql`${sql.lit(digits)}::numeric`;
}
