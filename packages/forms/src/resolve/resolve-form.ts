import { fieldType, type PicklistValue } from '@guanxi/field-types';
import type { FormulaEnvironment } from '@guanxi/formula';
import type { FieldDescription } from '@guanxi/metadata';
import type { FormRecord, FormValues } from '../form-values.js';
import { formReader, type FormFacts } from './form-reader.js';
import type { FieldProblems, FormCell, FormMode, FormSection, FormTree, LockReason, RecordFilter } from './form-tree.js';
import { offeredValues } from './offered-values.js';
import type { FormPlan, PlannedCell, PlannedSection } from './plan-form.js';
import { decide, decideAll, decideAny, type RuleFacts } from './rules.js';

export type { FormUser } from './form-reader.js';

export interface FormState extends FormFacts {
  readonly mode: FormMode;
  readonly record: FormRecord;
  /** The values as they are saved, where `record` holds changed ones. */
  readonly saved?: FormValues;
  /** What "today" means to formulas. */
  readonly moment: Pick<FormulaEnvironment, 'now' | 'timeZone'>;
  readonly problems?: FieldProblems;
  /** The language for titles of sections, as BCP 47 tag. */
  readonly locale?: string;
}

/** Settles a planned form for one record, one person and one moment. Pure: the same state gives the same tree. */
export function resolveForm(plan: FormPlan, state: FormState): FormTree {
  const facts = factsOf(plan, state);
  const sections = plan.sections.map((section) => resolveSection(section, plan, state, facts));
  const shown = sections.filter(({ visible }) => visible);
  const isNew = state.mode === 'create';
  return {
    mode: state.mode,
    header: isNew ? [] : plan.header.map((cell) => resolveCell(cell, plan, state, facts)).filter(({ visible }) => visible),
    sections,
    tabs: [...new Set(shown.flatMap(({ tab }) => (tab === undefined ? [] : [tab])))],
    relatedLists: isNew ? [] : plan.relatedLists,
    actions: isNew ? [] : plan.actions.filter(({ visibleWhen }) => decideAll(visibleWhen, facts)).map(({ action }) => action),
    broken: plan.rules.filter(({ when }) => decide(when, false, facts)).map(({ message, field }) => ({ message, ...(field === undefined ? {} : { field }) })),
  };
}

function factsOf({ object }: FormPlan, state: FormState): RuleFacts {
  const isNew = state.mode === 'create';
  const prior = formReader(object, state.saved ?? state.record.values, state);
  return { read: formReader(object, state.record.values, state), environment: { ...state.moment, isNew, ...(isNew ? {} : { prior }) } };
}

function resolveSection(section: PlannedSection, plan: FormPlan, state: FormState, facts: RuleFacts): FormSection {
  const { locale = '' } = state;
  const title = section.titles?.[locale] ?? section.title;
  const tab = section.tabs?.[locale] ?? section.tab;
  const cells = section.cells.map((cell) => resolveCell(cell, plan, state, facts));
  return {
    id: section.id,
    ...(title === undefined ? {} : { title }),
    ...(tab === undefined ? {} : { tab }),
    columns: section.columns,
    visible: decideAll(section.visibleWhen, facts) && cells.some(({ visible }) => visible),
    cells,
  };
}

function resolveCell(cell: PlannedCell, plan: FormPlan, state: FormState, facts: RuleFacts): FormCell {
  const field = withOffered(cell.description, plan, state.record.values);
  const locked = lockOf(cell, plan, state.mode, facts);
  const lookupFilter = filterOf(cell, facts);
  return {
    name: field.name,
    field,
    wide: cell.wide,
    // A new record has no value yet that nobody may give it.
    visible: decideAll(cell.visibleWhen, facts) && !(state.mode === 'create' && (locked === 'generated' || locked === 'access')),
    enabled: locked === undefined,
    ...(locked === undefined ? {} : { locked }),
    required: locked === undefined && (field.required || decideAny(cell.requiredWhen, facts)),
    value: state.record.values[field.name] ?? null,
    problems: state.problems?.[field.name] ?? [],
    ...(lookupFilter ? { lookupFilter } : {}),
  };
}

/** The field with the values that can be chosen now, and the one that it has whether or not that could be chosen. */
function withOffered(field: FieldDescription, { object }: FormPlan, values: FormValues): FieldDescription {
  const offered = offeredValues(field, object, values);
  const listed = field.settings['values'] as readonly PicklistValue[] | undefined;
  if (!offered || !listed || offered.length === listed.length) return field;
  const held = values[field.name] ?? null;
  const isHeld = (value: string): boolean => (Array.isArray(held) ? held.includes(value) : held === value);
  const settings = { ...field.settings, values: listed.filter(({ value }) => offered.includes(value) || isHeld(value)) };
  return { ...field, settings, value: { ...field.value, settings } };
}

function lockOf(cell: PlannedCell, { object }: FormPlan, mode: FormMode, facts: RuleFacts): LockReason | undefined {
  const field = cell.description;
  if (isGenerated(field)) return 'generated';
  if (!field.writable || !(mode === 'create' ? object.canCreate : object.canEdit)) return 'access';
  return decideAny(cell.readOnlyWhen, facts) ? 'rule' : undefined;
}

/** Made by the platform: numbers, formulas, roll-ups, converted amounts, who made and changed the record. */
function isGenerated(field: FieldDescription): boolean {
  const isDerived = field.storage === 'generated' || field.storage === 'maintained' || field.storage === 'computed';
  return isDerived || fieldType(field.type).generated !== undefined || (field.system && !field.writable);
}

function filterOf({ lookupFilter, description }: PlannedCell, { read, environment }: RuleFacts): RecordFilter | undefined {
  if (!lookupFilter || 'undecided' in lookupFilter) return undefined;
  const { formula } = lookupFilter;
  const own = formula.references.filter(([first = '']) => first.startsWith('$'));
  return {
    key: JSON.stringify([description.lookupFilter, ...own.map((path) => (path[0] === '$Source' ? read(path.slice(1)) : read(path)))]),
    reads: formula.references.filter(([first = '']) => !first.startsWith('$')),
    matches: (readTarget) => {
      const reader: RuleFacts['read'] = (path) => {
        const [first = '', ...rest] = path;
        if (first === '$Source') return read(rest);
        return first.startsWith('$') ? read(path) : readTarget(path);
      };
      return decide(lookupFilter, true, { read: reader, environment });
    },
  };
}
