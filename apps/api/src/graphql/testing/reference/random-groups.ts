import { getNamedType, type GraphQLEnumType, type GraphQLField, type GraphQLInputObjectType, type GraphQLInputType, type GraphQLObjectType } from 'graphql';
import type { OperationMaker } from './random-operation.js';
import { randomInput, type Given } from './random-input.js';

/** A key that is grouped by: how `by` says it, and how it stands in the answer. */
interface Key {
  readonly by: Given;
  /** Names in `key { … }`; the last one has a value. */
  readonly steps: readonly string[];
  /** The record that it points to. */
  readonly record?: { readonly name: string; readonly type: GraphQLObjectType };
}

/** The arguments and the selection of a `groupBy`. */
export function randomGroups(field: GraphQLField<unknown, unknown>, maker: OperationMaker): string {
  const { choices } = maker;
  const typeOf = (name: string) => field.args.find((argument) => argument.name === name)?.type as GraphQLInputType;
  const group = getNamedType(field.type) as GraphQLObjectType;
  const keyType = getNamedType(group.getFields()['key']?.type) as GraphQLObjectType;
  const drawn = Array.from({ length: 1 + choices.below(3) }, () => randomKey(getNamedType(typeOf('by')) as GraphQLInputObjectType, keyType, maker));
  const keys = drawn.filter((key, index) => drawn.findIndex((one) => one.steps.join() === key.steps.join()) === index);
  const order = Array.from({ length: choices.below(3) }, (): Given => {
    if (choices.once(2)) return nested(['key', ...choices.pick(keys).steps], { word: choices.pick(['ASC', 'DESC']) });
    const { key: _key, ...others } = (getNamedType(typeOf('orderBy')) as GraphQLInputObjectType).getFields();
    const chosen = choices.pick(Object.values(others));
    return { [chosen.name]: randomInput(chosen.type, choices, maker.ids, 1) };
  });
  const given = [
    `by: ${maker.value(typeOf('by'), keys.map(({ by }) => by))}`,
    ...(choices.once(2) ? [`having: ${maker.value(typeOf('having'), randomInput(typeOf('having'), choices, maker.ids, 2))}`] : []),
    ...(order.length > 0 ? [`orderBy: ${maker.value(typeOf('orderBy'), order)}`] : []),
    ...(choices.once(4) ? [`first: ${choices.below(4)}`] : []),
  ];
  const shown = keys.map((key) => nestedText(['key', ...key.steps]));
  const records = keys.flatMap(({ steps, record }) => (record && choices.once(2) ? [nestedText(['key', ...steps.slice(0, -1), record.name], ` ${maker.selection(record.type, 1)}`)] : []));
  const { key: _key, ...summaries } = group.getFields();
  const others = choices.some(Object.values(summaries), 3).map((one) => maker.field(one, 1));
  return `(${given.join(', ')}) { ${['count', ...shown, ...records, ...others].join(' ')} }`;
}

function randomKey(by: GraphQLInputObjectType, keyType: GraphQLObjectType, maker: OperationMaker, outermost = true): Key {
  const { choices } = maker;
  const { field, of } = by.getFields();
  const inner = of && (getNamedType(of.type) as GraphQLInputObjectType);
  if (inner && choices.once(3)) {
    const step = choices.pick(Object.values(inner.getFields()));
    const type = getNamedType(step.type);
    if ('getValues' in type) {
      const piece = choices.pick((type as GraphQLEnumType).getValues()).name;
      return { by: { of: { [step.name]: { word: piece } } }, steps: [step.name, piece] };
    }
    const record = getNamedType(keyType.getFields()[step.name]?.type) as GraphQLObjectType;
    const key = randomKey(type as GraphQLInputObjectType, record, maker, false);
    return { ...key, by: { of: { [step.name]: key.by } }, steps: [step.name, ...key.steps] };
  }
  const name = choices.pick((getNamedType(field?.type) as GraphQLEnumType).getValues()).name;
  const scalar = String(getNamedType(keyType.getFields()[name]?.type));
  const isCalendar = scalar === 'Date' || scalar === 'DateTime';
  if (isCalendar && outermost && choices.once(3)) {
    const part = choices.pick(scalar === 'Date' ? ['weekday', 'month', 'quarter'] : ['hour', 'weekday', 'month', 'quarter']);
    return { by: { field: { word: name }, part: { word: part } }, steps: [`${name}Part`, part] };
  }
  const unit: Readonly<Record<string, Given>> = isCalendar && choices.once(2) ? { unit: { word: choices.pick(['day', 'week', 'month', 'quarter', 'year']) } } : {};
  const reference = name.replace(/Id$/, '');
  const pointed = reference !== name && keyType.getFields()[reference];
  return { by: { field: { word: name }, ...unit }, steps: [name], ...(pointed && { record: { name: reference, type: getNamedType(pointed.type) as GraphQLObjectType } }) };
}

function nested([first = '', ...rest]: readonly string[], value: Given): Given {
  return { [first]: rest.length === 0 ? value : nested(rest, value) };
}

function nestedText([first = '', ...rest]: readonly string[], end = ''): string {
  return rest.length === 0 ? `${first}${end}` : `${first} { ${nestedText(rest, end)} }`;
}
