import { fieldType, type FieldTypeName } from '@guanxi/field-types';
import { checkFormula, type FormulaOptions, type FormulaProblem, type FormulaType, type TypedFormula } from '@guanxi/formula';
import { formulaScope } from './formula-scope.js';
import { indexFields } from './index-fields.js';
import { namesKeyword, present, textKeyword } from './keywords.js';
import type { FieldModel, FieldRules, ObjectModel, RollUpModel, RuleModel } from './model.js';
import type { RollUpKinds } from './roll-up-kinds.js';

/** Something wrong in a formula of an object document. `place` holds the parts of the pointer inside the document. */
export interface FormulaFault {
  readonly place: readonly (string | number)[];
  readonly text: string;
  /** The object that the formula is over. */
  readonly object: string;
  readonly problem: FormulaProblem;
}

export interface FormulaSurroundings {
  readonly objectByName: ReadonlyMap<string, ObjectModel>;
  readonly rollUps: RollUpKinds;
}

/** The object with every formula of its document read and typed; a formula that is wrong is left out and told of. */
export function typeFormulas(object: ObjectModel, surroundings: FormulaSurroundings): { readonly object: ObjectModel; readonly faults: readonly FormulaFault[] } {
  const faults: FormulaFault[] = [];
  const read: ReadFormula = (text, { over = object.name, expected, place, source, options = {} }) => {
    if (text === undefined) return undefined;
    const scope = formulaScope(surroundings, over, { ...present({ source }), kindOf: surroundings.rollUps.kindOf });
    const checked = checkFormula(text, scope, expected, options);
    if (checked.ok) return checked.formula;
    faults.push(...checked.problems.map((problem) => ({ place, text, object: over, problem })));
    return undefined;
  };
  const fields = object.fields.map((field) => typeField(field, object, surroundings, read));
  const rules = (object.document?.guanxi.rules ?? []).map((rule, index): RuleModel => ({
    id: rule.id,
    name: rule.name,
    label: rule.title ?? rule.name,
    // A rule that cannot be read never gets past the checks.
    when: read(rule.when, { expected: 'boolean', place: ['guanxi', 'rules', index, 'when'], options: { allow: { prior: true } } }) ?? NEVER,
    message: rule.message,
    messages: rule.messages ?? {},
    ...present({ field: rule.field }),
    active: rule.active !== false,
  }));
  return { object: { ...object, ...indexFields(fields, object.relations), rules }, faults };
}

const NEVER: TypedFormula = {
  text: 'FALSE', type: 'boolean', root: { kind: 'literal', type: 'boolean', value: false, start: 0, end: 5 }, references: [], readsMoment: false, readsPrior: false,
};

interface FormulaPlace {
  readonly over?: string;
  readonly expected: FormulaType | readonly FormulaType[];
  readonly place: readonly (string | number)[];
  readonly source?: string;
  readonly options?: FormulaOptions;
}

type ReadFormula = (text: string | undefined, place: FormulaPlace) => TypedFormula | undefined;

const DERIVED: readonly FieldTypeName[] = ['formula', 'rollUp'];

function typeField(field: FieldModel, object: ObjectModel, surroundings: FormulaSurroundings, read: ReadFormula): FieldModel {
  if (field.system || field.memberOf !== undefined || field.conversion) return field;
  const at = (keyword: string): readonly string[] => ['properties', field.name, 'guanxi', keyword];
  const { property } = field;
  const rules = present<FieldRules>({
    visibleWhen: read(textKeyword(property, 'visibleWhen'), { expected: 'boolean', place: at('visibleWhen') }),
    requiredWhen: read(textKeyword(property, 'requiredWhen'), { expected: 'boolean', place: at('requiredWhen'), options: { allow: { prior: true } } }),
    readOnlyWhen: read(textKeyword(property, 'readOnlyWhen'), { expected: 'boolean', place: at('readOnlyWhen'), options: { allow: { prior: true } } }),
  });
  const defaultFormula = read(textKeyword(property, 'defaultFormula'), { expected: formulaTypesOf(field), place: at('defaultFormula') });
  const [target = field.target] = namesKeyword(property, 'targets');
  const filter = field.type === 'rollUp' || target === undefined ? undefined : textKeyword(property, 'filter');
  const lookupFilter = read(filter, { ...present({ over: target }), expected: 'boolean', place: at('filter'), source: object.name });
  const derived = DERIVED.includes(field.type) ? typeDerived(field, object, surroundings, read) : {};
  const changes = { ...present({ defaultFormula, lookupFilter }), ...derived };
  return Object.keys(rules).length + Object.keys(changes).length === 0 ? field : { ...field, rules, ...changes };
}

function typeDerived(field: FieldModel, object: ObjectModel, surroundings: FormulaSurroundings, read: ReadFormula): Partial<FieldModel> {
  return field.type === 'formula' ? typeFormulaField(field, read) : typeRollUp(field, object, surroundings, read);
}

function typeFormulaField(field: FieldModel, read: ReadFormula): Partial<FieldModel> {
  const treatBlanksAs = field.settings['treatBlanksAs'] === 'zero' ? 'zero' : 'blank';
  const formula = read(textKeyword(field.property, 'formula'), { expected: formulaTypesOf(field), place: ['properties', field.name, 'guanxi', 'formula'], options: { treatBlanksAs } });
  return present({ formula });
}

function typeRollUp(field: FieldModel, object: ObjectModel, { rollUps }: FormulaSurroundings, read: ReadFormula): Partial<FieldModel> {
  const { property } = field;
  const operation = (textKeyword(property, 'operation') ?? 'count') as RollUpModel['operation'];
  const relation = object.relationByName.get(textKeyword(property, 'relation') ?? '');
  const child = relation && !relation.through ? relation.object : undefined;
  if (!relation || child === undefined) return {};
  const at = (keyword: string): readonly string[] => ['properties', field.name, 'guanxi', keyword];
  const text = operation === 'count' ? undefined : textKeyword(property, 'value');
  const value = read(text, { over: child, expected: operation === 'sum' || operation === 'avg' ? ['number'] : CHOOSABLE, place: at('value') });
  const filter = read(textKeyword(property, 'filter'), { over: child, expected: 'boolean', place: at('filter') });
  const rollUp: RollUpModel = { object: child, field: relation.field, relation: relation.name, operation, ...present({ value, filter, orderBy: textKeyword(property, 'orderBy') }) };
  return { rollUp, value: rollUps.kindOf(object, field) };
}

/** What can be the least, the greatest, the first or the last. */
const CHOOSABLE: readonly FormulaType[] = ['number', 'text', 'date', 'datetime', 'time', 'boolean'];

function formulaTypesOf(field: FieldModel): readonly FormulaType[] {
  const type = field.target === undefined ? fieldType(field.value.type).formulaType : 'reference';
  return [type];
}
