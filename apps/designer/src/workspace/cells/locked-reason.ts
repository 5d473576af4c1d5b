import type { FieldDescription, ObjectDescription } from '@guanxi/metadata';
import type { TFunction } from 'i18next';
import { mayEdit } from '../records/record-rights.js';
import type { RecordRow } from '../records/record-row.js';
import { cellKind } from './cell-kinds.js';

interface Cell {
  readonly object: ObjectDescription;
  readonly field: FieldDescription;
  readonly row: RecordRow;
  readonly userId: string;
  readonly t: TFunction;
}

/** Why a cell cannot be changed in a list, as a sentence; undefined where it can, as far as the page knows. */
export function lockedReasonOf({ object, field, row, userId, t }: Cell): string | undefined {
  if (field.system && !field.writable) return t('forms.locked.generated');
  if (!field.writable) return t(field.storage === 'column' ? 'forms.locked.access' : 'forms.locked.generated');
  if (!mayEdit(object, row, userId)) return t('forms.locked.access');
  return cellKind(field) === 'page' ? t('lists.cell.onPage') : undefined;
}
