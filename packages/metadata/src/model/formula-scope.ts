import { fieldType, type FieldPart } from '@guanxi/field-types';
import type { FormulaScope, FormulaType } from '@guanxi/formula';
import type { FieldModel, Model, ObjectModel, ValueKind } from './model.js';
import { USER } from './system-fields.js';

/** The name under which a formula finds the person who looks or saves: `$User.name`. */
const CURRENT_USER = '$User';
/** The org itself: `$Org.currency`. */
const CURRENT_ORG = '$Org';
/** In the filter of a lookup, the record that points: `$Source.customer`. */
const SOURCE = '$Source';

const orgNames: Readonly<Record<string, FormulaType>> = { name: 'text', currency: 'text', timeZone: 'text' };

export interface ScopeOptions {
  /** The object whose record `$Source` is. */
  readonly source?: string;
  /** What a field's values behave as, where the model does not know it yet. */
  readonly kindOf?: (object: ObjectModel, field: FieldModel) => ValueKind;
}

type Objects = Pick<Model, 'objectByName'>;

/** What a formula over a record of this object may name: its fields, their parts, and those of the records it points to. */
export function formulaScope(model: Objects, objectName: string, { source, kindOf = (_, field) => field.value }: ScopeOptions = {}): FormulaScope {
  return {
    resolve(path) {
      const [first, name] = path;
      if (first === CURRENT_ORG) return path.length === 2 && name !== undefined && Object.hasOwn(orgNames, name) ? { type: orgNames[name] ?? 'text' } : undefined;
      const found = resolvePath(model, objectName, path, source);
      if (!found || !mayBeNamed(found.field)) return undefined;
      if (found.part) return { type: found.part.formulaType };
      return { type: found.field.target === undefined ? fieldType(kindOf(found.object, found.field).type).formulaType : 'reference' };
    },
    suggest(path) {
      if (path.length === 0) {
        return [...namesOf(model.objectByName.get(objectName)), CURRENT_USER, CURRENT_ORG, ...(source === undefined ? [] : [SOURCE])];
      }
      if (path.length === 1 && path[0] === CURRENT_ORG) return Object.keys(orgNames);
      const whole = resolvePath(model, objectName, path, source);
      const parts = whole && !whole.part ? fieldType(whole.field.value.type).parts : undefined;
      return parts ? Object.keys(parts) : namesOf(objectBehind(model, objectName, path, source));
    },
  };
}

/** A cipher says nothing, and a field that stands for others has no value of its own. */
function mayBeNamed({ type, storage }: FieldModel): boolean {
  return !fieldType(type).encrypted && storage !== 'members' && storage !== 'through';
}

export interface ResolvedPath {
  readonly object: ObjectModel;
  readonly field: FieldModel;
  /** Of a field whose value has several pieces: the piece that is named. */
  readonly part?: FieldPart;
}

/** The field at the end of a path through references, with the object it belongs to. `source` is the object of `$Source`. */
export function resolvePath(model: Objects, objectName: string, path: readonly string[], source?: string): ResolvedPath | undefined {
  const last = path.at(-1);
  if (last === undefined) return undefined;
  const object = objectBehind(model, objectName, path.slice(0, -1), source);
  const field = object?.fieldByName.get(last);
  if (object && field) return { object, field };
  return path.length > 1 ? resolvePart(model, objectName, path, source) : undefined;
}

function resolvePart(model: Objects, objectName: string, path: readonly string[], source: string | undefined): ResolvedPath | undefined {
  const whole = resolvePath(model, objectName, path.slice(0, -1), source);
  const parts = whole && !whole.part ? fieldType(whole.field.value.type).parts : undefined;
  const name = path.at(-1) ?? '';
  const part = parts && Object.hasOwn(parts, name) ? parts[name] : undefined;
  return whole && part && { ...whole, part };
}

/** The object that a path of references ends at; the empty path ends where it begins. */
function objectBehind(model: Objects, objectName: string, path: readonly string[], source: string | undefined): ObjectModel | undefined {
  const [first, ...rest] = path;
  const begin = first === CURRENT_USER ? USER : first === SOURCE ? source : undefined;
  let object = model.objectByName.get(begin ?? (first === SOURCE ? '' : objectName));
  for (const name of begin === undefined ? path : rest) {
    const target = object?.fieldByName.get(name)?.target;
    object = target === undefined ? undefined : model.objectByName.get(target);
  }
  return object;
}

function namesOf(object: ObjectModel | undefined): readonly string[] {
  return object?.fields.map((field) => field.name) ?? [];
}
