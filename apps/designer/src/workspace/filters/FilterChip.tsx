import type { ObjectDescription, WorkspaceDescription } from '@guanxi/metadata';
import { X } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton, PlainButton, Popover } from '../../ui/index.js';
import type { Filter } from './filter.js';
import { findPath } from './filter-path.js';
import { FilterEditor } from './FilterEditor.js';
import { FilterWords } from './FilterWords.js';
import styles from './Filters.module.css';

interface FilterChipProps {
  readonly workspace: Pick<WorkspaceDescription, 'objects'>;
  readonly object: ObjectDescription;
  readonly filter: Filter;
  readonly startsOpen: boolean;
  readonly onChange: (filter: Filter) => void;
  readonly onRemove: () => void;
}

export function FilterChip({ workspace, object, filter, startsOpen, onChange, onRemove }: FilterChipProps) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(startsOpen);
  const found = findPath(workspace, object, filter.field);
  if (!found?.field) return null;
  const label = found.labels.join(' › ');
  const trigger = (
    <PlainButton className={styles['words'] ?? ''} label={t('workspace.filters.change', { field: label })}>
      <FilterWords workspace={workspace} object={object} filter={filter} />
    </PlainButton>
  );
  return (
    <span className={styles['chip']}>
      <Popover label={t('workspace.filters.change', { field: label })} trigger={trigger} isOpen={isOpen} onOpenChange={setOpen}>
        <FilterEditor field={found.field} filter={filter} onChange={onChange} />
      </Popover>
      <IconButton size="small" icon={X} label={t('workspace.filters.remove', { field: label })} onPress={onRemove} />
    </span>
  );
}
