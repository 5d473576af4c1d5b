import type { JsonValue, Period } from '@guanxi/field-types';

/** A relative period as people choose it: "last 30 days", "this month". */
export interface ChosenPeriod {
  readonly mode: 'last' | 'next' | 'this';
  readonly count: number;
  readonly unit: PeriodUnit;
}

export type PeriodUnit = 'day' | 'week' | 'month' | 'quarter' | 'year';

export const periodModes = ['last', 'next', 'this'] as const;

/** Whole quarters cannot be counted; the API has no word for them. */
export function unitsOf(mode: ChosenPeriod['mode']): readonly PeriodUnit[] {
  return mode === 'this' ? ['day', 'week', 'month', 'quarter', 'year'] : ['day', 'week', 'month', 'year'];
}

export function readPeriod(operand: JsonValue): ChosenPeriod {
  const period = (typeof operand === 'object' && operand !== null ? operand : {}) as Readonly<Record<string, unknown>>;
  if (typeof period['this'] === 'string') return { mode: 'this', count: 1, unit: period['this'] as PeriodUnit };
  const mode = 'next' in period ? 'next' : 'last';
  const [[units, count] = ['days', 30]] = Object.entries((period[mode] ?? {}) as Readonly<Record<string, number>>);
  return { mode, count: Number(count), unit: units.replace(/s$/, '') as PeriodUnit };
}

export function writePeriod({ mode, count, unit }: ChosenPeriod): JsonValue {
  const allowed = unitsOf(mode).includes(unit) ? unit : 'month';
  const period = mode === 'this' ? { this: allowed } : { [mode]: { [`${allowed}s`]: Math.max(1, Math.round(count)) } };
  return period as unknown as Period as unknown as JsonValue;
}
