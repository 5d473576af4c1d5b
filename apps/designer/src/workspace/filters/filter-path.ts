import type { FieldDescription, ObjectDescription, WorkspaceDescription } from '@guanxi/metadata';
import { wordsFor } from './filter.js';

export type Objects = Pick<WorkspaceDescription, 'objects'>;

/** Where a path leads: `customer.city` to a field of the record that a reference points to, `orders.amount` to one of many records. */
export interface FoundPath {
  /** The field at its end; absent where it ends at a relation. */
  readonly field?: FieldDescription;
  /** The object behind its last step, if that leads to other records. */
  readonly object?: ObjectDescription;
  /** Its last step leads to many records. */
  readonly isMany: boolean;
  /** What people call each step. */
  readonly labels: readonly string[];
}

export function findPath({ objects }: Objects, object: ObjectDescription, path: string): FoundPath | undefined {
  let here: ObjectDescription | undefined = object;
  let found: FoundPath | undefined;
  for (const step of path.split('.')) {
    const field: FieldDescription | undefined = here?.fields.find(({ name }) => name === step);
    const relation = here?.relations.find(({ name }) => name === step);
    if (!field && !relation) return undefined;
    const behind: ObjectDescription | undefined = objects.find(({ name }) => name === (field?.target ?? relation?.object));
    found = { ...(field && { field }), ...(behind && { object: behind }), isMany: field === undefined, labels: [...(found?.labels ?? []), field?.label ?? relation?.label ?? step] };
    here = behind;
  }
  return found;
}

export interface OfferedPath {
  readonly path: string;
  readonly label: string;
  readonly field: FieldDescription;
  /** The label of what lies between; absent for fields of the object itself. */
  readonly through?: string;
}

/** Fields to filter by: the object's own, those of records that it points to, and those of records that point to it. */
export function offeredPaths(workspace: Objects, object: ObjectDescription, depth = 2): readonly OfferedPath[] {
  const own = filterableFields(object).map((field): OfferedPath => ({ path: field.name, label: field.label, field }));
  if (depth === 0) return own;
  const beyond = [
    ...object.fields.filter(({ system, target }) => target !== undefined && target !== 'User' && !system).map(({ name, label, target }) => ({ name, label, target, next: depth - 1 })),
    ...object.relations.filter(({ through }) => through === undefined).map(({ name, label, object: target }) => ({ name, label, target, next: 0 })),
  ];
  return [...own, ...beyond.flatMap(({ name, label, target, next }) => {
    const behind = workspace.objects.find((candidate) => candidate.name === target);
    return behind ? offeredPaths(workspace, behind, next).map((offered): OfferedPath => ({ ...offered, path: `${name}.${offered.path}`, through: [label, offered.through].filter(Boolean).join(' › ') })) : [];
  })];
}

export function filterableFields({ fields }: ObjectDescription): readonly FieldDescription[] {
  return fields.filter((field) => field.name !== 'id' && field.name !== 'version' && wordsFor(field).length > 0);
}
