import type { FieldSettings } from '../field-type.js';

/** What a formula may come to. */
export type FormulaResult = 'text' | 'number' | 'currency' | 'percent' | 'boolean' | 'date' | 'dateTime' | 'time';

/** A computed number may have more digits than anybody would type. */
const amount = (scale: number): FieldSettings => ({ precision: 38, scale });
const none = (): FieldSettings => ({});

const settings: Readonly<Record<FormulaResult, (scale: number) => FieldSettings>> = {
  text: () => ({ maxLength: 255 }),
  number: amount,
  currency: amount,
  percent: amount,
  boolean: none,
  date: none,
  dateTime: none,
  time: none,
};

export const formulaResults = Object.keys(settings) as readonly FormulaResult[];

/** The settings that the values of a formula have as values of its result's kind. */
export function resultSettings({ result, scale = 2 }: { readonly result: FormulaResult; readonly scale?: number }): FieldSettings {
  return settings[result](scale);
}
