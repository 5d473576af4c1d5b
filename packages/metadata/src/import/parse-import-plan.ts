import type { FieldModel, Model, ObjectModel } from '../model/model.js';
import type { Problem, Result } from '../problem.js';
import type { ImportColumn, ImportPlan } from './import-plan.js';

/** A plan whose names were found in the model: what the server works with. */
export interface CheckedImportPlan {
  readonly plan: ImportPlan;
  readonly object: ObjectModel;
  readonly matchBy?: FieldModel;
  readonly columns: readonly CheckedImportColumn[];
}

export interface CheckedImportColumn {
  readonly column: string;
  readonly field: FieldModel;
  readonly match?: { readonly target: ObjectModel; readonly field: FieldModel; readonly createMissing: boolean };
}

/** Checks a plan against the model and the headings of the file. All problems are reported at once; paths point into the plan. */
export function parseImportPlan(plan: ImportPlan, model: Model, headings: readonly string[]): Result<CheckedImportPlan> {
  const object = model.objectByName.get(plan.object);
  if (!object || object.platform)
    return refuse([{ path: '/object', code: 'unknown_object', message: `There is no object "${plan.object}" that records can be imported into.` }]);

  const problems: Problem[] = [];
  const matchBy = checkMatchBy(plan, object, problems);
  const columns = plan.columns.flatMap((column, index) => checkColumn({ column, path: `/columns/${index}`, object, model, headings }, problems));
  checkTwice(plan.columns, problems);
  checkRequired(plan, object, problems);
  if (matchBy && !columns.some(({ field }) => field === matchBy))
    problems.push({ path: '/matchBy', code: 'match_not_mapped', message: `No column is mapped to "${matchBy.label}", by which records are to be matched.` });

  return problems.length > 0 ? refuse(problems) : { ok: true, value: { plan, object, columns, ...(matchBy ? { matchBy } : {}) } };
}

function checkMatchBy(plan: ImportPlan, object: ObjectModel, problems: Problem[]): FieldModel | undefined {
  if (plan.mode === 'create') return undefined;
  const field = plan.matchBy === undefined ? undefined : object.fieldByName.get(plan.matchBy);
  if (field?.externalId) return field;
  const choices = object.fields.filter(({ externalId }) => externalId).map(({ name }) => name);
  problems.push({
    path: '/matchBy',
    code: 'match_not_external_id',
    message: `Records of ${object.label} can only be matched by an external id.`,
    hint: choices.length > 0 ? `Take ${choices.join(' or ')}.` : `Give ${object.label} a field that is an external id first.`,
  });
  return undefined;
}

interface ColumnPlace {
  readonly column: ImportColumn;
  readonly path: string;
  readonly object: ObjectModel;
  readonly model: Model;
  readonly headings: readonly string[];
}

function checkColumn({ column, path, object, model, headings }: ColumnPlace, problems: Problem[]): CheckedImportColumn[] {
  const before = problems.length;
  if (!headings.includes(column.column))
    problems.push({ path: `${path}/column`, code: 'unknown_column', message: `The file has no column "${column.column}".`, hint: `It has ${headings.join(', ')}.` });
  const field = object.fieldByName.get(column.field);
  if (!field?.writable)
    problems.push({ path: `${path}/field`, code: 'unknown_field', message: `${object.label} has no field "${column.field}" that can be written.` });
  const match = field && column.match !== undefined ? checkMatch({ column, path, field, model }, problems) : undefined;
  if (problems.length > before || !field) return [];
  return [{ column: column.column, field, ...(match ? { match } : {}) }];
}

function checkMatch(
  { column, path, field, model }: Pick<ColumnPlace, 'column' | 'path' | 'model'> & { field: FieldModel },
  problems: Problem[],
): CheckedImportColumn['match'] {
  const target = field.target === undefined ? undefined : model.objectByName.get(field.target);
  const by = target?.fieldByName.get(column.match ?? '');
  if (!target) problems.push({ path: `${path}/match`, code: 'not_a_lookup', message: `"${field.label}" is not a lookup, so nothing can be matched through it.` });
  else if (!by || !(by.externalId || target.platform))
    problems.push({ path: `${path}/match`, code: 'match_not_external_id', message: `${target.label} has no external id "${column.match ?? ''}".` });
  else if (column.createMissing && target.platform)
    problems.push({ path: `${path}/createMissing`, code: 'cannot_create', message: 'People cannot be made by an import.' });
  else return { target, field: by, createMissing: column.createMissing === true };
  return undefined;
}

function checkTwice(columns: readonly ImportColumn[], problems: Problem[]): void {
  const seen = new Set<string>();
  columns.forEach(({ field }, index) => {
    if (seen.has(field)) problems.push({ path: `/columns/${index}/field`, code: 'mapped_twice', message: `Two columns are mapped to "${field}".` });
    seen.add(field);
  });
}

function checkRequired(plan: ImportPlan, object: ObjectModel, problems: Problem[]): void {
  if (plan.mode === 'update') return;
  for (const field of object.fields) {
    const filled = field.property['default'] !== undefined || plan.columns.some((column) => column.field === field.name);
    if (field.required && field.writable && !field.system && !filled)
      problems.push({ path: '/columns', code: 'required_not_mapped', message: `"${field.label}" is required, but no column is mapped to it.` });
  }
}

function refuse(problems: readonly Problem[]): { ok: false; problems: readonly Problem[] } {
  return { ok: false, problems };
}
