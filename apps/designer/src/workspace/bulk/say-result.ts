import type { ObjectDescription } from '@guanxi/metadata';
import type { TFunction } from 'i18next';
import { ApiError } from '../../api/index.js';
import { showToast } from '../../ui/index.js';
import { forgetLists } from '../records/record-lists.js';
import { afterWrite } from '../records/save-record.js';
import { readOperation, undoOperation, type BulkResult, type OperationState } from './bulk-operations.js';

interface Said {
  readonly result: BulkResult;
  readonly object: ObjectDescription;
  readonly action: 'updated' | 'deleted';
  readonly t: TFunction;
  readonly onUndone: () => void;
}

/** Tells what a change of many records did, and offers to take it back; of one in the background, when it is over. */
export function sayResult({ result, object, action, t, onUndone }: Said): void {
  const name = (count: number) => (count === 1 ? object.label : object.pluralLabel);
  const undo = () => void undoOperation(result.operationId).then(waitFor).then((undone) => {
    forgetLists(object.name);
    afterWrite(object.name);
    onUndone();
    const count = undone.counts.reduce((sum, { updated, restored, deleted }) => sum + updated + restored + deleted, 0);
    showToast({ message: t('lists.bulk.undone', { count, name: name(count) }), ...(undone.leftOutCount > 0 && { description: t('lists.bulk.leftOut', { count: undone.leftOutCount }) }) });
  }).catch(sayError);
  const tell = (count: number) => showToast({ tone: 'success', message: t(`lists.bulk.${action}`, { count, name: name(count) }), onUndo: undo });
  if (result.status === 'DONE') {
    tell(result.changed);
    return;
  }
  const close = showToast({ message: t('lists.bulk.running', { count: result.matched, name: name(result.matched) }) });
  void readOperation(result.operationId).then((state) => state && waitFor(state)).then((state) => {
    close();
    forgetLists(object.name);
    afterWrite(object.name);
    onUndone();
    if (state?.status === 'CANCELLED') showToast({ message: state.error ?? t('ui.error.unknown') });
    else if (state?.status === 'FAILED') showToast({ tone: 'danger', message: state.error ?? t('ui.error.unknown') });
    else tell(state?.counts.reduce((sum, counts) => sum + counts.updated + counts.deleted, 0) ?? result.matched);
  }).catch(sayError);
}

const pauses = [300, 600, 1000, 2000];

/** Asks until an operation is over. */
async function waitFor(state: OperationState): Promise<OperationState> {
  let now = state;
  for (let round = 0; now.status === 'RUNNING'; round += 1) {
    await new Promise((resolve) => setTimeout(resolve, pauses[Math.min(round, pauses.length - 1)]));
    now = (await readOperation(state.id)) ?? { ...now, status: 'FAILED' };
  }
  return now;
}

function sayError(error: unknown): void {
  showToast({ tone: 'danger', message: error instanceof ApiError ? error.message : String(error) });
}
