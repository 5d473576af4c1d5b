import { fieldType, resultKind, type FieldSettings, type FieldTypeName, type FormulaSettings } from '@guanxi/field-types';
import type { FormulaType } from '@guanxi/formula';
import type { RollUpOperation, ValueKind } from './model.js';

/** The kind that a formula field says its result is. */
export function kindOfFormula(settings: FieldSettings): ValueKind {
  const { kind, settings: own } = resultKind(settings as FormulaSettings);
  return { type: kind.name, settings: own };
}

/** PostgreSQL adds numbers of up to 18 digits up without end; this many digits hold every sum of them. */
const WIDEST = 38;
/** Digits after the point where nothing says how many: of a formula over the summed up records, and of an average. */
const FORMULA_SCALE = 2;
const AVERAGE_SCALE = 4;

/** What adding up, averaging or choosing among values of a kind gives. */
export function kindOfRollUp(operation: RollUpOperation, value: ValueKind | undefined, scale: number | undefined): ValueKind {
  if (operation === 'count' || !value) return { type: 'integer', settings: fieldType('integer').defaultSettings };
  if (operation !== 'sum' && operation !== 'avg') return plainKind(value);
  const type = value.type === 'integer' && operation === 'avg' ? 'decimal' : value.type;
  const own = value.settings['scale'];
  const known = typeof own === 'number' ? own : 0;
  const kind = kindWithScale(type, scale ?? (operation === 'avg' && type === 'decimal' ? Math.max(known, AVERAGE_SCALE) : known));
  return 'precision' in kind.settings ? { type, settings: { ...kind.settings, ...currencyOf(value), precision: WIDEST } } : kind;
}

/** The kind of a formula's answer where nothing but its type is known. */
export function kindOfFormulaType(type: FormulaType): ValueKind {
  const name = kindsOfTypes[type] ?? 'text';
  return name === 'decimal' ? { type: name, settings: { precision: WIDEST, scale: FORMULA_SCALE } } : { type: name, settings: fieldType(name).defaultSettings };
}

const kindsOfTypes: Readonly<Partial<Record<string, FieldTypeName>>> = {
  number: 'decimal', boolean: 'boolean', date: 'date', datetime: 'dateTime', time: 'time',
};

/** A chosen value is read, not written: what only its own field says of it (numbering, dependence) stays behind. */
function plainKind({ type, settings }: ValueKind): ValueKind {
  return type === 'autoNumber' ? { type: 'text', settings: fieldType('text').defaultSettings } : { type, settings: without(settings, ['dependsOn', 'inverse']) };
}

function kindWithScale(type: FieldTypeName, scale: number): ValueKind {
  const settings = fieldType(type).defaultSettings;
  return { type, settings: 'scale' in settings ? { ...settings, scale } : settings };
}

function currencyOf({ settings }: ValueKind): FieldSettings {
  const { currency } = settings;
  return currency === undefined ? {} : { currency };
}

function without(settings: FieldSettings, names: readonly string[]): FieldSettings {
  return Object.fromEntries(Object.entries(settings).filter(([name]) => !names.includes(name)));
}
