import type { ObjectDescription } from '@guanxi/metadata';
import { X } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton, PlainButton, Popover } from '../../ui/index.js';
import type { Filter } from './filter.js';
import { FilterEditor } from './FilterEditor.js';
import { OperandWords } from './OperandWords.js';
import { useWordLabel } from './use-word-label.js';
import styles from './Filters.module.css';

interface FilterChipProps {
  readonly object: ObjectDescription;
  readonly filter: Filter;
  readonly startsOpen: boolean;
  readonly onChange: (filter: Filter) => void;
  readonly onRemove: () => void;
}

export function FilterChip({ object, filter, startsOpen, onChange, onRemove }: FilterChipProps) {
  const { t } = useTranslation();
  const wordLabel = useWordLabel();
  const [isOpen, setOpen] = useState(startsOpen);
  const field = object.fields.find(({ name }) => name === filter.field);
  if (!field) return null;
  const trigger = (
    <PlainButton className={styles['words'] ?? ''} label={t('workspace.filters.change', { field: field.label })}>
      <span className={styles['field']}>{field.label}</span>
      <span className={styles['word']}>{wordLabel(field, filter)}</span>
      <OperandWords field={field} filter={filter} />
    </PlainButton>
  );
  return (
    <span className={styles['chip']}>
      <Popover label={t('workspace.filters.change', { field: field.label })} trigger={trigger} isOpen={isOpen} onOpenChange={setOpen}>
        <FilterEditor field={field} filter={filter} onChange={onChange} />
      </Popover>
      <IconButton size="small" icon={X} label={t('workspace.filters.remove', { field: field.label })} onPress={onRemove} />
    </span>
  );
}
