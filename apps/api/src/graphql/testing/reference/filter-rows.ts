import { fieldType, isOperatorName, operators, type FieldPart, type JsonValue, type Operator } from '@guanxi/field-types';
import { valueName, type FieldModel } from '@guanxi/metadata';
import { findRow, holdsFormula, objectOf, relatedRows, valueOf, type MemoryOrg, type Row } from './memory-org.js';

type Where = Readonly<Record<string, unknown>>;

/** Whether a record fulfils a `where` as GraphQL gives it. */
export function fulfils(org: MemoryOrg, row: Row, where: Where | null | undefined): boolean {
  return Object.entries(where ?? {}).every(([name, given]) => given === null || given === undefined || holds(org, row, name, given));
}

function holds(org: MemoryOrg, row: Row, name: string, given: unknown): boolean {
  if (name === 'AND') return (given as Where[]).every((one) => fulfils(org, row, one));
  if (name === 'OR') return (given as Where[]).some((one) => fulfils(org, row, one));
  if (name === 'NOT') return !fulfils(org, row, given as Where);
  if (name === 'FORMULA') return holdsFormula(org, row, given as string);
  const object = objectOf(org, row.object);
  const field = object.fields.find((one) => valueName(one) === name && one.storage !== 'members' && one.storage !== 'through');
  if (field) return fits(org, valueOf(org, row, field), field, given as Where);
  const named = object.fieldByName.get(name);
  if (named?.storage === 'members') return pointsTo(org, row, named, given as Where);
  if (named?.target !== undefined) return behind(org, row, named, given as Where);
  return Object.entries(given as Where).every(([quantifier, inner]) => {
    if (inner === null || inner === undefined) return true;
    const related = relatedRows(org, row, name);
    if (quantifier === 'every') return related.every((one) => fulfils(org, one, inner as Where));
    return related.some((one) => fulfils(org, one, inner as Where)) === (quantifier === 'some');
  });
}

function behind(org: MemoryOrg, row: Row, field: FieldModel, where: Where): boolean {
  const target = findRow(org, field.target ?? '', valueOf(org, row, field));
  return target !== undefined && fulfils(org, target, where);
}

function pointsTo(org: MemoryOrg, row: Row, { members = [] }: FieldModel, given: Where): boolean {
  const lookups = members.flatMap((name) => objectOf(org, row.object).fieldByName.get(name) ?? []).filter(({ target = '' }) => org.access.objects.has(target));
  return Object.entries(given).every(([key, inner]) => {
    if (inner === null || inner === undefined) return true;
    if (key === 'isBlank') return lookups.every(({ name }) => (row.values[name] ?? null) === null) === inner;
    const lookup = lookups.find(({ target = '' }) => target.toLowerCase() === key.toLowerCase());
    return lookup !== undefined && behind(org, row, lookup, inner as Where);
  });
}

function fits(org: MemoryOrg, value: JsonValue, field: FieldModel, given: Where): boolean {
  const kind = fieldType(field.value.type);
  return Object.entries(given).every(([word, operand]) => {
    const part = kind.parts?.[word];
    if (part) return operand === null || operand === undefined || fitsPart(org, value === null ? null : part.read(value), part, operand as Where);
    return isTrue(org, value, field, word, operand as JsonValue | undefined);
  });
}

function isTrue(org: MemoryOrg, value: JsonValue, field: FieldModel, word: string, operand: JsonValue | undefined): boolean {
  const kind = fieldType(field.value.type);
  const column = kind.column(field.value.settings);
  return compareWith(word, operand, (operator, given) => {
    const canonical = (one: JsonValue): JsonValue => {
      if (column.name === 'uuid') return one === 'me' ? org.me : one;
      return column.name === 'text' || column.name === 'text[]' ? kind.normalize(one, field.value.settings) : one;
    };
    // There are no lists in memory.
    if (operator.operand === 'recordList') return operator.test(value, [], (left, right) => kind.compare(left, right));
    if (operator.operand === 'people') return operator.test(value, [...peopleAround(org, given)], (left, right) => kind.compare(left, right));
    const shaped = operator.operand === 'value' ? canonical(given) : operator.operand === 'list' ? (given as JsonValue[]).map(canonical) : given;
    const searched = operator.operand === 'text' && value !== null && kind.text ? (kind.display?.(value) ?? value) : value;
    return operator.test(searched, operator.resolveOperand(shaped, org, column), (left, right) => kind.compare(left, right));
  });
}

function fitsPart(org: MemoryOrg, value: JsonValue, part: FieldPart, given: Where): boolean {
  const kind = fieldType(part.scalar === 'Decimal' ? 'decimal' : 'text');
  return Object.entries(given).every(([word, operand]) =>
    compareWith(word, operand as JsonValue | undefined, (operator, shaped) => operator.test(value, operator.resolveOperand(shaped, org, part.column), (left, right) => kind.compare(left, right))),
  );
}

/** Whether a comparison with an aggregate holds: of numbers, or of values of a field's kind. */
export function fitsValue(org: MemoryOrg, value: JsonValue, field: FieldModel | 'number', given: Where): boolean {
  if (field !== 'number') return fits(org, value, field, given);
  const { compare } = fieldType('decimal');
  return Object.entries(given).every(([word, operand]) =>
    compareWith(word, operand as JsonValue | undefined, (operator, shaped) => operator.test(value, operator.resolveOperand(shaped, org, { name: 'numeric' }), compare)),
  );
}

/** `eq: null` asks for blanks; any other null says nothing. */
function compareWith(word: string, operand: JsonValue | undefined, test: (operator: Operator, operand: JsonValue) => boolean): boolean {
  if (!isOperatorName(word)) throw new RangeError(word);
  if (operand === undefined) return true;
  if (operand !== null) return test(operators[word], operand);
  if (word !== 'eq' && word !== 'ne') return true;
  return test(operators.isBlank, word === 'eq');
}

/** The person who asks, and who is in a team with them or below them. */
function peopleAround({ me, sharing }: MemoryOrg, word: JsonValue): ReadonlySet<string> {
  if (word === 'belowMe') return new Set([me, ...(sharing?.below.get(me) ?? [])]);
  const teams = [...(sharing?.principals.get(me) ?? [])].filter((principal) => principal.startsWith('team:'));
  return new Set([me, ...[...(sharing?.principals ?? [])].flatMap(([id, principals]) => (teams.some((team) => principals.has(team)) ? id : []))]);
}
