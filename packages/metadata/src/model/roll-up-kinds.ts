import { checkFormula } from '@guanxi/formula';
import { formulaScope, resolvePath } from './formula-scope.js';
import { numberKeyword, textKeyword } from './keywords.js';
import type { FieldModel, ObjectModel, RollUpOperation, ValueKind } from './model.js';
import { kindOfFormulaType, kindOfRollUp } from './value-kinds.js';

export interface RollUpKinds {
  /** What a field's values behave as; of a roll-up, what follows from the records it sums up. */
  kindOf(object: ObjectModel, field: FieldModel): ValueKind;
}

/**
 * Roll-ups may sum up roll-ups, so that the kind of one follows from the kind of another: each is found when it is asked
 * for, once. `settled` names the objects whose fields know their kinds already.
 */
export function rollUpKinds(objectByName: ReadonlyMap<string, ObjectModel>, settled: ReadonlySet<string>): RollUpKinds {
  const known = new Map<string, ValueKind>();
  const kinds: RollUpKinds = {
    kindOf(object, field) {
      if (field.type !== 'rollUp' || settled.has(object.name)) return field.value;
      const key = `${object.name}.${field.name}`;
      const found = known.get(key);
      if (found) return found;
      // Whoever comes back here while it is being found goes in a circle, which is for the checks to tell.
      known.set(key, kindOfFormulaType('number'));
      const kind = findKind(object, field);
      known.set(key, kind);
      return kind;
    },
  };
  const findKind = (object: ObjectModel, { property }: FieldModel): ValueKind => {
    const operation = (textKeyword(property, 'operation') ?? 'count') as RollUpOperation;
    const relation = object.relationByName.get(textKeyword(property, 'relation') ?? '');
    const text = textKeyword(property, 'value');
    const value = operation === 'count' || !relation || text === undefined ? undefined : kindOfValue(text, relation.object);
    return kindOfRollUp(operation, value, numberKeyword(property, 'scale'));
  };
  const kindOfValue = (text: string, child: string): ValueKind => {
    const checked = checkFormula(text, formulaScope({ objectByName }, child, { kindOf: kinds.kindOf }));
    if (!checked.ok) return kindOfFormulaType('number');
    const { root, type, references } = checked.formula;
    const read = references.flatMap((path) => resolvePath({ objectByName }, child, path) ?? []);
    const [first] = read;
    if (root.kind === 'reference' && first && !first.part) return kinds.kindOf(first.object, first.field);
    const isMoney = type === 'number' && read.some((one) => !one.part && kinds.kindOf(one.object, one.field).type === 'currency');
    return isMoney ? { ...kindOfFormulaType('number'), type: 'currency' } : kindOfFormulaType(type);
  };
  return kinds;
}
