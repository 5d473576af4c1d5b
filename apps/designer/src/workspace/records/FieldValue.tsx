import type { JsonValue } from '@guanxi/field-types';
import { widgetOf, writeRecordName, type WidgetDisplay } from '@guanxi/field-types/widgets';
import { valueName, type FieldDescription } from '@guanxi/metadata';
import { Person } from '../../ui/index.js';
import type { RecordRow } from './record-row.js';

interface FieldValueProps {
  readonly field: FieldDescription;
  readonly value: JsonValue;
  readonly display: WidgetDisplay;
  readonly recordName?: string | undefined;
}

/** A value as people read it, wherever it stands. People come with their sign. */
export function FieldValue({ field, value, display, recordName }: FieldValueProps) {
  const { widget: { Value }, settings } = widgetOf(field);
  if (field.target === 'User' && recordName !== undefined) return <Person name={recordName} />;
  return (
    <Value value={value} settings={settings}
      display={{ ...display, ...(recordName !== undefined && { recordName }), ...(field.valueLabels && { valueLabels: field.valueLabels }) }} />
  );
}

export function CellValue({ field, row, display }: { readonly field: FieldDescription; readonly row: RecordRow; readonly display: WidgetDisplay }) {
  return <FieldValue field={field} value={valueIn(row, field)} display={display} recordName={recordNameIn(row, field)} />;
}

export function valueIn(row: RecordRow, field: FieldDescription): JsonValue {
  return (row[valueName(field)] ?? null) as JsonValue;
}

/** What the record that a reference points to is called. */
export function recordNameIn(row: RecordRow, field: FieldDescription): string | undefined {
  const related = field.target === undefined ? null : (row[field.name] as { readonly name?: unknown } | null | undefined);
  return writeRecordName(related?.name);
}
