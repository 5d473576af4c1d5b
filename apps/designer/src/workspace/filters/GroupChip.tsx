import type { ObjectDescription, WorkspaceDescription } from '@guanxi/metadata';
import { X } from 'lucide-react';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton, PlainButton } from '../../ui/index.js';
import { isFormula, isGroup, type FilterGroup } from './filter-tree.js';
import { FilterWords } from './FilterWords.js';
import styles from './Filters.module.css';

interface GroupChipProps {
  readonly workspace: Pick<WorkspaceDescription, 'objects'>;
  readonly object: ObjectDescription;
  readonly group: FilterGroup;
  readonly onOpen?: (() => void) | undefined;
  readonly onRemove: () => void;
}

const shownParts = 2;

/** Several filters of which any has to hold, in one chip. */
export function GroupChip({ workspace, object, group, onOpen, onRemove }: GroupChipProps) {
  const { t } = useTranslation();
  const shown = group.parts.slice(0, shownParts);
  return (
    <span className={styles['chip']}>
      <PlainButton className={styles['words'] ?? ''} {...(onOpen && { onPress: onOpen })}>
        {shown.map((part, index) => (
          <Fragment key={index}>
            {index > 0 && <span className={styles['joint']}>{t(group.any ? 'lists.filter.or' : 'lists.filter.and')}</span>}
            {isFormula(part) ? <code className={styles['code']}>{part.formula}</code> : isGroup(part) ? <span className={styles['word']}>(…)</span> : <FilterWords workspace={workspace} object={object} filter={part} />}
          </Fragment>
        ))}
        {group.parts.length > shownParts && <span className={styles['joint']}>+{group.parts.length - shownParts}</span>}
        {group.parts.length === 0 && <span className={styles['missing']}>{t('lists.filter.emptyGroup')}</span>}
      </PlainButton>
      <IconButton size="small" icon={X} label={t('lists.filter.removeGroup')} onPress={onRemove} />
    </span>
  );
}
