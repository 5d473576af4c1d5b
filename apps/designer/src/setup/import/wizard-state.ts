import type { FieldDescription, ImportPlan, ObjectDescription } from '@guanxi/metadata';
import type { Upload } from './upload-file.js';

export const wizardSteps = ['file', 'mapping', 'match', 'check', 'run'] as const;
export type WizardStep = (typeof wizardSteps)[number];

/** How one column of the file is taken over. */
export interface ColumnChoice {
  readonly field: string;
  /** For a lookup: the external-id field of the target that the column holds; without it the column holds record ids. */
  readonly match?: string;
  readonly createMissing?: boolean;
}

/** Everything that was chosen so far; going back a step loses nothing. */
export interface WizardState {
  readonly step: WizardStep;
  readonly upload: Upload | null;
  readonly object: string | null;
  /** By heading; a heading that is not here is left out. */
  readonly columns: Readonly<Record<string, ColumnChoice>>;
  readonly mode: ImportPlan['mode'];
  readonly matchBy: string | null;
  readonly dryRun: string | null;
  readonly run: string | null;
}

export const newWizard: WizardState = { step: 'file', upload: null, object: null, columns: {}, mode: 'create', matchBy: null, dryRun: null, run: null };

export function planOf({ object, mode, matchBy, columns, upload }: WizardState): ImportPlan {
  return {
    object: object ?? '', mode, ...(mode !== 'create' && matchBy !== null && { matchBy }),
    columns: (upload?.columns ?? []).flatMap((column) => {
      const choice = columns[column];
      return choice ? [{ column, field: choice.field, ...(choice.match !== undefined && { match: choice.match, ...(choice.createMissing && { createMissing: true }) }) }] : [];
    }),
  };
}

/** The fields that a file can fill. */
export function importFields(object: ObjectDescription): readonly FieldDescription[] {
  return object.fields.filter(({ writable, name }) => writable && name !== 'id');
}

/** Fields that a new record needs and no column fills. */
export function missingFields(object: ObjectDescription, columns: WizardState['columns']): readonly FieldDescription[] {
  const filled = new Set(Object.values(columns).map(({ field }) => field));
  return importFields(object).filter((field) => field.required && !field.system && field.default === undefined && field.type !== 'autoNumber' && !filled.has(field.name));
}

/** What a lookup's column can hold instead of record ids. People are known by their address or name. */
export function matchFields(target: ObjectDescription): readonly FieldDescription[] {
  return target.fields.filter(({ externalId, name }) => externalId || (target.platform && (name === 'email' || name === 'name')));
}

/** How a lookup is found unless told otherwise. */
export function usualChoice(field: FieldDescription, objects: readonly ObjectDescription[]): ColumnChoice {
  const target = objects.find(({ name }) => name === field.target);
  const by = target && (matchFields(target).find(({ name }) => name === 'email') ?? matchFields(target)[0]);
  return { field: field.name, ...(by && { match: by.name, ...(!target.platform && { createMissing: true }) }) };
}
