import type { JsonValue, Period } from '@guanxi/field-types';

/** A relative period as people choose it: "last 30 days", "this month", "the quarter before". */
export interface ChosenPeriod {
  readonly mode: PeriodMode;
  readonly count: number;
  readonly unit: PeriodUnit;
}

export type PeriodUnit = 'day' | 'week' | 'month' | 'quarter' | 'year';
export type PeriodMode = (typeof periodModes)[number];

export const periodModes = ['last', 'next', 'this', 'previous', 'following'] as const;

export const periodUnits: readonly PeriodUnit[] = ['day', 'week', 'month', 'quarter', 'year'];

/** Whether so many units are counted; the other modes are one unit of the calendar. */
export function isCounted(mode: PeriodMode): mode is 'last' | 'next' {
  return mode === 'last' || mode === 'next';
}

export function readPeriod(operand: JsonValue): ChosenPeriod {
  const period = (typeof operand === 'object' && operand !== null ? operand : {}) as Readonly<Record<string, unknown>>;
  const mode = periodModes.find((each) => each in period) ?? 'last';
  const said = period[mode];
  if (!isCounted(mode)) return { mode, count: 1, unit: said as PeriodUnit };
  const [[units, count] = ['days', 30]] = Object.entries((said ?? {}) as Readonly<Record<string, number>>);
  return { mode, count: Number(count), unit: units.replace(/s$/, '') as PeriodUnit };
}

export function writePeriod({ mode, count, unit }: ChosenPeriod): JsonValue {
  const period = isCounted(mode) ? { [mode]: { [`${unit}s`]: Math.max(1, Math.round(count)) } } : { [mode]: unit };
  return period as unknown as Period as unknown as JsonValue;
}
