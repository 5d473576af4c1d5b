import { checkFormula, type FormulaScope } from '@guanxi/formula';
import type { LayoutDocument, ObjectDescription, WorkspaceDescription } from '@guanxi/metadata';
import { normalizeLayout, type NormalCell, type NormalSection } from '../layout/normalize-layout.js';
import type { LayoutRule } from './rules.js';
import { formScope } from './form-scope.js';

/** A layout with its formulas read once, so that settling it for a record is quick enough for every keystroke. */
export interface FormPlan {
  readonly object: ObjectDescription;
  readonly sections: readonly PlannedSection[];
  readonly relatedLists: NonNullable<LayoutDocument['relatedLists']>;
  /** Every path that a rule reads, each once: fields of this record alone (`['status']`) and of related ones. */
  readonly references: readonly (readonly string[])[];
}

export interface PlannedSection extends Omit<NormalSection, 'visibleWhen' | 'cells'> {
  readonly visibleWhen?: LayoutRule;
  readonly cells: readonly PlannedCell[];
}

export interface PlannedCell extends Omit<NormalCell, 'visibleWhen' | 'requiredWhen' | 'readOnlyWhen'> {
  readonly visibleWhen?: LayoutRule;
  readonly requiredWhen?: LayoutRule;
  readonly readOnlyWhen?: LayoutRule;
}

export function planForm(workspace: Pick<WorkspaceDescription, 'objects'>, object: ObjectDescription, layout: LayoutDocument = object.layout): FormPlan {
  const scope = formScope(workspace, object);
  const { sections, relatedLists } = normalizeLayout(layout, object);
  const planned = sections.map(({ visibleWhen, cells, ...section }) => ({
    ...section,
    ...readRules({ visibleWhen }, scope),
    cells: cells.map(({ visibleWhen: shown, requiredWhen, readOnlyWhen, ...cell }) => ({
      ...cell,
      ...readRules({ visibleWhen: shown, requiredWhen, readOnlyWhen }, scope),
    })),
  }));
  return { object, sections: planned, relatedLists, references: referencesOf(planned) };
}

function readRules<Names extends string>(rules: { readonly [Name in Names]: string | undefined }, scope: FormulaScope): { readonly [Name in Names]?: LayoutRule } {
  const read = Object.entries<string | undefined>(rules).flatMap(([name, text]) => (text === undefined ? [] : [[name, readRule(text, scope)]]));
  return Object.fromEntries(read) as { readonly [Name in Names]?: LayoutRule };
}

/** A formula that names what this person cannot read decides nothing for them; the server guards what is theirs to change. */
function readRule(text: string, scope: FormulaScope): LayoutRule {
  const checked = checkFormula(text, scope, 'boolean');
  return checked.ok ? { formula: checked.formula } : { undecided: true };
}

function referencesOf(sections: readonly PlannedSection[]): readonly (readonly string[])[] {
  const rules = sections.flatMap((section) => [
    section.visibleWhen,
    ...section.cells.flatMap((cell) => [cell.visibleWhen, cell.requiredWhen, cell.readOnlyWhen]),
  ]);
  const paths = rules.flatMap((rule) => (rule && 'formula' in rule ? [...rule.formula.references] : []));
  return [...new Map(paths.map((path) => [path.join('.'), path])).values()];
}
