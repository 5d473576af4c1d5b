import { areaOfKind } from '@guanxi/metadata';
import type { StatedDocument } from '../documents/document-types.js';

/** Whether a change of a document can give somebody more or less: of objects their fields and their sharing, of queues their members. */
export function touchesAccess({ document: { kind }, state }: Pick<StatedDocument, 'document' | 'state'>): boolean {
  return state !== 'PUBLISHED' && (areaOfKind[kind] === 'access' || kind === 'object' || kind === 'queue');
}
