import type { LayoutDocument, ObjectDocument } from '@guanxi/metadata';
import { useQuery } from '@tanstack/react-query';
import { ArrowDown, ArrowUp, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { IconButton, Select } from '../../ui/index.js';
import { draftedDocuments, isKind } from '../documents/setup-queries.js';
import { useObjectTitle } from '../documents/use-object-title.js';
import { changeRelatedLists, type RelatedList } from './layout-edits.js';
import { findRelations } from './find-relations.js';
import styles from './Layouts.module.css';

interface RelatedListsEditorProps {
  readonly layout: LayoutDocument;
  readonly object: ObjectDocument;
  readonly onEdit: (layout: LayoutDocument) => void;
}

/** How many columns a list that is added begins with. */
const FIRST_COLUMNS = 4;

/** The lists of other records below the fields: which, in which order. */
export function RelatedListsEditor({ layout, object, onEdit }: RelatedListsEditorProps) {
  const { t } = useTranslation();
  const titleOf = useObjectTitle();
  const { data = [] } = useQuery(draftedDocuments);
  const objects = data.filter(isKind('object')).filter(({ state }) => state !== 'REMOVED').map(({ document }) => document);
  const relations = findRelations(object.name, objects);
  const lists = layout.relatedLists ?? [];
  const nameOf = (relation: string): string => {
    const found = relations.find((one) => one.name === relation);
    return found ? (found.title ?? titleOf(found.object)) : relation;
  };
  const set = (next: readonly RelatedList[]) => onEdit(changeRelatedLists(layout, next));
  const move = (index: number, to: number) => {
    const list = lists[index];
    if (list) set(lists.toSpliced(index, 1).toSpliced(to, 0, list));
  };
  const offered = relations.filter(({ name }) => !lists.some(({ relation }) => relation === name));
  return (
    <div className={styles['stack']} role="group" aria-label={t('interface.layout.relatedLists')}>
      <div className={styles['groupTitle']}>{t('interface.layout.relatedLists')}</div>
      {lists.map(({ relation }, index) => (
        <div key={relation} className={styles['list']}>
          <span className={styles['chipWords']}>{nameOf(relation)}</span>
          <IconButton size="small" icon={ArrowUp} label={t('interface.layout.listUp', { name: nameOf(relation) })} isDisabled={index === 0} onPress={() => move(index, index - 1)} />
          <IconButton size="small" icon={ArrowDown} label={t('interface.layout.listDown', { name: nameOf(relation) })} isDisabled={index === lists.length - 1} onPress={() => move(index, index + 1)} />
          <IconButton size="small" icon={X} label={t('interface.layout.removeList', { name: nameOf(relation) })} onPress={() => set(lists.toSpliced(index, 1))} />
        </div>
      ))}
      {relations.length === 0 ? <p className={styles['muted']}>{t('interface.layout.noRelations')}</p>
        : offered.length > 0 && (
          <Select label={t('interface.layout.addList')} value={null} placeholder={t('interface.layout.chooseList')} choices={offered.map(({ name }) => ({ value: name, label: nameOf(name) }))}
            onChange={(name) => { const found = relations.find((one) => one.name === name); if (found) set([...lists, { relation: found.name, columns: found.columns.slice(0, FIRST_COLUMNS) }]); }} />
        )}
    </div>
  );
}
