import { readRecord } from '@guanxi/forms';
import { RecordDetails, type RecordDetailsProps } from '@guanxi/forms/react';
import type { FieldDescription, LayoutDocument, ObjectDescription, WorkspaceDescription } from '@guanxi/metadata';
import { useCallback, useMemo } from 'react';
import { mayEdit } from '../records/record-rights.js';
import type { RecordRow } from '../records/record-row.js';
import { ConflictDialog } from './ConflictDialog.js';
import { FieldHistory } from './FieldHistory.js';
import { useFormProps } from './use-form-props.js';
import { useSaveRecord } from './use-save-record.js';

export interface RecordOverviewProps {
  readonly layout: LayoutDocument;
  readonly object: ObjectDescription;
  readonly workspace: WorkspaceDescription;
  readonly record: RecordRow;
  /** What else the page has, in tabs beside the record's own. */
  readonly around?: RecordDetailsProps['around'];
}

/** The record by its layout. Each change is saved at once and can be taken back. */
export function RecordOverview({ object, workspace, layout, record, around }: RecordOverviewProps) {
  const form = useFormProps(workspace, object);
  const shown = useMemo(() => readRecord(object, record), [object, record]);
  const { save, conflict } = useSaveRecord({ object, workspace, record, shown });
  const { name: objectName } = object;
  const fieldTools = useCallback((field: FieldDescription) => (keepsHistory(field) ? <FieldHistory object={objectName} recordId={record.id} field={field} /> : null), [objectName, record.id]);
  return (
    <>
      <RecordDetails {...form} layout={layout} record={shown} fieldTools={fieldTools} {...(around && { around })} {...(mayEdit(object, record, form.user.id) && { onSave: save })} />
      {conflict && <ConflictDialog object={object} conflict={conflict} />}
    </>
  );
}

/** What people write themselves is noted with each change. */
function keepsHistory({ system, name, storage, type }: FieldDescription): boolean {
  return (!system || name === 'owner') && storage === 'column' && type !== 'autoNumber' && type !== 'encryptedText';
}
