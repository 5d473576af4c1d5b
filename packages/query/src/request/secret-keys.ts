import { fieldType } from '@guanxi/field-types';
import type { Model, ObjectModel } from '@guanxi/metadata';
import type { KeyField } from './group-request.js';
import type { PageField, ReadRequest, Selection } from './read-request.js';

/** Where in an answer cipher texts stand: by key, through objects and lists. */
export interface SecretKeys {
  readonly [key: string]: true | SecretKeys;
}

/** Undefined where a request reads no encrypted field: then its answer can go out as it came. */
export function secretKeysOf({ roots }: ReadRequest, model: Model): SecretKeys | undefined {
  return tree(
    roots.map((root) => {
      if (root.kind === 'typename' || root.kind === 'search') return [root.key, undefined];
      const object = model.objectByName.get(root.object);
      return [root.key, root.kind === 'page' ? inPage(root.page.select, object, model) : inSelection(root.select, object, model)];
    }),
  );
}

/** The same of the records that a writing statement answers. */
export function secretKeysOfSelection(select: Selection, object: string, model: Model): SecretKeys | undefined {
  return inSelection(select, model.objectByName.get(object), model);
}

type Entry = readonly [key: string, secrets: true | SecretKeys | undefined];

function tree(entries: readonly Entry[]): SecretKeys | undefined {
  const found = entries.filter((entry): entry is readonly [string, true | SecretKeys] => entry[1] !== undefined);
  return found.length === 0 ? undefined : Object.fromEntries(found);
}

function inSelection(select: Selection, object: ObjectModel | undefined, model: Model): SecretKeys | undefined {
  const target = (field: string) => model.objectByName.get(object?.fieldByName.get(field)?.target ?? '');
  return tree(
    select.flatMap((selected): Entry[] => {
      if (selected.kind === 'value') {
        const field = object?.fieldByName.get(selected.field);
        return [[selected.key, field && fieldType(field.value.type).encrypted]];
      }
      if (selected.kind === 'one') return [[selected.key, inSelection(selected.select, target(selected.field), model)]];
      if (selected.kind === 'page') return [[selected.key, inPage(selected.page.select, model.objectByName.get(object?.relationByName.get(selected.relation)?.object ?? ''), model)]];
      // One key may be a secret of one kind of record and plain text of another: what is no cipher text stays as it is.
      if (selected.kind === 'union') return [[selected.key, merge(selected.select.map(({ member, select: inner }) => inSelection(inner, target(member), model)))]];
      return [];
    }),
  );
}

function inPage(select: readonly PageField[], object: ObjectModel | undefined, model: Model): SecretKeys | undefined {
  return tree(
    select.flatMap((field): Entry[] => {
      if (field.kind === 'nodes') return [[field.key, inSelection(field.select, object, model)]];
      if (field.kind === 'edges') return [[field.key, tree(field.select.map((part) => [part.key, part.kind === 'node' ? inSelection(part.select, object, model) : undefined]))]];
      if (field.kind !== 'groupBy') return [];
      const groups = field.groups.select.map((part): Entry => [part.key, part.kind === 'key' ? inKeys(part.select, object, model) : undefined]);
      return [[field.key, tree(groups)]];
    }),
  );
}

/** Ciphers are no keys, but a record that a key points to may have some. */
function inKeys(select: readonly KeyField[], object: ObjectModel | undefined, model: Model): SecretKeys | undefined {
  return tree(
    select.map((part): Entry => {
      if (part.kind === 'within') return [part.key, inKeys(part.select, object, model)];
      if (part.kind !== 'record') return [part.key, undefined];
      const target = part.place.path.reduce((at, name) => model.objectByName.get(at?.fieldByName.get(name)?.target ?? ''), object);
      return [part.key, inSelection(part.select, target, model)];
    }),
  );
}

function merge(trees: readonly (SecretKeys | undefined)[]): SecretKeys | undefined {
  return tree(trees.flatMap((one) => Object.entries(one ?? {})));
}
