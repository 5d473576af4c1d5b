import type { Model, ObjectModel } from '@guanxi/metadata';
import { formulaReads, type Access } from '@guanxi/query';
import type { FieldModel } from '@guanxi/metadata';

type TypedFormula = NonNullable<FieldModel['formula']>;

/** For whom something is described. */
export interface Viewer {
  readonly model: Model;
  readonly access: Access;
  readonly locale: string;
}

/** The text of a formula where this person may read all that it reads: its text would tell names, and its answer values. */
export function readableText(formula: TypedFormula | undefined, object: ObjectModel, viewer: Viewer): string | undefined {
  return formula && mayRead(formula, object, viewer) ? formula.text : undefined;
}

const SOURCE = '$Source';

/** The filter of a lookup is over its target; `$Source` is the record that points. */
export function readableFilter(formula: TypedFormula | undefined, { source, target }: { readonly source: ObjectModel; readonly target: ObjectModel | undefined }, viewer: Viewer): string | undefined {
  if (!formula || !target) return undefined;
  const ofTarget = { ...formula, references: formula.references.filter(([first]) => first !== SOURCE) };
  const ofSource = { ...formula, references: formula.references.filter(([first]) => first === SOURCE).map((path) => path.slice(1)) };
  return mayRead(ofTarget, target, viewer) && mayRead(ofSource, source, viewer) ? formula.text : undefined;
}

export function mayRead(formula: TypedFormula, object: ObjectModel, { model, access }: Viewer): boolean {
  return formulaReads(model, object, formula).every(([name, field]) => access.objects.get(name)?.readableFields.has(field) ?? false);
}
