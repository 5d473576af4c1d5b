import { valueName, type ObjectDescription, type ViewDocument, type WorkspaceDescription } from '@guanxi/metadata';
import type { OrderBy, Where } from './record-queries.js';

type Objects = Pick<WorkspaceDescription, 'objects'>;

/**
 * A view's condition in the words of the API: `{ owner: { eq: "me" } }` filters by the reference itself and becomes
 * `{ ownerId: … }`, while `{ customer: { status: … } }` goes through to the record behind it.
 */
export function whereOfView(workspace: Objects, object: ObjectDescription, where: Where): Where {
  return Object.fromEntries(Object.entries(where).map(([key, inner]): [string, unknown] => {
    if (key === 'AND' || key === 'OR') return [key, (inner as readonly Where[]).map((part) => whereOfView(workspace, object, part))];
    if (key === 'NOT') return [key, whereOfView(workspace, object, inner as Where)];
    const field = object.fields.find(({ name }) => name === key);
    const relation = object.relations.find(({ name }) => name === key);
    const behind = workspace.objects.find(({ name }) => name === (field?.target ?? relation?.object));
    if (field?.target !== undefined && isFilterOf(field.operators, inner)) return [valueName(field), inner];
    if (relation && behind) return [key, mapValues(inner as Where, (part) => whereOfView(workspace, behind, part as Where))];
    return [key, field && behind ? whereOfView(workspace, behind, inner as Where) : inner];
  }));
}

/** The order of a view, or of one column: references are sorted by the name of what they point to. */
export function orderByOf(workspace: Objects, object: ObjectDescription, order: NonNullable<ViewDocument['orderBy']>): OrderBy {
  return order.flatMap(({ field: path, direction }): OrderBy => {
    const [name = '', through] = path.split('.');
    const field = object.fields.find((candidate) => candidate.name === name || valueName(candidate) === name);
    if (!field) return [];
    const word = direction === 'desc' ? 'DESC' : 'ASC';
    if (field.target === undefined) return [{ [field.name]: word }];
    const target = workspace.objects.find((candidate) => candidate.name === field.target);
    const targetName = through ?? target?.nameField;
    return target && targetName !== undefined ? [{ [field.name]: { [targetName]: word } }] : [];
  });
}

/** Views that show each person their own records: they ask for the person who looks. */
export function isPersonalView({ where }: ViewDocument): boolean {
  return JSON.stringify(where ?? {}).includes('"eq":"me"');
}

/** All of several conditions; those that ask for nothing are left out. */
export function allOf(conditions: readonly (Where | undefined)[]): Where | undefined {
  const asked = conditions.filter((condition) => condition !== undefined && Object.keys(condition).length > 0) as readonly Where[];
  return asked.length > 1 ? { AND: asked } : asked[0];
}

function isFilterOf(operators: readonly string[], inner: unknown): boolean {
  const keys = Object.keys(inner ?? {});
  return keys.length > 0 && keys.every((key) => operators.includes(key));
}

function mapValues(object: Where, change: (value: unknown) => unknown): Where {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value)]));
}
