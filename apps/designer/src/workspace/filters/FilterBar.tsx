import type { ObjectDescription, WorkspaceDescription } from '@guanxi/metadata';
import { TriangleAlert } from 'lucide-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/index.js';
import { FilterChip } from './FilterChip.js';
import { FormulaChip } from './FormulaChip.js';
import { GroupChip } from './GroupChip.js';
import { isComplete } from './filter.js';
import { isFormula, isGroup, type FilterNode } from './filter-tree.js';
import styles from './Filters.module.css';

interface FilterBarProps {
  readonly workspace: Pick<WorkspaceDescription, 'objects'>;
  readonly object: ObjectDescription;
  readonly nodes: readonly FilterNode[];
  /** Formulas that are left out, as what they name is gone. */
  readonly broken?: readonly string[];
  /** How many filters could not even be read. */
  readonly dropped?: number;
  readonly onChange: (nodes: readonly FilterNode[]) => void;
  /** Opens what groups are changed in. */
  readonly onAdvanced?: () => void;
}

/** The filters in effect, one chip each; nothing where there are none. */
export function FilterBar({ workspace, object, nodes, broken = [], dropped = 0, onChange, onAdvanced }: FilterBarProps) {
  const { t } = useTranslation();
  // A chip that has just been added opens by itself.
  const before = useRef(nodes.length);
  const isNew = (index: number) => index >= before.current;
  const opened = nodes.map((node, index) => 'field' in node && (isNew(index) && !isComplete(node)));
  if (nodes.length < before.current) before.current = nodes.length;
  const leftOut = broken.length + dropped;
  if (nodes.length === 0 && leftOut === 0) return null;
  const remove = (index: number) => onChange(nodes.toSpliced(index, 1));
  return (
    <div role="group" aria-label={t('workspace.filters.label')} className={styles['bar']}>
      {nodes.map((node, index) => {
        if (isFormula(node)) return <FormulaChip key={`${index}-formula`} formula={node.formula} isBroken={broken.includes(node.formula)} onOpen={onAdvanced} onRemove={() => remove(index)} />;
        if (isGroup(node)) return <GroupChip key={`${index}-group`} workspace={workspace} object={object} group={node} onOpen={onAdvanced} onRemove={() => remove(index)} />;
        return <FilterChip key={`${index}-${node.field}`} workspace={workspace} object={object} filter={node} startsOpen={opened[index] === true} onChange={(next) => onChange(nodes.with(index, next))} onRemove={() => remove(index)} />;
      })}
      <Button variant="quiet" size="small" onPress={() => onChange([])}>{t('ui.clearFilters')}</Button>
      {leftOut > 0 && <p role="status" className={styles['leftOut']}><TriangleAlert size={14} aria-hidden />{t('lists.filter.dropped', { count: leftOut })}</p>}
    </div>
  );
}
