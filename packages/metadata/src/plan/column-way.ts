import { fieldType } from '@guanxi/field-types';
import type { FieldPair } from './model-pair.js';
import { isWritten } from './sql/table-sql.js';

/**
 * What becomes of the column of a field that stays.
 * kept: the same kind, maybe with other settings · cast: its values are converted · replaced: put aside, and an empty one
 * takes its place · left: put aside, the values follow from others from now on · made: an empty one comes · none: there is none to write.
 */
export type ColumnWay = 'kept' | 'cast' | 'replaced' | 'left' | 'made' | 'none';

export function columnWay({ from, to }: FieldPair): ColumnWay {
  if (!isWritten(from)) return isWritten(to) ? 'made' : 'none';
  if (!isWritten(to)) return 'left';
  if (from.type === to.type) return 'kept';
  return fieldType(to.type).castFrom[from.type] ? 'cast' : 'replaced';
}

/** Whether what lies over the column, such as an index, goes with the old one. */
export function isReplaced(pair: FieldPair): boolean {
  return ['replaced', 'left', 'made'].includes(columnWay(pair));
}
