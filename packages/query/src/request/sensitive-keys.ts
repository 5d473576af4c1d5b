import type { Model } from '@guanxi/metadata';
import { sensitiveFields, type SensitiveFields } from '../access/sensitive-fields.js';
import type { PageField, ReadRequest, RootRead, SelectedField, Selection } from './read-request.js';
import { usedBySelection, usedFields, type UsedFields } from './used-fields.js';

/** No selection has such a key: under it stands which record it is whose sensitive fields are read. It does not go out. */
export const HIDDEN_ID = ' sensitive id';
const HIDDEN = { object: ' sensitive object', fields: ' sensitive fields', field: ' sensitive field' } as const;

/** Where in an answer records stand whose sensitive fields are read: by key, through objects and lists. */
export interface SensitiveKeys {
  /** What is read of the record itself. */
  readonly here?: { readonly object: string; readonly fields: readonly string[] };
  /** What search found: in which fields of which object, `fields` those that are sensitive, by object. */
  readonly found?: { readonly keys: typeof HIDDEN; readonly fields: SensitiveFields };
  readonly inner: { readonly [key: string]: readonly SensitiveKeys[] };
}

/** Sensitive fields that are named without being selected: filtered, ordered or grouped by, or added up. */
export interface SensitiveUse {
  readonly object: string;
  readonly fields: readonly string[];
}

export interface SensitivePlan {
  /** The request with what has to be known about the records. */
  readonly request: ReadRequest;
  readonly keys: SensitiveKeys;
  readonly asked: readonly SensitiveUse[];
}

/** Undefined where a request touches no sensitive field: then nothing is written down about it. */
export function markSensitive(request: ReadRequest, model: Model): SensitivePlan | undefined {
  const sensitive = sensitiveFields(model);
  if (sensitive.size === 0) return undefined;
  const marking = new Marking(model, sensitive);
  const roots = request.roots.map((root) => [root, marking.root(root)] as const);
  const inner = roots.flatMap(([{ key }, { keys }]) => (keys ? [[key, [keys]] as const] : []));
  const asked = marking.rest(usedFields(request, model));
  if (inner.length === 0 && asked.length === 0) return undefined;
  return { request: { roots: roots.map(([, { root }]) => root) }, keys: { inner: Object.fromEntries(inner) }, asked };
}

/** The same of what is read of the records of one object, such as those that a writing statement answers. */
export function markSensitiveSelection(select: Selection, object: string, model: Model): { readonly select: Selection; readonly keys?: SensitiveKeys; readonly asked: readonly SensitiveUse[] } {
  const sensitive = sensitiveFields(model);
  if (sensitive.size === 0) return { select, asked: [] };
  const marking = new Marking(model, sensitive);
  const marked = marking.selection(select, object);
  return { ...marked, asked: marking.rest(usedBySelection(select, object, model)) };
}

/** The sensitive ones of the fields that something uses. */
export function sensitiveUses(used: UsedFields, model: Model): readonly SensitiveUse[] {
  const sensitive = sensitiveFields(model);
  return [...used].flatMap(([object, names]) => {
    const fields = [...names].filter((name) => sensitive.get(object)?.has(name)).sort();
    return fields.length === 0 ? [] : [{ object, fields }];
  });
}

interface Marked<T> {
  readonly select: T;
  readonly keys?: SensitiveKeys;
}

class Marking {
  private readonly selected = new Set<string>();

  constructor(
    private readonly model: Model,
    private readonly sensitive: SensitiveFields,
  ) {}

  root(root: RootRead): { readonly root: RootRead; readonly keys?: SensitiveKeys } {
    if (root.kind === 'typename') return { root };
    if (root.kind === 'search') return this.search(root);
    if (root.kind === 'page') {
      const { select, keys } = this.page(root.page.select, root.object);
      return { root: { ...root, page: { ...root.page, select } }, ...(keys && { keys }) };
    }
    const { select, keys } = this.selection(root.select, root.object);
    return { root: { ...root, select }, ...(keys && { keys }) };
  }

  selection(select: Selection, object: string): Marked<Selection> {
    const here = new Set<string>();
    const inner = new Map<string, readonly SensitiveKeys[]>();
    const marked = select.map((selected): SelectedField => {
      if (selected.kind === 'typename') return selected;
      if (selected.kind !== 'page' && this.isSensitive(object, selected.field)) here.add(selected.field);
      const { field, keys } = this.within(selected, object);
      if (keys.length > 0) inner.set(selected.key, keys);
      return field;
    });
    for (const field of here) this.selected.add(`${object}.${field}`);
    if (here.size === 0) return inner.size === 0 ? { select } : { select: marked, keys: { inner: Object.fromEntries(inner) } };
    return { select: [...marked, { kind: 'value', key: HIDDEN_ID, field: 'id' }], keys: { here: { object, fields: [...here].sort() }, inner: Object.fromEntries(inner) } };
  }

  /** What is named without having been selected anywhere. */
  rest(used: UsedFields): readonly SensitiveUse[] {
    return [...used].flatMap(([object, names]) => {
      const fields = [...names].filter((name) => this.isSensitive(object, name) && !this.selected.has(`${object}.${name}`)).sort();
      return fields.length === 0 ? [] : [{ object, fields }];
    });
  }

  private within(selected: Exclude<SelectedField, { kind: 'typename' }>, object: string): { readonly field: SelectedField; readonly keys: readonly SensitiveKeys[] } {
    if (selected.kind === 'one') {
      const { select, keys } = this.selection(selected.select, this.target(object, selected.field));
      return { field: { ...selected, select }, keys: keys ? [keys] : [] };
    }
    if (selected.kind === 'page') {
      const { select, keys } = this.page(selected.page.select, this.model.objectByName.get(object)?.relationByName.get(selected.relation)?.object ?? '');
      return { field: { ...selected, page: { ...selected.page, select } }, keys: keys ? [keys] : [] };
    }
    if (selected.kind !== 'union') return { field: selected, keys: [] };
    const members = selected.select.map(({ member, select }) => ({ member, ...this.selection(select, this.target(object, member)) }));
    return { field: { ...selected, select: members.map(({ member, select }) => ({ member, select })) }, keys: members.flatMap(({ keys }) => keys ?? []) };
  }

  private page(select: readonly PageField[], object: string): Marked<readonly PageField[]> {
    const inner: [string, readonly SensitiveKeys[]][] = [];
    const marked = select.map((field): PageField => {
      if (field.kind === 'nodes') {
        const nodes = this.selection(field.select, object);
        if (nodes.keys) inner.push([field.key, [nodes.keys]]);
        return { ...field, select: nodes.select };
      }
      if (field.kind !== 'edges') return field;
      const parts = field.select.map((part) => (part.kind === 'node' ? { part, ...this.selection(part.select, object) } : { part }));
      const found = parts.flatMap((one) => ('keys' in one && one.keys ? [[one.part.key, [one.keys]] as const] : []));
      if (found.length > 0) inner.push([field.key, [{ inner: Object.fromEntries(found) }]]);
      return { ...field, select: parts.map((one) => ('select' in one ? { ...one.part, select: one.select } : one.part)) };
    });
    return inner.length === 0 ? { select } : { select: marked, keys: { inner: Object.fromEntries(inner) } };
  }

  /** What is found in a sensitive field tells of its value, whether or not the text is asked for. */
  private search(root: Extract<RootRead, { kind: 'search' }>): { readonly root: RootRead; readonly keys: SensitiveKeys } {
    const hidden = [
      { kind: 'object', key: HIDDEN.object }, { kind: 'id', key: HIDDEN_ID },
      { kind: 'fields', key: HIDDEN.fields, select: [{ kind: 'field', key: HIDDEN.field }] },
    ] as const;
    return { root: { ...root, search: { ...root.search, select: [...root.search.select, ...hidden] } }, keys: { found: { keys: HIDDEN, fields: this.sensitive }, inner: {} } };
  }

  private isSensitive(object: string, field: string): boolean {
    return this.sensitive.get(object)?.has(field) === true;
  }

  private target(object: string, field: string): string {
    return this.model.objectByName.get(object)?.fieldByName.get(field)?.target ?? '';
  }
}
