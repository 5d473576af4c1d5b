import { formulaScope, type FieldModel, type Model, type ObjectModel } from '@guanxi/metadata';
import type { FormulaScope, FormulaType } from '@guanxi/formula';
import type { Variables } from '../program/program.js';

/** The name under which a formula finds what earlier steps of the run have left: `$Run.total`. */
export const RUN = '$Run';

/** The name of the workflow's own record where a formula is over other records: `$Record.name`. */
export const RECORD = '$Record';

/** The org itself: `$Org.currency`. */
export const ORG = '$Org';

export interface ScopeOfRun {
  readonly variables?: Variables | undefined;
  /** The object of the workflow's own record, where the formula is over other records: `$Record`. */
  readonly around?: ObjectModel | undefined;
  /** Somebody is saving the record at this moment: formulas find the person as `$User`. */
  readonly saving?: boolean;
}

/**
 * What a workflow's formula over a record of `object` may name: its fields, through lookups those of what they point to,
 * the org, what earlier steps leave, and the workflow's own record where it is another one. There is a `$User` before a save only:
 * what happens afterwards runs for nobody in particular.
 */
export function recordScope(model: Model, object: ObjectModel, { variables = new Map(), around, saving = false }: ScopeOfRun = {}): FormulaScope {
  const scope = formulaScope(model, object.name);
  const own = around && recordScope(model, around);
  const names = [...(variables.size > 0 ? [RUN] : []), ...(own ? [RECORD] : [])];
  const isHidden = (path: readonly string[]) => !saving && isPersonal(path);
  return {
    resolve(path) {
      if (path[0] === RECORD) return path.length > 1 ? own?.resolve(path.slice(1)) : undefined;
      return path[0] === RUN ? typeOfVariable(path, variables) : isHidden(path) ? undefined : scope.resolve(path);
    },
    suggest(path) {
      if (path.length === 0) return [...(scope.suggest?.(path) ?? []).filter((name) => !isHidden([name])), ...names];
      if (path[0] === RECORD) return own?.suggest?.(path.slice(1)) ?? [];
      if (path[0] === RUN) return path.length === 1 ? [...variables.keys()] : [];
      return isHidden(path) ? [] : (scope.suggest?.(path) ?? []);
    },
  };
}

function typeOfVariable(path: readonly string[], variables: Variables): { readonly type: FormulaType } | undefined {
  const type = path.length === 2 ? variables.get(path[1] ?? '') : undefined;
  return type && { type };
}

/** The fields along a path, the last being the value: `customer.owner.name`. Undefined where a part is unknown. */
export function fieldsAlong(model: Model, object: ObjectModel, path: readonly string[]): readonly FieldModel[] | undefined {
  const fields: FieldModel[] = [];
  let at: ObjectModel | undefined = object;
  for (const name of path) {
    const field: FieldModel | undefined = at?.fieldByName.get(name);
    if (!field) return undefined;
    fields.push(field);
    at = field.target === undefined ? undefined : model.objectByName.get(field.target);
  }
  return fields.length > 0 ? fields : undefined;
}

/** Of what stands around a record, the org is the same whoever looks. */
function isPersonal([first]: readonly string[]): boolean {
  return first !== ORG && (first?.startsWith('$') ?? false);
}
