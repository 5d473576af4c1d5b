import { fieldType, periodDays, startOfDay, type JsonValue, type Period } from '@guanxi/field-types';
import { valueName, type FieldModel } from '@guanxi/metadata';
import { addUpDecimals, averageOf, trimZeros } from './decimals.js';
import { fitsValue } from './filter-rows.js';
import { objectOf, valueOf, type MemoryOrg, type Row } from './memory-org.js';
import { compareBlankLast, placeOf, type Place } from './order-rows.js';

type Given = Readonly<Record<string, unknown>>;

/** Records with something in common. `keys` by the path of names, as `account.region.name` or `closedOn weekday`. */
export interface Group {
  readonly object: string;
  readonly rows: readonly Row[];
  readonly keys: ReadonlyMap<string, Place>;
}

interface Key {
  readonly steps: readonly string[];
  readonly unit?: string;
  readonly part?: string;
}

export function groupRows(org: MemoryOrg, object: string, rows: readonly Row[], given: Given): readonly Group[] {
  const keys = (given['by'] as Given[]).map((by) => keyOf(org, object, by));
  const groups = new Map<string, { rows: Row[]; keys: ReadonlyMap<string, Place> }>();
  for (const row of rows) {
    const places = keys.map((key) => [nameOf(key), keyPlace(org, row, key)] as const);
    const id = JSON.stringify(places.map(([, { value }]) => value));
    const known = groups.get(id);
    if (known) known.rows.push(row);
    else groups.set(id, { rows: [row], keys: new Map(places) });
  }
  const kept = [...groups.values()].map((group): Group => ({ object, ...group })).filter((group) => fulfilsHaving(org, group, given['having'] as Given | undefined));
  return orderGroups(org, kept, (given['orderBy'] ?? []) as Given[], keys).slice(0, given['first'] as number);
}

function nameOf({ steps, part }: Key): string {
  return part === undefined ? steps.join('.') : `${steps.join('.')} ${part}`;
}

/** Fields by the name of the model: `account`, though the enum has `accountId`. */
function keyOf(org: MemoryOrg, object: string, { field, unit, part, of }: Given): Key {
  if (field !== undefined && field !== null) return { steps: [String(field)], ...(unit ? { unit: String(unit) } : {}), ...(part ? { part: String(part) } : {}) };
  const [name = '', inner] = Object.entries(of as Given).find(([, one]) => one !== null && one !== undefined) ?? [];
  if (typeof inner === 'string') return { steps: [name, inner] };
  const key = keyOf(org, objectOf(org, object).fieldByName.get(name)?.target ?? '', inner as Given);
  return { ...key, steps: [name, ...key.steps] };
}

function keyPlace(org: MemoryOrg, row: Row, { steps, unit, part }: Key): Place {
  const place = placeOf(org, row, steps);
  if (place.value === null || (unit === undefined && part === undefined)) return place;
  const text = String(place.value);
  const isDay = text.length === 10;
  const moment = isDay ? { now: `${text}T12:00:00Z`, timeZone: 'UTC' } : { now: text, timeZone: org.timeZone };
  if (part !== undefined) return { value: calendarNumber(part, moment), compare: (left, right) => Number(left) - Number(right) };
  const { from } = periodDays({ this: unit } as Period, moment);
  return { ...place, value: isDay ? from : startOfDay(from, org.timeZone) };
}

function calendarNumber(part: string, { now, timeZone }: { now: string; timeZone: string }): number {
  const written = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' }).format(new Date(now));
  const month = Number(written.slice(5, 7));
  if (part === 'hour') return Number(written.slice(11, 13));
  if (part === 'month') return month;
  if (part === 'quarter') return Math.ceil(month / 3);
  return new Date(`${written.slice(0, 10)}T00:00:00Z`).getUTCDay() || 7;
}

function orderGroups(org: MemoryOrg, groups: readonly Group[], orderBy: readonly Given[], keys: readonly Key[]): readonly Group[] {
  const terms = [...orderBy.flatMap((entry) => termsOf(entry)), ...keys.map((key) => ({ descending: false, place: (group: Group) => group.keys.get(nameOf(key)) as Place }))];
  return groups.toSorted((left, right) => {
    for (const { place, descending } of terms) {
      const [one, other] = [place(left), place(right)];
      // Blanks come last in both directions.
      const order = one.value === null || other.value === null ? Number(one.value === null) - Number(other.value === null) : one.compare(one.value, other.value) * (descending ? -1 : 1);
      if (order !== 0) return order;
    }
    return 0;
  });

  function termsOf(entry: Given): { descending: boolean; place: (group: Group) => Place }[] {
    return Object.entries(entry).flatMap(([name, given]) => {
      if (given === null || given === undefined) return [];
      if (name === 'key') return keyTerms([], given as Given);
      if (name === 'count') return [{ descending: given === 'desc', place: (group: Group) => numberPlace(group.rows.length) }];
      const directions = Object.entries(given as Given).filter(([, direction]) => direction !== null && direction !== undefined);
      return directions.map(([field, direction]) => ({ descending: direction === 'desc', place: (group: Group) => aggregatePlace(org, group, name, fieldBy(org, group.object, field)) }));
    });
  }

  function keyTerms(before: readonly string[], given: Given): { descending: boolean; place: (group: Group) => Place }[] {
    return Object.entries(given).flatMap(([name, inner]) => {
      if (inner === null || inner === undefined) return [];
      const steps = [...before, name];
      if (typeof inner === 'object') return keyTerms(steps, inner as Given);
      return [{ descending: inner === 'desc', place: (group: Group) => findKey(group, steps) as Place }];
    });
  }
}

/** A key by the names that inputs and answers have: `accountId` is the key `account`, `closedOnPart.weekday` is `closedOn weekday`. */
export function findKey(group: Group, steps: readonly string[]): Place | undefined {
  const path = steps.join('.');
  const last = steps.at(-1) ?? '';
  const before = steps.slice(0, -1);
  return group.keys.get(path) ?? group.keys.get([...before, last.replace(/Id$/, '')].join('.')) ?? group.keys.get(`${before.join('.').replace(/Part$/, '')} ${last}`);
}

function numberPlace(value: number): Place {
  return { value, compare: (left, right) => Number(left) - Number(right) };
}

export function fieldBy(org: MemoryOrg, object: string, name: string): FieldModel {
  const field = objectOf(org, object).fields.find((one) => valueName(one) === name);
  if (!field) throw new RangeError(`${object}.${name}`);
  return field;
}

/** An aggregate over records, as it is read. */
export function aggregate(org: MemoryOrg, rows: readonly Row[], of: string, field: FieldModel): JsonValue {
  const values = rows.map((row) => valueOf(org, row, field)).filter((value) => value !== null);
  const kind = fieldType(field.value.type);
  if (of === 'countDistinct') return new Set(values.map((value) => JSON.stringify(value))).size;
  if (values.length === 0) return null;
  if (of === 'sum') return addUpDecimals(values.map(String));
  if (of === 'avg') return trimZeros(averageOf(values.map(String), 10));
  const compare = compareBlankLast((left, right) => kind.compare(left, right));
  const ordered = values.toSorted(compare);
  return (of === 'min' ? ordered[0] : ordered.at(-1)) ?? null;
}

function aggregatePlace(org: MemoryOrg, { rows }: Group, of: string, field: FieldModel): Place {
  const kind = fieldType(of === 'min' || of === 'max' ? field.value.type : 'decimal');
  return { value: aggregate(org, rows, of, field), compare: (left, right) => kind.compare(left, right) };
}

function fulfilsHaving(org: MemoryOrg, group: Group, having: Given | undefined): boolean {
  return Object.entries(having ?? {}).every(([of, given]) => {
    if (given === null || given === undefined) return true;
    if (of === 'count') return fitsValue(org, group.rows.length, 'number', given as Given);
    return Object.entries(given as Given).every(([name, filter]) => {
      if (filter === null || filter === undefined) return true;
      const field = fieldBy(org, group.object, name);
      return fitsValue(org, aggregate(org, group.rows, of, field), of === 'min' || of === 'max' ? field : 'number', filter as Given);
    });
  });
}
