import type { WorkspaceDescription } from '@guanxi/metadata';
import { Bookmark, History, Search, X } from 'lucide-react';
import { useReducer } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, EmptyState, IconButton, ObjectGlyph, PlainButton, showToast, TextLink } from '../../ui/index.js';
import { readVisits } from '../home/recent-records.js';
import { recordHref } from '../records/record-href.js';
import { searchPageHref } from './search-address.js';
import { deleteSearch, saveSearch, useSavedSearches, type SavedSearch } from './saved-searches.js';
import { forgetSearches, readSearches } from './recent-searches.js';
import styles from './SearchPage.module.css';

/** Before anything is typed: what was searched for and looked at last, and what can be typed. */
export function SearchStart({ workspace, onSearch }: { readonly workspace: WorkspaceDescription; readonly onSearch: (text: string) => void }) {
  const { t } = useTranslation();
  const [, readAgain] = useReducer((count: number) => count + 1, 0);
  const saved = useSavedSearches();
  const searches = readSearches();
  const visits = readVisits().flatMap((visit) => {
    const object = workspace.objects.find(({ name, platform }) => name === visit.object && !platform);
    return object ? [{ ...visit, object }] : [];
  });
  const remove = async ({ id, title, address }: SavedSearch) => {
    await deleteSearch(id);
    showToast({ message: t('search.saved.deleted', { name: title }), onUndo: () => void saveSearch(title, address) });
  };
  if (saved.length === 0 && searches.length === 0 && visits.length === 0) return <EmptyState icon={Search} title={t('search.start')}>{t('search.hint')}</EmptyState>;
  return (
    <div className={styles['results']}>
      {saved.length > 0 && (
        <section className={styles['group']} aria-label={t('search.saved.title')}>
          <div className={styles['head']}><h2 className={styles['title']}>{t('search.saved.title')}</h2></div>
          <ul className={styles['rows']}>
            {saved.map((one) => (
              <li key={one.id} className={styles['item']}><div className={styles['row']}><Bookmark size={15} aria-hidden className={styles['icon']} /><span className={styles['name']}><TextLink isPlain href={searchPageHref(one.address)}>{one.title}</TextLink></span><span className={styles['label']}>{one.address.q}</span><span className={styles['space']} /><IconButton size="small" icon={X} label={t('search.saved.delete', { name: one.title })} onPress={() => void remove(one).catch((error: unknown) => showToast({ tone: 'danger', message: String(error) }))} /></div></li>
            ))}
          </ul>
        </section>
      )}
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
