import { fieldType, say, type Sentence } from '@guanxi/field-types';
import type { FieldModel, Model, ObjectModel } from '../model/model.js';
import { fieldWord, objectWord } from '../plan/words.js';
import type { Problem, Result } from '../problem.js';
import { matchFieldsOf, type ImportColumn, type ImportPlan } from './import-plan.js';
import { planFaults } from './plan-wording.js';

/** A plan whose names were found in the model: what the server works with. */
export interface CheckedImportPlan {
  readonly plan: ImportPlan;
  readonly object: ObjectModel;
  /** Empty where every row makes a record. */
  readonly matchBy: readonly FieldModel[];
  readonly columns: readonly CheckedImportColumn[];
}

export interface CheckedImportColumn {
  readonly column: string;
  /** With the repairs. */
  readonly plan: ImportColumn;
  readonly field: FieldModel;
  readonly match?: { readonly target: ObjectModel; readonly field: FieldModel; readonly createMissing: boolean };
  /** Of a column that holds one piece of a value: the city of an address. */
  readonly part?: string;
  /** Of a polymorphic lookup: the objects it may point to, with the external ids that cells may name their records by. */
  readonly pointers?: readonly { readonly target: ObjectModel; readonly by: readonly FieldModel[] }[];
}

/**
 * Checks a plan against the model and the headings of the file. All problems are reported at once, in the language of
 * `locale`; paths point into the plan.
 */
export function parseImportPlan(plan: ImportPlan, model: Model, headings: readonly string[], locale = 'en'): Result<CheckedImportPlan> {
  const object = model.objectByName.get(plan.object);
  if (!object || object.platform)
    return refuse([{ path: '/object', code: 'unknown_object', message: say({ ...planFaults.unknownObject, words: { name: plan.object } }, locale) }]);

  const problems = new Findings(locale);
  const matchBy = checkMatchBy(plan, object, problems);
  const columns = plan.columns.flatMap((column, index) => checkColumn({ column, path: `/columns/${index}`, object, model, headings }, problems));
  checkTwice(plan.columns, problems);
  checkRequired(plan, object, problems);
  for (const field of matchBy) {
    if (!columns.some((column) => column.field === field && column.part === undefined)) problems.add('/matchBy', 'match_not_mapped', { ...planFaults.matchNotMapped, words: { field: fieldWord(field) } });
  }

  return problems.found.length > 0 ? refuse(problems.found) : { ok: true, value: { plan, object, columns, matchBy } };
}

/** Gathers problems in one language. */
class Findings {
  readonly found: Problem[] = [];

  constructor(private readonly locale: string) {}

  add(path: string, code: string, sentence: Sentence, hint?: Sentence): void {
    this.found.push({ path, code, message: say(sentence, this.locale), ...(hint && { hint: say(hint, this.locale) }) });
  }
}

function checkMatchBy(plan: ImportPlan, object: ObjectModel, problems: Findings): readonly FieldModel[] {
  if (plan.mode === 'create') return [];
  const names = matchFieldsOf(plan);
  const fields = names.flatMap((name) => object.fieldByName.get(name) ?? []);
  if (fields.length > 0 && fields.length === names.length && fields.every(isComparable) && fields.some(canMatchBy)) return fields;
  const choices = object.fields.filter(canMatchBy).map(({ name }) => name);
  const words = { object: objectWord(object), choices: (locale: string) => choices.join(say(planFaults.or, locale)) };
  const hint = choices.length > 0 ? planFaults.takeOne : planFaults.giveOne;
  problems.add('/matchBy', 'match_not_indexed', { ...planFaults.onlyIndexed, words }, { ...hint, words });
  return [];
}

/** Whether records can be found by a field without reading all of them. */
export function canMatchBy(field: FieldModel): boolean {
  return isComparable(field) && (field.unique || field.externalId || field.indexed || field.target !== undefined);
}

function isComparable({ storage, system, value, target }: FieldModel): boolean {
  const { encrypted, list, sortable } = fieldType(value.type);
  return storage === 'column' && !system && !encrypted && !list && (sortable || target !== undefined);
}

interface ColumnPlace {
  readonly column: ImportColumn;
  readonly path: string;
  readonly object: ObjectModel;
  readonly model: Model;
  readonly headings: readonly string[];
}

function checkColumn({ column, path, object, model, headings }: ColumnPlace, problems: Findings): CheckedImportColumn[] {
  const before = problems.found.length;
  if (!headings.includes(column.column))
    problems.add(`${path}/column`, 'unknown_column', { ...planFaults.unknownColumn, words: { column: column.column } }, { ...planFaults.hasColumns, words: { columns: headings.join(', ') } });
  const [name = '', part] = column.field.split('.');
  const field = object.fieldByName.get(name);
  const parts = field && fieldType(field.value.type).parts;
  if (!field?.writable || (part !== undefined && !(parts && Object.hasOwn(parts, part))))
    problems.add(`${path}/field`, 'unknown_field', { ...planFaults.unknownField, words: { object: objectWord(object), name: column.field } });
  const match = field && column.match !== undefined ? checkMatch({ column, path, field, model }, problems) : undefined;
  if (problems.found.length > before || !field) return [];
  const pointers = field.members ? { pointers: pointersOf(field, object, model) } : {};
  return [{ column: column.column, plan: column, field, ...(match ? { match } : {}), ...(part === undefined ? {} : { part }), ...pointers }];
}

function pointersOf({ members = [] }: FieldModel, object: ObjectModel, model: Model): NonNullable<CheckedImportColumn['pointers']> {
  return members.flatMap((member) => {
    const target = model.objectByName.get(object.fieldByName.get(member)?.target ?? '');
    return target ? [{ target, by: target.fields.filter(({ externalId }) => externalId) }] : [];
  });
}

function checkMatch(
  { column, path, field, model }: Pick<ColumnPlace, 'column' | 'path' | 'model'> & { field: FieldModel },
  problems: Findings,
): CheckedImportColumn['match'] {
  const target = field.target === undefined ? undefined : model.objectByName.get(field.target);
  const by = target?.fieldByName.get(column.match ?? '');
  if (!target) problems.add(`${path}/match`, 'not_a_lookup', { ...planFaults.notLookup, words: { field: fieldWord(field) } });
  else if (!by || !(by.externalId || target.platform))
    problems.add(`${path}/match`, 'match_not_external_id', { ...planFaults.noExternalId, words: { object: objectWord(target), name: column.match ?? '' } });
  else if (column.createMissing && target.platform)
    problems.add(`${path}/createMissing`, 'cannot_create', planFaults.noPeople);
  else return { target, field: by, createMissing: column.createMissing === true };
  return undefined;
}

function checkTwice(columns: readonly ImportColumn[], problems: Findings): void {
  const seen = new Set<string>();
  columns.forEach(({ field }, index) => {
    if (seen.has(field)) problems.add(`/columns/${index}/field`, 'mapped_twice', { ...planFaults.mappedTwice, words: { field } });
    seen.add(field);
  });
}

function checkRequired(plan: ImportPlan, object: ObjectModel, problems: Findings): void {
  if (plan.mode === 'update') return;
  for (const field of object.fields) {
    const filled = field.property['default'] !== undefined || field.defaultFormula !== undefined || plan.columns.some((column) => column.field.split('.')[0] === field.name);
    if (field.required && field.writable && !field.system && !filled)
      problems.add('/columns', 'required_not_mapped', { ...planFaults.requiredNotMapped, words: { field: fieldWord(field) } });
  }
}

function refuse(problems: readonly Problem[]): { ok: false; problems: readonly Problem[] } {
  return { ok: false, problems };
}
