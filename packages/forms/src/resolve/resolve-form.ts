import { fieldType, type JsonValue } from '@guanxi/field-types';
import type { FormulaEnvironment, FormulaReader, FormulaValue } from '@guanxi/formula';
import type { FieldDescription } from '@guanxi/metadata';
import type { FormRecord } from '../form-values.js';
import type { FieldProblems, FormCell, FormMode, FormSection, FormTree, LockReason } from './form-tree.js';
import type { FormPlan, PlannedCell, PlannedSection } from './plan-form.js';
import { decide } from './rules.js';

/** The person a form is for. */
export interface FormUser {
  readonly id: string;
  readonly name: string;
  readonly email?: string;
}

export interface FormState {
  readonly mode: FormMode;
  readonly record: FormRecord;
  readonly user: FormUser;
  /** What "today" means to formulas. */
  readonly moment: FormulaEnvironment;
  readonly problems?: FieldProblems;
  /** Values of related records that rules read (`plan.references` with more than one part); unknown ones are blank. */
  readonly readRelated?: FormulaReader;
  /** The language for titles of sections, as BCP 47 tag. */
  readonly locale?: string;
}

/** Settles a planned form for one record, one person and one moment. Pure: the same state gives the same tree. */
export function resolveForm(plan: FormPlan, state: FormState): FormTree {
  const facts = { read: readerOf(plan, state), environment: state.moment };
  const sections = plan.sections.map((section) => resolveSection(section, plan, state, facts));
  return { mode: state.mode, sections, relatedLists: state.mode === 'create' ? [] : plan.relatedLists };
}

interface Facts {
  readonly read: FormulaReader;
  readonly environment: FormulaEnvironment;
}

function resolveSection(section: PlannedSection, plan: FormPlan, state: FormState, facts: Facts): FormSection {
  const title = section.titles?.[state.locale ?? ''] ?? section.title;
  const cells = section.cells.map((cell) => resolveCell(cell, plan, state, facts));
  return {
    id: section.id,
    ...(title === undefined ? {} : { title }),
    columns: section.columns,
    visible: decide(section.visibleWhen, true, facts) && cells.some(({ visible }) => visible),
    cells,
  };
}

function resolveCell(cell: PlannedCell, plan: FormPlan, state: FormState, facts: Facts): FormCell {
  const field = cell.description;
  const locked = lockOf(cell, plan, state.mode, facts);
  return {
    name: field.name,
    field,
    wide: cell.wide,
    // A new record has no value yet that nobody may give it.
    visible: decide(cell.visibleWhen, true, facts) && !(state.mode === 'create' && (locked === 'generated' || locked === 'access')),
    enabled: locked === undefined,
    ...(locked === undefined ? {} : { locked }),
    required: locked === undefined && (field.required || decide(cell.requiredWhen, false, facts)),
    value: state.record.values[field.name] ?? null,
    problems: state.problems?.[field.name] ?? [],
  };
}

function lockOf(cell: PlannedCell, { object }: FormPlan, mode: FormMode, facts: Facts): LockReason | undefined {
  const field = cell.description;
  if (isGenerated(field)) return 'generated';
  if (!field.writable || !(mode === 'create' ? object.canCreate : object.canEdit)) return 'access';
  return decide(cell.readOnlyWhen, false, facts) ? 'rule' : undefined;
}

function isGenerated(field: FieldDescription): boolean {
  return fieldType(field.type).generated !== undefined || (field.system && !field.writable);
}

function readerOf({ object }: FormPlan, { record, user, readRelated }: FormState): FormulaReader {
  const fields = new Map(object.fields.map((field) => [field.name, field]));
  const person: Readonly<Record<string, FormulaValue>> = { id: user.id, name: user.name, email: user.email ?? null, active: true };
  return (path) => {
    const [name = '', next = ''] = path;
    if (name === '$User') return person[next] ?? null;
    if (path.length === 1) return formulaValue(record.values[name] ?? null);
    if (path.length === 2 && next === 'id' && fields.get(name)?.target !== undefined) return formulaValue(record.values[name] ?? null);
    return readRelated?.(path) ?? null;
  };
}

/** Values of a form under change may be of the wrong type for a moment; formulas see those as they see blanks. */
function formulaValue(value: JsonValue): FormulaValue | number {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
}
