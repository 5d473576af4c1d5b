import type { JsonValue } from '@guanxi/field-types';
import type { FileColumn } from '../exchange/formats/file-column.js';
import type { AuditItem } from './audit-log.js';

interface AuditColumn extends FileColumn {
  readonly of: (item: AuditItem) => JsonValue;
}

/** What a file of the audit log has in it. The headings are the names of the API, whatever the reader's language. */
export const auditColumns: readonly AuditColumn[] = [
  { ...column('at', 'moment'), of: ({ at }) => at.toISOString() },
  { ...column('kind'), of: ({ kind }) => kind },
  { ...column('by', 'text', true), of: ({ by }) => by?.name ?? null },
  { ...column('byId'), of: ({ by }) => by?.id ?? null },
  { ...column('source'), of: ({ source }) => source },
  { ...column('action'), of: ({ action }) => action },
  { ...column('object'), of: ({ object }) => object },
  { ...column('recordId'), of: ({ recordId }) => recordId },
  { ...column('recordName', 'text', true), of: ({ recordName }) => recordName },
  { ...column('sentences', 'text', true), text: (value) => (value as readonly string[]).join('\n'), of: ({ sentences }) => (sentences.length === 0 ? null : [...sentences]) },
  { ...column('changes'), text: (value) => JSON.stringify(value), of: ({ changes }) => changes as unknown as JsonValue },
  { ...column('operationId'), of: ({ operationId }) => operationId },
  { ...column('revision', 'number'), of: ({ revision }) => revision },
  { ...column('address', 'text', true), of: ({ trail }) => trail?.address ?? null },
  { ...column('userAgent', 'text', true), of: ({ trail }) => trail?.userAgent ?? null },
  { ...column('detail', 'text', true), text: (value) => JSON.stringify(value), of: ({ trail }) => trail?.detail ?? null },
];

function column(heading: string, cell: FileColumn['cell'] = 'text', isFreeText = false): FileColumn {
  return { heading, cell, isFreeText, text: String };
}
