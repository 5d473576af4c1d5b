import type { FormulaScope } from '@guanxi/formula';
import type { ActionDescription, FieldDescription, LayoutDocument, ObjectDescription, WorkspaceDescription } from '@guanxi/metadata';
import { normalizeLayout, type NormalCell, type NormalSection } from '../layout/normalize-layout.js';
import { formScope } from './form-scope.js';
import { readRule, type FormRule } from './rules.js';

/** A layout with its formulas read once, so that settling it for a record is quick enough for every keystroke. */
export interface FormPlan {
  readonly object: ObjectDescription;
  readonly header: readonly PlannedCell[];
  readonly sections: readonly PlannedSection[];
  readonly relatedLists: NonNullable<LayoutDocument['relatedLists']>;
  readonly actions: readonly { readonly action: ActionDescription; readonly visibleWhen: readonly FormRule[] }[];
  readonly rules: readonly { readonly when: FormRule; readonly message: string; readonly field?: string }[];
  /**
   * Every path that the form reads, each once: fields of this record alone (`['status']`), also those that picklists
   * depend on and amounts take their currency from, and of related ones.
   */
  readonly references: readonly (readonly string[])[];
}

export interface PlannedSection extends Omit<NormalSection, 'visibleWhen' | 'cells'> {
  readonly visibleWhen: readonly FormRule[];
  readonly cells: readonly PlannedCell[];
}

/** What the object says of a field and what the layout says of its cell are asked together. */
export interface PlannedCell extends Omit<NormalCell, 'visibleWhen' | 'requiredWhen' | 'readOnlyWhen'> {
  readonly visibleWhen: readonly FormRule[];
  readonly requiredWhen: readonly FormRule[];
  readonly readOnlyWhen: readonly FormRule[];
  readonly lookupFilter?: FormRule;
}

/** The layout of a record of an object, by its record type. */
export function layoutOf(object: ObjectDescription, recordType: unknown): LayoutDocument {
  return (typeof recordType === 'string' ? object.layouts?.[recordType] : undefined) ?? object.layout;
}

export function planForm(workspace: Pick<WorkspaceDescription, 'objects'>, object: ObjectDescription, layout: LayoutDocument = object.layout): FormPlan {
  const scope = formScope(workspace, object);
  const { sections, relatedLists } = normalizeLayout(layout, object);
  const planCell = (cell: NormalCell): PlannedCell => ({
    ...cell,
    visibleWhen: rulesOf([cell.visibleWhen, cell.description.visibleWhen], scope),
    requiredWhen: rulesOf([cell.requiredWhen, cell.description.requiredWhen], scope),
    readOnlyWhen: rulesOf([cell.readOnlyWhen, cell.description.readOnlyWhen], scope),
    ...filterOf(cell.description, object, workspace),
  });
  const planned = sections.map(({ visibleWhen, cells, ...section }) => ({ ...section, visibleWhen: rulesOf([visibleWhen], scope), cells: cells.map(planCell) }));
  const header = headerOf(layout, object).map(planCell);
  const actions = actionsOf(layout, object).map((action) => ({ action, visibleWhen: rulesOf([action.visibleWhen], scope) }));
  const rules = (object.rules ?? []).map(({ when, message, field }) => ({ when: readRule(when, scope), message, ...(field === undefined ? {} : { field }) }));
  const read = [
    ...planned.flatMap((section) => [...section.visibleWhen, ...section.cells.flatMap(rulesOfCell)]),
    ...header.flatMap(rulesOfCell),
    ...actions.flatMap(({ visibleWhen }) => visibleWhen),
    ...rules.map(({ when }) => when),
  ];
  const sources = planned.flatMap(({ cells }) => cells.flatMap(({ lookupFilter }) => sourcesOf(lookupFilter)));
  return { object, header, sections: planned, relatedLists, actions, rules, references: referencesOf(read, sources, object) };
}

function rulesOf(texts: readonly (string | undefined)[], scope: FormulaScope): readonly FormRule[] {
  return texts.flatMap((text) => (text === undefined ? [] : [readRule(text, scope)]));
}

function rulesOfCell({ visibleWhen, requiredWhen, readOnlyWhen }: PlannedCell): readonly FormRule[] {
  return [...visibleWhen, ...requiredWhen, ...readOnlyWhen];
}

/** A lookup through which this person cannot see what its filter reads offers all records; the server judges. */
function filterOf(field: FieldDescription, object: ObjectDescription, workspace: Pick<WorkspaceDescription, 'objects'>): { readonly lookupFilter?: FormRule } {
  const target = workspace.objects.find(({ name }) => name === field.target);
  if (field.lookupFilter === undefined || !target) return {};
  return { lookupFilter: readRule(field.lookupFilter, formScope(workspace, target, object)) };
}

function headerOf({ header }: LayoutDocument, object: ObjectDescription): readonly NormalCell[] {
  const fields = new Map(object.fields.map((field) => [field.name, field]));
  return (header ?? object.compact ?? []).flatMap((name) => {
    const description = fields.get(name);
    return description ? [{ field: name, wide: false, description }] : [];
  });
}

function actionsOf({ actions }: LayoutDocument, object: ObjectDescription): readonly ActionDescription[] {
  const known = object.actions ?? [];
  return actions === undefined ? known : actions.flatMap((name) => known.find((action) => action.name === name) ?? []);
}

/** What the filter of a lookup reads of the record that points. */
function sourcesOf(filter: FormRule | undefined): readonly (readonly string[])[] {
  const paths = filter && 'formula' in filter ? filter.formula.references : [];
  return paths.flatMap(([first, ...rest]) => (first === '$Source' ? [rest] : []));
}

function referencesOf(rules: readonly FormRule[], sources: readonly (readonly string[])[], object: ObjectDescription): readonly (readonly string[])[] {
  const paths = rules.flatMap((rule) => ('formula' in rule ? [...rule.formula.references] : []));
  const controlling = object.fields.flatMap(({ dependsOn }) => (dependsOn ? [[dependsOn.field]] : []));
  const currencies = object.fields.flatMap(({ value }) => (typeof value.settings['codeFrom'] === 'string' ? [[value.settings['codeFrom']]] : []));
  const types = object.recordTypes ? [['recordType']] : [];
  return [...new Map([...paths, ...sources, ...controlling, ...currencies, ...types].map((path) => [path.join('.'), path])).values()];
}
