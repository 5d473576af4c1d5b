import type { FormulaScope } from '@guanxi/formula';
import { formulaScope } from '../model/formula-scope.js';
import type { Model } from '../model/model.js';

/** Names that a message knows beside the record: who gets it, in whose name it goes, and the org. */
export const messageNames = {
  $Recipient: ['name', 'email'],
  $Sender: ['name', 'email'],
  $Org: ['name', 'currency', 'timeZone'],
} as const;

/** What the tokens of a message may name: fields of the record, those of what it points to, and `messageNames`. */
export function messageScope(model: Pick<Model, 'objectByName'>, object: string | undefined): FormulaScope {
  return withMessageNames(object === undefined ? undefined : formulaScope(model, object));
}

/** The same over any scope of a record's fields. A message is made for nobody in particular who looks, so there is no `$User`. */
export function withMessageNames(record: FormulaScope | undefined): FormulaScope {
  const below = (first: string | undefined): readonly string[] | undefined => (first !== undefined && Object.hasOwn(messageNames, first) ? messageNames[first as keyof typeof messageNames] : undefined);
  return {
    resolve(path) {
      const [first = '', name = ''] = path;
      if (!first.startsWith('$')) return record?.resolve(path);
      return path.length === 2 && below(first)?.includes(name) ? { type: 'text' } : undefined;
    },
    suggest(path) {
      if (path.length === 0) return [...(record?.suggest?.(path) ?? []).filter((name) => !name.startsWith('$')), ...Object.keys(messageNames)];
      return path[0]?.startsWith('$') ? (path.length === 1 ? (below(path[0]) ?? []) : []) : (record?.suggest?.(path) ?? []);
    },
    label: (path) => (path[0]?.startsWith('$') ? undefined : record?.label?.(path)),
  };
}
