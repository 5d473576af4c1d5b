import type { JsonValue } from '@guanxi/field-types';
import type { TypedFormula } from '@guanxi/formula';
import { USER, type Model } from '@guanxi/metadata';
import { constant, type OrgFacts, type RootRead, type SelectedField } from '@guanxi/query';

interface ReadingPlace {
  readonly model: Model;
  readonly object: string;
  readonly recordId: string;
  readonly userId: string;
}

/** What has to be read for a formula: of the record, and of the person where it names `$User`. */
export function referenceRoots({ references }: TypedFormula, { model, object, recordId, userId }: ReadingPlace): readonly RootRead[] {
  const select = (paths: readonly (readonly string[])[], from: string, skip: number): readonly SelectedField[] => [
    { kind: 'value', key: 'id', field: 'id' },
    ...paths.map((path) => selectPath(model, from, { key: keyOf(references, path), path: path.slice(skip) })),
  ];
  const own = references.filter(([first]) => first?.startsWith('$') !== true);
  const personal = references.filter(([first]) => first === '$User');
  return [
    { kind: 'one', key: 'record', object, id: constant(recordId), select: select(own, object, 0) },
    ...(personal.length > 0 ? [{ kind: 'one' as const, key: 'person', object: USER, id: constant(userId), select: select(personal, USER, 1) }] : []),
  ];
}

/** The values behind the references, by path. */
export function readReferences({ references }: TypedFormula, answer: Readonly<Record<string, JsonValue>>, org: OrgFacts): ReadonlyMap<string, JsonValue> {
  const facts: Readonly<Record<string, JsonValue>> = { ...org };
  return new Map(references.map((path) => {
    const [first, second = ''] = path;
    if (first === '$Org') return [path.join('.'), facts[second] ?? null];
    const root = answer[first === '$User' ? 'person' : 'record'] as Readonly<Record<string, JsonValue>> | null | undefined;
    return [path.join('.'), innermost(root?.[keyOf(references, path)] ?? null)];
  }));
}

function keyOf(references: readonly (readonly string[])[], path: readonly string[]): string {
  return `r${references.indexOf(path)}`;
}

/** One reference after another down to the value, or to the piece of a value that has several. */
function selectPath(model: Model, objectName: string, { key, path }: { readonly key: string; readonly path: readonly string[] }): SelectedField {
  const [name = '', next, ...rest] = path;
  if (next === undefined) return { kind: 'value', key, field: name };
  const target = model.objectByName.get(objectName)?.fieldByName.get(name)?.target;
  if (target === undefined) return { kind: 'parts', key, field: name, select: [{ kind: 'part', key: STEP, part: next }] };
  return { kind: 'one', key, field: name, select: [selectPath(model, target, { key: STEP, path: [next, ...rest] })] };
}

/** The only member of each object on the way, so that it is told from the members of a value that is an object itself. */
const STEP = '_step';

function innermost(value: JsonValue): JsonValue {
  let at = value;
  while (typeof at === 'object' && at !== null && STEP in at) at = (at as Readonly<Record<string, JsonValue>>)[STEP] ?? null;
  return at;
}
