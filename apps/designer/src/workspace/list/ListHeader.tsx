import type { ObjectDescription, WorkspaceDescription } from '@guanxi/metadata';
import { CopyCheck, FileUp, Plus } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, CountBadge, IconLink, Menu, ObjectGlyph, SearchField, useShortcut } from '../../ui/index.js';
import { FilterMenu } from '../filters/FilterMenu.js';
import { readPeek } from '../record/kept-peek.js';
import { ColumnChooser } from './ColumnChooser.js';
import { DensityMenu } from './DensityMenu.js';
import { ExportButton } from '../export/ExportButton.js';
import { GroupMenu } from './GroupMenu.js';
import { listHref, type ListAddress } from './list-address.js';
import { allView, type ListPlan } from './list-question.js';
import { SaveViewMenu } from './SaveViewMenu.js';
import { SortPopover } from './SortPopover.js';
import type { ListActions } from './use-list-actions.js';
import { ViewTab } from './ViewTab.js';
import styles from './ListPage.module.css';

interface ListHeaderProps {
  readonly object: ObjectDescription;
  readonly workspace: WorkspaceDescription;
  readonly plan: ListPlan;
  readonly address: ListAddress;
  readonly total: number | null;
  readonly actions: ListActions;
  readonly onAdvanced: () => void;
  /** On a phone records are chosen in a mode of its own. */
  readonly choosing?: { readonly isOn: boolean; readonly onChange: (isOn: boolean) => void };
}

const shownTabs = 6;

export function ListHeader({ object, workspace, plan, address, total, actions, onAdvanced, choosing }: ListHeaderProps) {
  const { t } = useTranslation();
  const { views, viewName } = plan;
  const tabs = [...views, ...(views.some(({ filters, base }) => filters.length === 0 && base === undefined) ? [] : [{ name: allView, title: t('workspace.list.all') }])];
  // The view in effect is always among the tabs.
  const isBehind = tabs.findIndex(({ name }) => name === viewName) >= shownTabs;
  const front = isBehind ? [...tabs.slice(0, shownTabs - 1), ...tabs.filter(({ name }) => name === viewName)] : tabs.slice(0, shownTabs);
  const rest = tabs.filter((tab) => !front.includes(tab));
  const hrefOf = (name: string) => listHref(object.name, { view: name, ...(address.peek !== undefined && readPeek().isPinned && { peek: address.peek }) });
  return (
    <header className={styles['header']}>
      <div className={styles['titleLine']}>
        <ObjectGlyph icon={object.icon} hue={object.color} name={object.name} />
        <h1 className={styles['title']}>{object.pluralLabel}</h1>
        {total !== null && <CountBadge count={total} />}
        <span className={styles['space']} />
        <ListSearch value={address.q ?? ''} onChange={(q) => actions.go({ q }, { replace: true })} name={object.pluralLabel} />
        {object.canCreate && <Button variant="primary" icon={Plus} onPress={() => actions.go({ create: true })}>{t('workspace.newRecord', { name: object.label })}</Button>}
      </div>
      <div className={styles['viewLine']}>
        <nav aria-label={t('workspace.list.views')} className={styles['views']}>
          {front.map((view) => <ViewTab key={view.name} view={view} href={hrefOf(view.name)} isCurrent={view.name === viewName} />)}
          {rest.length > 0 && (
            <Menu label={t('workspace.list.moreViews')} trigger={<Button variant="quiet" size="small">{t('workspace.list.moreViews')}</Button>}
              groups={[{ id: 'views', items: rest.map(({ name, title }) => ({ id: name, label: title, href: hrefOf(name) })) }]} />
          )}
        </nav>
        <SaveViewMenu object={object} plan={plan} actions={actions} />
        <span className={styles['space']} />
        <div className={styles['tools']}>
          {choosing && <Button size="small" variant="quiet" icon={CopyCheck} onPress={() => choosing.onChange(!choosing.isOn)}>{t(choosing.isOn ? 'lists.choosing.end' : 'lists.choosing.begin')}</Button>}
          <FilterMenu workspace={workspace} object={object} onAdd={actions.addFilter} onAdvanced={onAdvanced} />
          <SortPopover object={object} workspace={workspace} orders={plan.orders} onChange={actions.setOrders} />
          <GroupMenu object={object} grouping={plan.grouping} onChange={actions.setGroup} />
          <ColumnChooser object={object} columns={plan.columns} onChange={actions.arrange} />
          {object.canImport && <IconLink icon={FileUp} label={t('importing.workspaceTitle', { objects: object.pluralLabel })} href={`/app/${encodeURIComponent(object.name)}/import`} />}
          {object.canExport && <ExportButton object={object} plan={plan} />}
          <DensityMenu />
        </div>
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
