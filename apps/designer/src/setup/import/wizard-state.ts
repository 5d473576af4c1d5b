import type { FieldDescription, ImportColumn, ImportPlan, ObjectDescription } from '@guanxi/metadata';
import type { Reading, Upload } from './upload-file.js';

export const wizardSteps = ['file', 'mapping', 'match', 'problems', 'summary', 'run', 'report'] as const;
export type WizardStep = (typeof wizardSteps)[number];

/** How one column of the file is taken over, with what is mended on the way. */
export type ColumnChoice = Omit<ImportColumn, 'column'>;

/** Everything that was chosen so far; going back a step loses nothing. */
export interface WizardState {
  readonly step: WizardStep;
  readonly upload: Upload | null;
  /** What somebody has said about the file; the rest is found out. */
  readonly reading: Reading;
  readonly locale: string | null;
  readonly object: string | null;
  /** By heading; a heading that is not here is left out. */
  readonly columns: Readonly<Record<string, ColumnChoice>>;
  /** By heading: the names of fields that were made for it and wait to be published. */
  readonly awaited: Readonly<Record<string, string>>;
  readonly mode: ImportPlan['mode'];
  readonly matchBy: readonly string[];
  readonly duplicates: NonNullable<ImportPlan['duplicates']>;
  readonly blanks: NonNullable<ImportPlan['blanks']>;
  readonly automations: NonNullable<ImportPlan['automations']>;
  /** The import that stands before its first write. */
  readonly import: string | null;
  /** A repair was chosen since the file was looked at. */
  readonly isMended: boolean;
}

export const newWizard: WizardState = {
  step: 'file', upload: null, reading: {}, locale: null, object: null, columns: {}, awaited: {}, mode: 'create', matchBy: [],
  duplicates: 'refuse', blanks: 'clear', automations: 'RUN', import: null, isMended: false,
};

export function planOf({ object, mode, matchBy, duplicates, blanks, automations, columns, upload, reading, locale }: WizardState): ImportPlan {
  const format = { ...reading, ...(locale !== null && { locale }) };
  return {
    object: object ?? '', mode, ...(mode !== 'create' && matchBy.length > 0 && { matchBy }),
    ...(duplicates !== 'refuse' && { duplicates }), ...(mode !== 'create' && blanks !== 'clear' && { blanks }), ...(automations !== 'RUN' && { automations }),
    columns: (upload?.columns ?? []).flatMap((column) => {
      const choice = columns[column];
      return choice ? [{ ...choice, column }] : [];
    }),
    ...(Object.keys(format).length > 0 && { format }),
  };
}

/** What a plan that was kept says about a file, as far as the file has its columns. */
export function stateOf(plan: ImportPlan, headings: readonly string[]): Partial<WizardState> {
  const matchBy = plan.matchBy === undefined ? [] : typeof plan.matchBy === 'string' ? [plan.matchBy] : plan.matchBy;
  return {
    columns: Object.fromEntries(plan.columns.filter(({ column }) => headings.includes(column)).map(({ column, ...choice }) => [column, choice])),
    mode: plan.mode, matchBy, duplicates: plan.duplicates ?? 'refuse', blanks: plan.blanks ?? 'clear', automations: plan.automations ?? 'RUN', locale: plan.format?.locale ?? null,
  };
}

/** What is filled by now of the fields that were waited for. */
export function takeAwaited({ awaited, columns }: Pick<WizardState, 'awaited' | 'columns'>, object: ObjectDescription, objects: readonly ObjectDescription[]): Pick<WizardState, 'awaited' | 'columns'> {
  const arrived = Object.entries(awaited).flatMap(([column, name]) => importFields(object).filter((field) => field.name === name).map((field) => [column, usualChoice(field, objects)] as const));
  if (arrived.length === 0) return { awaited, columns };
  const columnsNow = new Set(arrived.map(([column]) => column));
  return { awaited: Object.fromEntries(Object.entries(awaited).filter(([column]) => !columnsNow.has(column))), columns: { ...columns, ...Object.fromEntries(arrived) } };
}

/** The fields that a file can fill. */
export function importFields(object: ObjectDescription): readonly FieldDescription[] {
  return object.fields.filter(({ writable, name, memberOf }) => writable && name !== 'id' && memberOf === undefined);
}

/** Fields that a new record needs and no column fills. */
export function missingFields(object: ObjectDescription, columns: WizardState['columns']): readonly FieldDescription[] {
  const filled = new Set(Object.values(columns).map(({ field }) => field.split('.')[0]));
  return importFields(object).filter((field) => field.required && !field.system && field.default === undefined && field.defaultFormula === undefined && field.type !== 'autoNumber' && !filled.has(field.name));
}

/** What a lookup's column can hold instead of record ids. People are known by their address or name. */
export function matchFields(target: ObjectDescription): readonly FieldDescription[] {
  return target.fields.filter(({ externalId, name }) => externalId || (target.platform && (name === 'email' || name === 'name')));
}

/** By what records of the object can be found: each has an index. */
export function keyFields(object: ObjectDescription, columns: WizardState['columns']): readonly FieldDescription[] {
  const filled = new Set(Object.values(columns).map(({ field }) => field));
  return object.fields.filter(({ externalId, unique, name }) => (externalId || unique) && filled.has(name));
}

/** How a lookup is found unless told otherwise. */
export function usualChoice(field: FieldDescription, objects: readonly ObjectDescription[]): ColumnChoice {
  const target = objects.find(({ name }) => name === field.target);
  const by = target && (matchFields(target).find(({ name }) => name === 'email') ?? matchFields(target)[0]);
  return { field: field.name, ...(by && { match: by.name, ...(!target.platform && { createMissing: true }) }) };
}
