import { fieldType, type JsonValue } from '@guanxi/field-types';
import { valueName, type FieldModel } from '@guanxi/metadata';
import { compareTexts, findRow, objectOf, valueOf, type MemoryOrg, type Row } from './memory-org.js';

export type Compare = (left: JsonValue, right: JsonValue) => number;

/** Blanks are the greatest. */
export function compareBlankLast(compare: Compare): Compare {
  return (left, right) => (left === null || right === null ? Number(left === null) - Number(right === null) : compare(left, right));
}

export interface Place {
  readonly value: JsonValue;
  readonly compare: Compare;
}

interface Term {
  readonly steps: readonly string[];
  readonly descending: boolean;
}

/** The records in the order of an `orderBy` as GraphQL gives it; the id breaks ties. */
export function orderRows(org: MemoryOrg, rows: readonly Row[], orderBy: readonly Readonly<Record<string, unknown>>[]): readonly Row[] {
  const terms = orderBy.flatMap((entry) => Object.entries(entry).flatMap(([name, inner]) => termsOf([name], inner)));
  const upTo = terms.findIndex(({ steps }) => steps.length === 1 && steps[0] === 'id');
  const used = upTo >= 0 ? terms.slice(0, upTo) : terms;
  const ties = upTo >= 0 ? terms[upTo]?.descending : terms.at(-1)?.descending;
  return rows.toSorted((left, right) => {
    for (const { steps, descending } of used) {
      const [one, other] = [placeOf(org, left, steps), placeOf(org, right, steps)];
      const order = compareBlankLast(one.compare)(one.value, other.value);
      if (order !== 0) return descending ? -order : order;
    }
    return compareTexts(left.id, right.id) * (ties ? -1 : 1);
  });
}

function termsOf(steps: readonly string[], given: unknown): Term[] {
  if (given === null || given === undefined) return [];
  if (typeof given === 'string') return [{ steps, descending: given === 'desc' }];
  return Object.entries(given as object).flatMap(([name, inner]) => termsOf([...steps, name], inner));
}

/** The value at a path of names as inputs have them: `account.region.name`, `home.city`, `namePart.last`, `customerId`. */
export function placeOf(org: MemoryOrg, row: Row | undefined, [name = '', ...rest]: readonly string[], object = row?.object ?? ''): Place {
  const model = objectOf(org, object);
  const field = model.fieldByName.get(name) ?? model.fields.find((one) => valueName(one) === name) ?? model.fieldByName.get(name.replace(/Part$/, ''));
  if (!field) throw new RangeError(`${object}.${name}`);
  const value = row === undefined ? null : valueOf(org, row, field);
  if (rest.length === 0) return { value: wholeOf(field, value), compare: compareOf(field) };
  if (field.target !== undefined) return placeOf(org, findRow(org, field.target, value), rest, field.target);
  const part = fieldType(field.value.type).parts?.[rest[0] ?? ''];
  return { value: value === null ? null : (part?.read(value) ?? null), compare: (left, right) => fieldType(part?.scalar === 'Decimal' ? 'decimal' : 'text').compare(left, right) };
}

/** A value that reads as a whole is ordered as people read it. */
function wholeOf({ value: { type } }: FieldModel, value: JsonValue): JsonValue {
  const kind = fieldType(type);
  return value !== null && kind.parts && kind.text ? (kind.display?.(value) ?? null) : value;
}

function compareOf({ value: { type } }: FieldModel): Compare {
  const kind = fieldType(type);
  return kind.parts && kind.text ? (left, right) => fieldType('text').compare(left, right) : (left, right) => kind.compare(left, right);
}
