import type { ObjectDescription, WorkspaceDescription } from '@guanxi/metadata';
import type { Filter } from './filter.js';
import { findPath } from './filter-path.js';
import { OperandWords } from './OperandWords.js';
import { useWordLabel } from './use-word-label.js';
import styles from './Filters.module.css';

interface FilterWordsProps {
  readonly workspace: Pick<WorkspaceDescription, 'objects'>;
  readonly object: ObjectDescription;
  readonly filter: Filter;
}

/** A filter as people say it: "Customer › City contains Taipei". */
export function FilterWords({ workspace, object, filter }: FilterWordsProps) {
  const wordLabel = useWordLabel();
  const found = findPath(workspace, object, filter.field);
  if (!found?.field) return null;
  return (
    <>
      <span className={styles['field']}>{found.labels.join(' › ')}</span>
      <span className={styles['word']}>{wordLabel(found.field, filter)}</span>
      <OperandWords field={found.field} filter={filter} />
    </>
  );
}
