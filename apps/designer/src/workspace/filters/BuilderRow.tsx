import type { ObjectDescription, WorkspaceDescription } from '@guanxi/metadata';
import { X } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { classNames, ComboBox, IconButton } from '../../ui/index.js';
import { FilterEditor } from './FilterEditor.js';
import { isComplete, startFilter, type Filter } from './filter.js';
import { findPath, offeredPaths } from './filter-path.js';
import type { BuilderHands } from './FilterBuilder.js';
import type { TreePlace } from './tree-places.js';
import styles from './FilterBuilder.module.css';

export interface BuilderPartProps {
  readonly workspace: WorkspaceDescription;
  readonly object: ObjectDescription;
  readonly place: TreePlace;
  readonly joint: 'where' | 'and' | 'or';
  readonly hands: BuilderHands;
}

/** One filter of the builder: a field, a word and a value. */
export function BuilderRow({ workspace, object, filter, place, joint, hands }: BuilderPartProps & { readonly filter: Filter }) {
  const { t } = useTranslation();
  const offered = useMemo(() => offeredPaths(workspace, object), [workspace, object]);
  const field = findPath(workspace, object, filter.field)?.field;
  const choose = (path: string | null) => {
    const chosen = offered.find((each) => each.path === path);
    const started = chosen && startFilter(chosen.field);
    if (started && path !== filter.field) hands.change(place, { ...started, field: path ?? '' });
  };
  if (!field) return null;
  return (
    <div data-place={place.join('.')} className={classNames(styles['row'], !isComplete(filter) && styles['incomplete'])}>
      <span className={styles['joint']}>{t(`lists.filter.${joint}`)}</span>
      <div className={styles['field']}>
        <ComboBox label={t('lists.filter.field')} hideLabel isRequired value={filter.field} onChange={choose}
          choices={offered.map(({ path, label, through }) => ({ value: path, label: through === undefined ? label : `${through} › ${label}` }))} />
      </div>
      <FilterEditor key={filter.field} field={field} filter={filter} isInline onChange={(next) => hands.change(place, { ...next, field: filter.field })} />
      <IconButton size="small" icon={X} label={t('lists.filter.remove')} onPress={() => hands.remove(place)} />
    </div>
  );
}
