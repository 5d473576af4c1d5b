import { parseAbsolute, parseDate, toCalendarDate } from '@internationalized/date';
import { fieldType, type JsonValue } from '@guanxi/field-types';
import { graphqlNames, valueName, type FieldDescription, type ObjectDescription, type WorkspaceDescription } from '@guanxi/metadata';
import type { Operation, Where } from '../records/record-queries.js';
import type { ListQuestion } from '../records/record-lists.js';
import type { WantedTotal } from './totals-query.js';

export const groupUnits = ['day', 'week', 'month', 'quarter', 'year'] as const;
export type GroupUnit = (typeof groupUnits)[number];

/** What the records of a list are grouped by. */
export interface Grouping {
  readonly field: FieldDescription;
  /** Of a day or an instant. */
  readonly unit?: GroupUnit;
  /** Of a reference: the name field of what it points to, where this person may read it. */
  readonly nameField?: string;
}

export interface RecordGroup {
  /** As the API answers it: a value, an id, or the first day of a stretch. */
  readonly key: JsonValue;
  readonly name?: string;
  readonly count: number;
  readonly sums: Readonly<Record<string, string | null>>;
}

/** Fields that make a fair number of groups. */
export function isGroupable(field: FieldDescription): boolean {
  if (field.storage === 'through' || field.members !== undefined || field.name === 'id' || field.name === 'version') return false;
  const type = fieldType(field.value.type);
  const { name } = type.column(field.value.settings);
  return type.encrypted !== true && (field.target !== undefined || isCalendar(field) || name === 'boolean' || (name === 'text' && ['picklist', 'text', 'formula'].includes(field.type)));
}

export function isCalendar({ value }: Pick<FieldDescription, 'value'>): boolean {
  return value.type === 'date' || value.type === 'dateTime';
}

export function readGrouping({ objects }: Pick<WorkspaceDescription, 'objects'>, object: ObjectDescription, text: string | undefined): Grouping | null {
  const [name, unit] = (text ?? '').split(':');
  const field = object.fields.find((candidate) => candidate.name === name);
  if (!field || !isGroupable(field)) return null;
  const target = objects.find((candidate) => candidate.name === field.target);
  return {
    field, ...(isCalendar(field) && { unit: groupUnits.find((known) => known === unit) ?? 'month' }),
    ...(target && !target.fields.find((each) => each.name === target.nameField)?.parts && { nameField: target.nameField }),
  };
}

const mostGroups = 200;

export function groupsQuery(question: ListQuestion, { field, unit, nameField }: Grouping, wanted: readonly WantedTotal[]): Operation {
  const { object, where, search } = question;
  const names = graphqlNames(object);
  const key = valueName(field);
  const sums = wanted.filter(({ kind }) => kind === 'sum').map((one) => one.field.name);
  const args = [...(where ? ['where: $where'] : []), ...(search !== undefined ? ['search: $search'] : [])];
  const heads = [...(where ? [`$where: ${names.where}`] : []), ...(search !== undefined ? ['$search: String'] : [])];
  const selected = `key { ${key}${nameField === undefined ? '' : ` ${field.name} { name: ${nameField} }`} } count${sums.length > 0 ? ` sum { ${sums.join(' ')} }` : ''}`;
  return {
    query: `query Groups${heads.length > 0 ? `(${heads.join(', ')})` : ''} { grouped: ${names.many}${args.length > 0 ? `(${args.join(', ')})` : ''} { groupBy(by: [{ field: ${key}${unit ? `, unit: ${unit}` : ''} }], first: ${mostGroups}) { ${selected} } } }`,
    variables: { ...(where && { where }), ...(search !== undefined && { search }) },
  };
}

export interface GroupsAnswer {
  readonly grouped: { readonly groupBy: readonly { readonly key: Readonly<Record<string, unknown>>; readonly count: number; readonly sum?: Readonly<Record<string, string | null>> }[] };
}

/** The groups in the order that people know: choices as they are listed, the latest days first, names by the alphabet, the blank ones last. */
export function readGroups({ grouped }: GroupsAnswer, { field, unit }: Grouping, locale: string): readonly RecordGroup[] {
  const groups = grouped.groupBy.map(({ key, count, sum }): RecordGroup => {
    const name = (key[field.name] as { readonly name?: string } | null | undefined)?.name;
    return { key: (key[valueName(field)] ?? null) as JsonValue, ...(field.target !== undefined && typeof name === 'string' && { name }), count, sums: sum ?? {} };
  });
  const places = new Map(Object.keys(field.valueLabels ?? {}).map((value, index) => [value, index]));
  const compare = (one: RecordGroup, other: RecordGroup): number => {
    if (one.key === null || other.key === null) return Number(one.key === null) - Number(other.key === null);
    if (places.size > 0) return (places.get(String(one.key)) ?? places.size) - (places.get(String(other.key)) ?? places.size);
    const order = (one.name ?? String(one.key)).localeCompare(other.name ?? String(other.key), locale);
    return unit ? -order : order;
  };
  return groups.toSorted(compare);
}

/** The condition that only the records of one group meet. */
export function whereOfGroup({ field, unit }: Grouping, { key }: Pick<RecordGroup, 'key'>, timeZone: string): Where {
  const name = valueName(field);
  if (key === null) return { [name]: { isBlank: true } };
  if (!unit) return { [name]: { eq: key } };
  const first = firstDayOf(String(key), timeZone);
  // Of instants, the day begins at midnight where the reader is.
  const place = (day: string) => (field.value.type === 'date' ? day : parseDate(day).toDate(timeZone).toISOString());
  return { AND: [{ [name]: { gte: place(first) } }, { [name]: { lt: place(dayAfter(first, unit)) } }] };
}

/** The day that a stretch begins with, where the reader is. */
export function firstDayOf(key: string, timeZone: string): string {
  return /^\d{4}-\d\d-\d\d$/.test(key) ? key : toCalendarDate(parseAbsolute(key, timeZone)).toString();
}

/** The first day after a stretch of the calendar. */
export function dayAfter(first: string, unit: GroupUnit): string {
  const [year = 0, month = 1, day = 1] = first.split('-').map(Number);
  const next: Readonly<Record<GroupUnit, Date>> = {
    day: new Date(Date.UTC(year, month - 1, day + 1)), week: new Date(Date.UTC(year, month - 1, day + 7)), month: new Date(Date.UTC(year, month, 1)),
    quarter: new Date(Date.UTC(year, month + 2, 1)), year: new Date(Date.UTC(year + 1, 0, 1)),
  };
  return next[unit].toISOString().slice(0, 10);
}
