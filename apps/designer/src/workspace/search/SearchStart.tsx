import type { WorkspaceDescription } from '@guanxi/metadata';
import { History, Search } from 'lucide-react';
import { useReducer } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, EmptyState, ObjectGlyph, PlainButton, TextLink } from '../../ui/index.js';
import { readVisits } from '../home/recent-records.js';
import { recordHref } from '../records/record-href.js';
import { forgetSearches, readSearches } from './recent-searches.js';
import styles from './SearchPage.module.css';

/** Before anything is typed: what was searched for and looked at last, and what can be typed. */
export function SearchStart({ workspace, onSearch }: { readonly workspace: WorkspaceDescription; readonly onSearch: (text: string) => void }) {
  const { t } = useTranslation();
  const [, readAgain] = useReducer((count: number) => count + 1, 0);
  const searches = readSearches();
  const visits = readVisits().flatMap((visit) => {
    const object = workspace.objects.find(({ name, platform }) => name === visit.object && !platform);
    return object ? [{ ...visit, object }] : [];
  });
  if (searches.length === 0 && visits.length === 0) return <EmptyState icon={Search} title={t('search.start')}>{t('search.hint')}</EmptyState>;
  return (
    <div className={styles['results']}>
      {searches.length > 0 && (
        <section className={styles['group']} aria-label={t('search.recent')}>
          <div className={styles['head']}><h2 className={styles['title']}>{t('search.recent')}</h2><span className={styles['space']} /><Button size="small" variant="quiet" onPress={() => { forgetSearches(); readAgain(); }}>{t('search.forget')}</Button></div>
          <ul className={styles['rows']}>
            {searches.map((text) => (
              <li key={text} className={styles['item']}><PlainButton className={styles['row'] ?? ''} onPress={() => onSearch(text)}><History size={15} aria-hidden className={styles['icon']} /><span className={styles['name']}>{text}</span></PlainButton></li>
            ))}
          </ul>
        </section>
      )}
      {visits.length > 0 && (
        <section className={styles['group']} aria-label={t('search.visited')}>
          <div className={styles['head']}><h2 className={styles['title']}>{t('search.visited')}</h2></div>
          <ul className={styles['rows']}>
            {visits.map(({ object, id, name }) => (
              <li key={id} className={styles['item']}><div className={styles['row']}><ObjectGlyph icon={object.icon} hue={object.color} name={object.name} size="small" /><span className={styles['name']}><TextLink isPlain href={recordHref(object.name, id)}>{name}</TextLink></span><span className={styles['label']}>{object.label}</span></div></li>
            ))}
          </ul>
        </section>
      )}
      <p className={styles['hint']}>{t('search.hint')}</p>
    </div>
  );
}
