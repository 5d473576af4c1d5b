import { useEffect, useSyncExternalStore } from 'react';
import { findRecordList, setCurrentList, type ListQuestion } from '../records/record-lists.js';
import type { ListSnapshot, RecordList } from '../records/record-list.js';

const freshFor = 10_000;

/** The list for a question: what is known at once, and new answers when what is known is no longer fresh. */
export function useRecordList(question: ListQuestion, isUsed = true): { readonly list: RecordList; readonly snapshot: ListSnapshot } {
  const list = findRecordList(question);
  const snapshot = useSyncExternalStore(list.subscribe, list.getSnapshot, list.getSnapshot);
  const { name } = question.object;
  useEffect(() => {
    if (!isUsed) return;
    setCurrentList(name, list);
    if (list.isOlderThan(freshFor)) void list.refresh();
    const onFocus = () => { if (document.visibilityState === 'visible' && list.isOlderThan(freshFor)) void list.refresh(); };
    document.addEventListener('visibilitychange', onFocus);
    return () => document.removeEventListener('visibilitychange', onFocus);
  }, [list, name, isUsed]);
  return { list, snapshot };
}
