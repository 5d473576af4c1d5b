import type { Wording } from '@guanxi/field-types';
import type { TypedFormula } from '@guanxi/formula';
import { jsonPointer } from '../../json-pointer.js';
import { resolvePath } from '../../model/formula-scope.js';
import type { FieldModel, Model, ObjectModel } from '../../model/model.js';
import { faultOf, type Problem } from '../../problem.js';

/** Formulas and roll-ups that would have to be known before they can be known, each circle once and named in full. */
export function checkCircles(model: Model): readonly Problem[] {
  const state = new Map<string, 'open' | 'done'>();
  const problems: Problem[] = [];
  const visit = (object: ObjectModel, field: FieldModel, trail: readonly string[]): void => {
    const key = `${object.name}.${field.name}`;
    if (state.get(key) === 'done') return;
    if (state.get(key) === 'open') {
      problems.push(circleProblem(object, field, [...trail.slice(trail.indexOf(key)), key]));
      return;
    }
    state.set(key, 'open');
    for (const next of readBy(field, object, model)) visit(next.object, next.field, [...trail, key]);
    state.set(key, 'done');
  };
  for (const object of model.objects) {
    for (const field of object.fields) if (isDerived(field)) visit(object, field, []);
  }
  return problems;
}

const isDerived = (field: FieldModel): boolean => field.formula !== undefined || field.rollUp !== undefined;

interface DerivedField {
  readonly object: ObjectModel;
  readonly field: FieldModel;
}

function readBy({ formula, rollUp }: FieldModel, object: ObjectModel, model: Model): readonly DerivedField[] {
  const child = rollUp && model.objectByName.get(rollUp.object);
  return [
    ...(formula ? derivedIn(formula, object, model) : []),
    ...(child ? [rollUp.value, rollUp.filter].flatMap((one) => (one ? derivedIn(one, child, model) : [])) : []),
    ...(child ? [child.fieldByName.get(rollUp.orderBy ?? '')].flatMap((field) => (field && isDerived(field) ? [{ object: child, field }] : [])) : []),
  ];
}

function derivedIn({ references }: TypedFormula, object: ObjectModel, model: Model): readonly DerivedField[] {
  return references.flatMap((path) => {
    const found = resolvePath(model, object.name, path);
    return found && isDerived(found.field) ? [found] : [];
  });
}

function circleProblem(object: ObjectModel, field: FieldModel, circle: readonly string[]): Problem {
  const keyword = field.rollUp ? 'value' : 'formula';
  return {
    path: jsonPointer(`object:${object.name}`, 'properties', field.name, 'guanxi', keyword),
    ...faultOf('formula.circle', { ...circular, words: { field: `${object.name}.${field.name}`, circle: circle.join(' → ') } }, takeOut),
  };
}

const circular: Wording = {
  en: 'The value of {field} would depend on itself: {circle}.', 'zh-TW': '{field} 的值會取決於自己：{circle}。', 'zh-CN': '{field} 的值会取决于自己：{circle}。',
};
const takeOut: Wording = {
  en: 'Take one of these fields out of the formula of another.', 'zh-TW': '請從其中一個欄位的公式移除另一個欄位。', 'zh-CN': '请从其中一个字段的公式移除另一个字段。',
};
