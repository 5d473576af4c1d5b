import type { StatedDocument } from '../documents/document-types.js';
import { isKind } from '../documents/setup-queries.js';

export interface SetUser { readonly object: string; readonly field: string; readonly title: string; readonly isList: boolean }

/** The fields that take their values from a global list. */
export function usersOfSet(set: string, documents: readonly StatedDocument[]): readonly SetUser[] {
  return documents.filter(isKind('object')).filter(({ state }) => state !== 'REMOVED').flatMap(({ name, document }) => Object.entries(document.properties)
    .filter(([, { guanxi }]) => guanxi['valueSet'] === set)
    .map(([field, { title = field, guanxi }]) => ({ object: name, field, title, isList: guanxi.type === 'multiPicklist' })));
}
