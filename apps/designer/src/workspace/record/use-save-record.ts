import { readRecord, writeInput, type FormRecord, type FormValues } from '@guanxi/forms';
import type { ObjectDescription, WorkspaceDescription } from '@guanxi/metadata';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError, queryClient, recordsRequest, type Problem } from '../../api/index.js';
import { showToast } from '../../ui/index.js';
import { isSameValue } from '../cells/cell-change.js';
import { forgetLists } from '../records/record-lists.js';
import { recordQuery } from '../records/record-queries.js';
import type { RecordRow } from '../records/record-row.js';
import { recordKey, saveRecord } from '../records/save-record.js';
import { selectFields } from '../records/select-fields.js';
import type { Conflict } from './ConflictDialog.js';

interface SaveOptions {
  readonly object: ObjectDescription;
  readonly workspace: WorkspaceDescription;
  readonly record: RecordRow;
  readonly shown: FormRecord;
}

/** Saves changed values of a record: at once, to be taken back, and with a question where others changed the same. */
export function useSaveRecord({ object, workspace, record, shown }: SaveOptions) {
  const { t } = useTranslation();
  const [conflict, setConflict] = useState<Conflict | null>(null);

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
    const labels = object.fields.filter(({ name }) => name in values).map(({ label }) => label);
    try {
      const saved = await write(values, record['version'] as number | undefined);
      showToast({ message: labels.length > 3 ? t('lists.edit.saved', { count: labels.length }) : t('workspace.saved', { field: labels.join(', ') }), onUndo: () => takeBack(before, saved['version'] as number | undefined) });
      return undefined;
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      if (error.code === 'CONFLICT') return settle(values);
      return error.problems.length > 0 ? error.problems : [{ path: '', code: error.code, message: error.message }];
    }
  };
  /** Asks for each field whose value holds; where the others changed something else, both changes stand. */
  const settle = async (values: FormValues): Promise<readonly Problem[] | undefined> => {
    const current = await readCurrent();
    if (!current) return [{ path: '', code: 'NOT_FOUND', message: t('workspace.record.missingBody') }];
    const theirs = readRecord(object, current);
    const both = Object.keys(values).filter((name) => !isSameValue(theirs.values[name] ?? null, shown.values[name] ?? null));
    const kept = both.length > 0 ? await new Promise<readonly string[] | null>((resolve) => setConflict({ current, mine: values, fields: both, resolve })) : [];
    setConflict(null);
    if (kept === null) return [{ path: '', code: 'CONFLICT', message: t('lists.conflict.open') }];
    const mine = Object.fromEntries(Object.entries(values).filter(([name]) => !both.includes(name) || kept.includes(name)));
    queryClient.setQueryData(recordKey(object.name, record.id), current);
    if (Object.keys(mine).length > 0) await write(mine, current['version'] as number | undefined);
    return undefined;
  };
  return { save, conflict };
}
