import type { ObjectDescription } from '@guanxi/metadata';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/index.js';
import { FilterChip } from './FilterChip.js';
import { isComplete, writeFilters, type Filter, type FilterEntry } from './filter.js';
import styles from './Filters.module.css';

interface FilterBarProps {
  readonly object: ObjectDescription;
  readonly filters: readonly Filter[];
  readonly onChange: (entries: readonly FilterEntry[] | undefined) => void;
}

/** The filters in effect, one chip each; nothing where there are none. */
export function FilterBar({ object, filters, onChange }: FilterBarProps) {
  const { t } = useTranslation();
  // A chip that has just been added opens by itself.
  const before = useRef(filters.length);
  const isNew = (index: number) => index >= before.current;
  const opened = filters.map((filter, index) => isNew(index) || !isComplete(filter));
  if (filters.length < before.current) before.current = filters.length;
  if (filters.length === 0) return null;
  return (
    <div role="group" aria-label={t('workspace.filters.label')} className={styles['bar']}>
      {filters.map((filter, index) => (
        <FilterChip key={`${index}-${filter.field}`} object={object} filter={filter} startsOpen={opened[index] === true}
          onChange={(next) => onChange(writeFilters(filters.map((other, place) => (place === index ? next : other))))}
          onRemove={() => onChange(writeFilters(filters.filter((_, place) => place !== index)))} />
      ))}
      <Button variant="quiet" size="small" onPress={() => onChange(undefined)}>{t('ui.clearFilters')}</Button>
    </div>
  );
}
