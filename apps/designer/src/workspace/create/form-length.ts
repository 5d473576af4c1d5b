import { normalizeLayout } from '@guanxi/forms';
import type { ObjectDescription } from '@guanxi/metadata';
import { layoutOf } from '../records/layout-of.js';

/** More fields than this are a page of their own. */
const mostInDialog = 12;

/** Whether the form of a new record has more fields than a dialog holds well; of several record types the longest counts. */
export function isLongForm(object: ObjectDescription): boolean {
  const types = object.recordTypes?.filter(({ offered }) => offered).map(({ name }) => name) ?? [];
  const layouts = new Set([object.layout, ...types.map((type) => layoutOf(object, type))]);
  return [...layouts].some((layout) => countOpenCells(object, layout) > mostInDialog);
}

function countOpenCells(object: ObjectDescription, layout: ObjectDescription['layout']): number {
  return normalizeLayout(layout, object).sections.flatMap(({ cells }) => cells).filter(({ description }) => description.writable).length;
}
