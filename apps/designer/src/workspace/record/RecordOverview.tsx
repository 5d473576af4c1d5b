import { readRecord, writeInput, type FormValues } from '@guanxi/forms';
import { RecordDetails } from '@guanxi/forms/react';
import type { LayoutDocument, ObjectDescription, WorkspaceDescription } from '@guanxi/metadata';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError, queryClient, recordsRequest, type Problem } from '../../api/index.js';
import { showToast } from '../../ui/index.js';
import { forgetLists } from '../records/record-lists.js';
import { recordQuery } from '../records/record-queries.js';
import { mayEdit } from '../records/record-rights.js';
import type { RecordRow } from '../records/record-row.js';
import { recordKey, saveRecord } from '../records/save-record.js';
import { selectFields } from '../records/select-fields.js';
import { ConflictDialog, type Conflict } from './ConflictDialog.js';
import { useFormProps } from './use-form-props.js';

interface RecordOverviewProps {
  readonly layout: LayoutDocument;
  readonly object: ObjectDescription;
  readonly workspace: WorkspaceDescription;
  readonly record: RecordRow;
}

/** The record by its layout. Each change is saved at once and can be taken back. */
export function RecordOverview({ object, workspace, layout, record }: RecordOverviewProps) {
  const { t } = useTranslation();
  const form = useFormProps(workspace, object);
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const shown = useMemo(() => readRecord(object, record), [object, record]);

  const readCurrent = async () => {
    const { query, variables } = recordQuery(object, record.id, selectFields(workspace, object, object.fields.map(({ name }) => name)));
    return (await recordsRequest<{ record: RecordRow | null }>(query, variables)).record;
  };

  const write = async (values: FormValues, ifVersion: number | undefined): Promise<RecordRow> => {
    const saved = await saveRecord(object, { id: record.id, data: writeInput(object, values), ifVersion });
    forgetLists(object.name);
    return saved;
  };

  const takeBack = (before: FormValues, version: number | undefined) =>
    void write(before, version).catch((error: unknown) => showToast({ tone: 'danger', message: error instanceof ApiError ? error.message : String(error) }));

  const save = async (values: FormValues): Promise<readonly Problem[] | undefined> => {
    const before = Object.fromEntries(Object.keys(values).map((name) => [name, shown.values[name] ?? null]));
    const labels = object.fields.filter(({ name }) => name in values).map(({ label }) => label).join(', ');
    try {
      const saved = await write(values, record['version'] as number | undefined);
      showToast({ message: t('workspace.saved', { field: labels }), onUndo: () => takeBack(before, saved['version'] as number | undefined) });
      return undefined;
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      if (error.code === 'CONFLICT') return settle(values);
      return error.problems.length > 0 ? error.problems : [{ path: '', code: error.code, message: error.message }];
    }
  };

  /** Asks whose value holds; where the others changed something else, both changes stand. */
  const settle = async (values: FormValues): Promise<readonly Problem[] | undefined> => {
    const current = await readCurrent();
    if (!current) return [{ path: '', code: 'NOT_FOUND', message: t('workspace.record.missingBody') }];
    const theirs = readRecord(object, current);
    const isSameField = Object.keys(values).some((name) => (theirs.values[name] ?? null) !== (shown.values[name] ?? null));
    const choice = isSameField ? await new Promise<'mine' | 'theirs'>((resolve) => setConflict({ current, mine: values, resolve })) : 'mine';
    setConflict(null);
    queryClient.setQueryData(recordKey(object.name, record.id), current);
    if (choice === 'mine') await write(values, current['version'] as number | undefined);
    return undefined;
  };

  return (
    <>
      <RecordDetails {...form} layout={layout} record={shown} {...(mayEdit(object, record, form.user.id) && { onSave: save })} />
      {conflict && <ConflictDialog object={object} conflict={conflict} />}
    </>
  );
}
