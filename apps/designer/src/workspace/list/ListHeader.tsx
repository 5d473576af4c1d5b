import type { ObjectDescription } from '@guanxi/metadata';
import { Plus } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SidebarAnchor } from '../../ui/controls/SidebarAnchor.js';
import { Button, classNames, CountBadge, Menu, ObjectGlyph, SearchField, useShortcut } from '../../ui/index.js';
import { FilterMenu } from '../filters/FilterMenu.js';
import { writeFilters } from '../filters/filter.js';
import { ColumnChooser } from './ColumnChooser.js';
import { listHref, type ListAddress } from './list-address.js';
import { allView, type ListPlan } from './list-question.js';
import styles from './ListPage.module.css';

interface ListHeaderProps {
  readonly object: ObjectDescription;
  readonly plan: ListPlan;
  readonly address: ListAddress;
  readonly total: number | null;
  readonly go: (change: Partial<Record<keyof ListAddress, unknown>>, how?: { readonly replace?: boolean }) => void;
  readonly onColumns: () => void;
}

const shownTabs = 6;

export function ListHeader({ object, plan, address, total, go, onColumns }: ListHeaderProps) {
  const { t } = useTranslation();
  const tabs = [...object.views.map(({ name, title }) => ({ name, title })), ...(object.views.some(({ where }) => where === undefined) ? [] : [{ name: allView, title: t('workspace.list.all') }])];
  const rest = tabs.slice(shownTabs);
  const hrefOf = (name: string) => listHref(object.name, { view: name });
  return (
    <header className={styles['header']}>
      <div className={styles['titleLine']}>
        <ObjectGlyph icon={object.icon} hue={object.color} name={object.name} />
        <h1 className={styles['title']}>{object.pluralLabel}</h1>
        {total !== null && <CountBadge count={total} />}
        <span className={styles['space']} />
        <ListSearch value={address.q ?? ''} onChange={(q) => go({ q }, { replace: true })} name={object.pluralLabel} />
        {object.canCreate && <Button variant="primary" icon={Plus} onPress={() => go({ create: true })}>{t('workspace.newRecord', { name: object.label })}</Button>}
      </div>
      <div className={styles['viewLine']}>
        <nav aria-label={t('workspace.list.views')} className={styles['views']}>
          {tabs.slice(0, shownTabs).map(({ name, title }) => (
            <SidebarAnchor key={name} href={hrefOf(name)} isCurrent={name === plan.viewName} className={classNames(styles['view'], name === plan.viewName && styles['current'])}>{title}</SidebarAnchor>
          ))}
          {rest.length > 0 && (
            <Menu label={t('workspace.list.moreViews')} trigger={<Button variant="quiet" size="small">{t('workspace.list.moreViews')}</Button>}
              groups={[{ id: 'views', items: rest.map(({ name, title }) => ({ id: name, label: title, href: hrefOf(name), isChosen: name === plan.viewName })) }]} />
          )}
        </nav>
        <span className={styles['space']} />
        <FilterMenu object={object} onAdd={(filter) => go({ f: writeFilters([...plan.filters, filter]) }, { replace: true })} />
        <ColumnChooser object={object} viewName={plan.viewName} shown={plan.columns} onChange={onColumns} />
      </div>
    </header>
  );
}

const searchPause = 200;

/** Finds by a piece of a name once people pause typing. */
function ListSearch({ value, onChange, name }: { readonly value: string; readonly onChange: (text: string | undefined) => void; readonly name: string }) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(value);
  const place = useRef<HTMLDivElement>(null);
  const report = useRef(onChange);
  useEffect(() => { report.current = onChange; });
  useEffect(() => setTyped(value), [value]);
  useEffect(() => {
    if (typed === value) return;
    const timer = setTimeout(() => report.current(typed === '' ? undefined : typed), searchPause);
    return () => clearTimeout(timer);
  }, [typed, value]);
  useShortcut({ keys: '/', label: t('workspace.list.search', { name }), section: t('shell.shortcuts.list'), run: () => place.current?.querySelector('input')?.focus() });
  return <div ref={place} className={styles['search']}><SearchField label={t('workspace.list.search', { name })} placeholder={t('ui.search')} value={typed} onChange={setTyped} /></div>;
}
