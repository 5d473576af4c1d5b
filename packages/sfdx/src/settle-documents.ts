import { parseDocuments, type MetadataDocument } from '@guanxi/metadata';
import type { Origin, Report } from './report.js';

type Json = Record<string, unknown>;

/** Pieces of a document that can be left out by themselves, as pointers with * for any step; the longest that fits goes. */
const PIECES: Readonly<Record<MetadataDocument['kind'], readonly string[]>> = {
  object: [
    'properties/*/guanxi/defaultFormula', 'properties/*/guanxi/filter', 'properties/*/guanxi/dependsOn', 'properties/*/guanxi/titles', 'properties/*/guanxi/helps', 'properties/*/default', 'properties/*', 'required/*',
    'guanxi/rules/*/messages', 'guanxi/rules/*', 'guanxi/recordTypes/*/values/*', 'guanxi/recordTypes/*', 'guanxi/compact/*', 'guanxi/person/*', 'guanxi/titles', 'guanxi/pluralTitles',
  ],
  layout: ['sections/*/cells/*', 'sections/*', 'relatedLists/*/columns/*', 'relatedLists/*', 'recordTypes/*', 'permissionSets/*', 'header/*'],
  view: ['columns/*', 'where', 'orderBy/*'],
  permissions: ['objects/*/fields/*', 'objects/*', 'recordTypes/*'],
  app: ['navigation/*', 'permissionSets/*'],
  picklist: ['values/*'],
  workflow: [],
  action: [],
  'message-template': [],
  'document-template': ['blocks/*'],
  'business-calendar': ['holidays/*'],
  queue: [],
  role: [],
  team: [],
  'sharing-rule': [],
  'retention-rule': [],
  'permission-group': ['muted/objects/*/fields/*', 'muted/objects/*', 'sets/*'],
};

/** Lists that mean something else, or nothing, when nothing is left of them. */
const GOES_EMPTY: Readonly<Partial<Record<MetadataDocument['kind'], readonly string[]>>> = {
  object: ['required', 'guanxi/rules', 'guanxi/recordTypes', 'guanxi/compact', 'guanxi/person'],
  layout: ['relatedLists', 'recordTypes', 'permissionSets'],
  app: ['permissionSets'],
};

const MOST_ROUNDS = 60;

/** Leaves out whatever does not check, and what depends on that, until everything that is left does. */
export function settleDocuments(documents: readonly MetadataDocument[], report: Report, origins: WeakMap<object, Origin>): readonly MetadataDocument[] {
  let rest = [...documents];
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const parsed = parseDocuments(rest);
    if (parsed.ok) return rest;
    const byDocument = new Map<string, { steps: readonly string[]; message: string }[]>();
    for (const { path, message } of parsed.problems) {
      const [address = '', ...steps] = path.split('/').slice(1).map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
      byDocument.set(address, [...(byDocument.get(address) ?? []), { steps, message }]);
    }
    const before = rest;
    rest = rest.flatMap((document): MetadataDocument[] => {
      const problems = byDocument.get(`${document.kind}:${document.name}`);
      return problems ? leaveOut(document, problems, report, origins) : [document];
    });
    if (rest.length === before.length && rest.every((document, index) => document === before[index])) break;
  }
  throw new Error('The documents of the project could not be brought into order.');
}

function leaveOut(document: MetadataDocument, problems: readonly { steps: readonly string[]; message: string }[], report: Report, origins: WeakMap<object, Origin>): MetadataDocument[] {
  const pieces = new Map<string, { steps: readonly string[]; message: string }>();
  for (const { steps, message } of problems) {
    const piece = pieceOf(document.kind, steps);
    const found = originOf(document, piece ?? [], origins);
    if (found) report.note(found.origin, found.isWhole ? 'left' : 'changed', found.isWhole ? message : `${piece?.at(-1) ?? ''} was left out: ${message}`);
    if (!piece) return [];
    pieces.set(piece.join('/'), { steps: piece, message });
  }
  const copy = carryOrigins(document, origins);
  // From the end, so that places in lists stay what they are.
  for (const { steps } of [...pieces.values()].toSorted((left, right) => compareSteps(right.steps, left.steps))) removeAt(copy as unknown as Json, steps);
  return tidy(copy);
}

function pieceOf(kind: MetadataDocument['kind'], steps: readonly string[]): readonly string[] | undefined {
  const fitting = PIECES[kind].map((pattern) => pattern.split('/')).filter((pattern) => pattern.length <= steps.length && pattern.every((step, index) => step === '*' || step === steps[index]));
  const longest = fitting.toSorted((left, right) => right.length - left.length)[0];
  return longest && steps.slice(0, longest.length);
}

/** The origin of the innermost part on the way that has one, and whether it is the end of the way. */
function originOf(document: MetadataDocument, steps: readonly string[], origins: WeakMap<object, Origin>): { readonly origin: Origin; readonly isWhole: boolean } | undefined {
  let origin = origins.get(document);
  let isWhole = true;
  let value: unknown = document;
  for (const step of steps) {
    value = (value as Json | undefined)?.[step];
    const own = typeof value === 'object' && value !== null ? origins.get(value) : undefined;
    origin = own ?? origin;
    isWhole = own !== undefined;
  }
  return origin && { origin, isWhole };
}

/** A copy that may be changed, whose parts come from where the parts of the document did. */
function carryOrigins<T>(value: T, origins: WeakMap<object, Origin>): T {
  if (typeof value !== 'object' || value === null) return value;
  const copy = (Array.isArray(value) ? value.map((item: unknown) => carryOrigins(item, origins)) : Object.fromEntries(Object.entries(value).map(([key, item]) => [key, carryOrigins(item as unknown, origins)]))) as T & object;
  const origin = origins.get(value);
  if (origin) origins.set(copy, origin);
  return copy;
}

function compareSteps(left: readonly string[], right: readonly string[]): number {
  for (let index = 0; index < Math.max(left.length, right.length); index += 1) {
    const [one, other] = [left[index] ?? '', right[index] ?? ''];
    if (one !== other) return /^\d+$/.test(one) && /^\d+$/.test(other) ? Number(one) - Number(other) : one < other ? -1 : 1;
  }
  return 0;
}

function removeAt(document: Json, steps: readonly string[]): void {
  const last = steps.at(-1) ?? '';
  let holder: unknown = document;
  for (const step of steps.slice(0, -1)) holder = (holder as Json | undefined)?.[step];
  if (Array.isArray(holder)) holder.splice(Number(last), 1);
  else if (typeof holder === 'object' && holder !== null) Reflect.deleteProperty(holder, last);
}

function tidy(document: MetadataDocument): MetadataDocument[] {
  const json = document as unknown as Json;
  for (const path of GOES_EMPTY[document.kind] ?? []) {
    const steps = path.split('/');
    const holder = steps.slice(0, -1).reduce<unknown>((value, step) => (value as Json | undefined)?.[step], json) as Json | undefined;
    const list = holder?.[steps.at(-1) ?? ''];
    if (Array.isArray(list) && list.length === 0) Reflect.deleteProperty(holder ?? {}, steps.at(-1) ?? '');
  }
  if (document.kind === 'layout') {
    const { sections, relatedLists } = json as { sections: { cells: unknown[] }[]; relatedLists?: { columns: unknown[] }[] };
    json['sections'] = sections.filter(({ cells }) => cells.length > 0);
    if (relatedLists) json['relatedLists'] = relatedLists.filter(({ columns }) => columns.length > 0);
  }
  if (document.kind === 'view' && document.columns.length === 0) json['columns'] = ['createdAt'];
  return document.kind === 'picklist' && document.values.length === 0 ? [] : [document];
}
