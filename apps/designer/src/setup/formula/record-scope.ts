import { fieldType, say } from '@guanxi/field-types';
import type { FormulaScope, FormulaType } from '@guanxi/formula';
import type { FieldDescription, ObjectDescription } from '@guanxi/metadata';

type Objects = readonly ObjectDescription[];

export interface RecordScopeOptions {
  /** Nobody in particular is there, as in a workflow: no `$User`. */
  readonly isUnattended?: boolean;
  /** API name of the object whose record `$Source` stands for, in the filter of a lookup. */
  readonly source?: string;
  /** API name of the object whose record `$Record` stands for: the workflow's own, where a formula is over other records. */
  readonly around?: string;
  /** What earlier steps of a workflow leave, as `$Run.<name>`. */
  readonly variables?: ReadonlyMap<string, FormulaType>;
  /** BCP 47, for the labels of what the platform brings. */
  readonly language?: string;
}

/** What a formula over a record of the object may name: its fields and their parts, and through lookups those of what they point to. */
export function recordScope(objects: Objects, objectName: string, options: RecordScopeOptions = {}): FormulaScope {
  const globals = globalsOf(options);
  const at = (path: readonly string[]) => walk(objects, globals[path[0] ?? ''] === undefined ? objectName : (globals[path[0] ?? ''] ?? ''), globals[path[0] ?? ''] === undefined ? path : path.slice(1));
  return {
    resolve: (path) => {
      if (path[0] === '$Org') return path.length === 2 && orgNames.includes(path[1] ?? '') ? { type: 'text' } : undefined;
      if (path[0] === '$Run') return typeOfVariable(path, options.variables);
      const found = path.length === 0 ? undefined : at(path);
      const type = found?.part ?? (found?.field && formulaTypeOf(found.field));
      return type && { type };
    },
    suggest: (path) => {
      if (path.length === 0) return [...at([])?.names ?? [], ...Object.keys(globals), '$Org', ...(options.variables?.size ? ['$Run'] : [])];
      if (path[0] === '$Run') return path.length === 1 ? [...options.variables?.keys() ?? []] : [];
      return path[0] === '$Org' ? (path.length === 1 ? orgNames : []) : at(path)?.names ?? [];
    },
    label: (path) => {
      const found = path[0] === '$Org' || path.length === 0 ? undefined : at(path);
      return found?.partLabel?.(options.language ?? 'en') ?? found?.field?.label;
    },
  };
}

function typeOfVariable(path: readonly string[], variables: RecordScopeOptions['variables']): { readonly type: FormulaType } | undefined {
  const type = path.length === 2 ? variables?.get(path[1] ?? '') : undefined;
  return type && { type };
}

export function formulaTypeOf(field: Pick<FieldDescription, 'value' | 'target'>): FormulaType {
  return field.target === undefined ? fieldType(field.value.type).formulaType : 'reference';
}

const orgNames = ['name', 'currency', 'timeZone'];

/** The object that each name with $ stands for a record of. */
function globalsOf({ isUnattended, source, around }: RecordScopeOptions): Readonly<Record<string, string>> {
  return { ...(!isUnattended && { $User: 'User' }), ...(source !== undefined && { $Source: source }), ...(around !== undefined && { $Record: around }) };
}

interface Reached {
  readonly field?: FieldDescription;
  readonly part?: FormulaType;
  readonly partLabel?: (language: string) => string;
  /** What may follow behind a dot. */
  readonly names: readonly string[];
}

function walk(objects: Objects, objectName: string, path: readonly string[]): Reached | undefined {
  const object = objects.find(({ name }) => name === objectName);
  const [first, ...rest] = path;
  if (first === undefined) return object && { names: [...object.fields].sort((one, other) => Number(one.system) - Number(other.system)).map(({ name }) => name) };
  const field = object?.fields.find(({ name }) => name === first);
  if (!field) return undefined;
  if (field.target !== undefined) {
    const behind = walk(objects, field.target, rest);
    return rest.length === 0 ? { field, names: behind?.names ?? [] } : behind;
  }
  const parts = fieldType(field.value.type).parts ?? {};
  const [name, ...further] = rest;
  if (name === undefined) return { field, names: Object.keys(parts) };
  const part = further.length === 0 && Object.hasOwn(parts, name) ? parts[name] : undefined;
  return part && { part: part.formulaType, partLabel: (language) => say(part.label, language), names: [] };
}

export interface RelationTarget { readonly path: string; readonly label: string; readonly object: string }

/** The related lists of a record and of the records it points to: "orders", "customer.tasks". */
export function relationPaths(objects: Objects, objectName: string): readonly RelationTarget[] {
  const object = objects.find(({ name }) => name === objectName);
  if (!object) return [];
  const own = object.relations.map(({ name, label, object: target }) => ({ path: name, label, object: target }));
  const further = object.fields.flatMap((field) => {
    const target = field.system ? undefined : objects.find(({ name }) => name === field.target);
    return (target?.relations ?? []).map((relation) => ({ path: `${field.name}.${relation.name}`, label: `${field.label} › ${relation.label}`, object: relation.object }));
  });
  return [...own, ...further];
}
