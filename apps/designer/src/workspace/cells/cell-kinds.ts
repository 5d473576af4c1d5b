import type { FieldTypeName } from '@guanxi/field-types';
import type { FieldDescription } from '@guanxi/metadata';

/**
 * How a cell of a list is edited. line: by the field's own input, Enter saves · choice, record: by a list that opens at
 * once, choosing saves · panel: an input larger than a cell, Cmd+Enter saves · flip: by a press · page: on the record's own page.
 */
export type CellKind = 'line' | 'choice' | 'record' | 'panel' | 'flip' | 'page';

/** A kind without an entry does not compile. */
const cellKinds: Readonly<Record<FieldTypeName, CellKind>> = {
  text: 'line', integer: 'line', decimal: 'line', currency: 'line', percent: 'line', date: 'line', dateTime: 'line', time: 'line', duration: 'line', email: 'line', phone: 'line', url: 'line', encryptedText: 'line',
  picklist: 'choice', lookup: 'record', user: 'record', masterDetail: 'record', boolean: 'flip',
  longText: 'panel', multiPicklist: 'panel', address: 'panel', personName: 'panel', geolocation: 'panel',
  richText: 'page', file: 'page', image: 'page', json: 'page', polymorphicLookup: 'page', junction: 'page',
  formula: 'page', rollUp: 'page', autoNumber: 'page', recordId: 'page',
};

export function cellKind({ type, value }: Pick<FieldDescription, 'type' | 'value'>): CellKind {
  return cellKinds[type] === 'page' ? 'page' : cellKinds[value.type];
}
