import { Plus, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, IconButton, SegmentedControl } from '../../ui/index.js';
import type { BuilderPartProps } from './BuilderRow.js';
import type { FilterGroup, FilterNode } from './filter-tree.js';
import styles from './FilterBuilder.module.css';

interface BuilderGroupProps extends BuilderPartProps {
  readonly group: FilterGroup;
  /** Draws what stands in it, which may be groups again. */
  readonly Node: (props: BuilderPartProps & { readonly node: FilterNode }) => ReactNode;
}

/** Filters of which any or all have to hold. Groups stand in groups. */
export function BuilderGroup({ workspace, object, group, place, joint, hands, Node }: BuilderGroupProps) {
  const { t } = useTranslation();
  return (
    <div className={styles['groupLine']}>
      <span className={styles['joint']}>{t(`lists.filter.${joint}`)}</span>
      <div role="group" aria-label={t(group.any ? 'lists.filter.anyOf' : 'lists.filter.allOf')} className={styles['group']}>
        <div data-place={place.join('.')} className={styles['groupHead']}>
          <SegmentedControl<'any' | 'all'> label={t('lists.filter.which')} value={group.any ? 'any' : 'all'} onChange={(value) => hands.change(place, { ...group, any: value === 'any' })}
            segments={[{ value: 'any', label: t('lists.filter.anyOf') }, { value: 'all', label: t('lists.filter.allOf') }]} />
          <span className={styles['space']} />
          <IconButton size="small" icon={X} label={t('lists.filter.removeGroup')} onPress={() => hands.remove(place)} />
        </div>
        <ul className={styles['rows']}>
          {group.parts.map((part, index) => {
            const own = { workspace, object, hands, place: [...place, index], joint: index === 0 ? 'where' as const : group.any ? 'or' as const : 'and' as const };
            return <li key={index}><Node {...own} node={part} /></li>;
          })}
        </ul>
        <Button size="small" variant="quiet" icon={Plus} onPress={() => hands.addTo(place)}>{t('lists.filter.add')}</Button>
      </div>
    </div>
  );
}
