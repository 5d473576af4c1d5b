import { generateLayout } from '@guanxi/forms';
import { translate, type LayoutDocument, type ObjectDocument } from '@guanxi/metadata';
import { useNavigate } from '@tanstack/react-router';
import { Ellipsis, LayoutPanelTop, Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWorkspaceQuery } from '../../api/index.js';
import { Button, EmptyState, IconButton, Menu, showToast, SimpleTable, TextLink } from '../../ui/index.js';
import type { StatedDocument } from '../documents/document-types.js';
import { isKind } from '../documents/setup-queries.js';
import { StateBadge } from '../documents/StateBadge.js';
import { useSaveDraft } from '../documents/use-draft-edits.js';
import { nameNext } from './name-next.js';
import styles from './Layouts.module.css';

type NewLayout = Omit<LayoutDocument, 'guanxi'>;

/** The record pages of one object: who sees which, for which records. */
export function LayoutsTab({ object, documents }: { readonly object: ObjectDocument; readonly documents: readonly StatedDocument[] }) {
  const { t, i18n } = useTranslation();
  const navigate = useNavigate();
  const { data: workspace } = useWorkspaceQuery();
  const { mutateAsync: save } = useSaveDraft();
  const [isBusy, setBusy] = useState(false);
  const layouts = documents.filter(isKind('layout')).filter(({ document }) => document.object === object.name);
  const sets = new Map(documents.filter(isKind('permissions')).map(({ name, document }) => [name, translate(document.title, document.titles, i18n.language)]));
  const types = new Map((object.guanxi.recordTypes ?? []).map(({ name, title, titles }) => [name, translate(title, titles, i18n.language)]));
  const href = (name: string): string => `/setup/objects/${encodeURIComponent(object.name)}/layouts/${encodeURIComponent(name)}`;

  const attempt = async (edit: Parameters<typeof save>[0], done?: () => void) => {
    setBusy(true);
    const problems = await save(edit);
    setBusy(false);
    if (problems.length > 0) showToast({ message: problems[0]?.message ?? '', tone: 'danger' });
    else done?.();
  };
  const create = (like?: LayoutDocument) => {
    const described = workspace?.objects.find(({ name }) => name === object.name);
    const generated = described && generateLayout(described, (name) => workspace?.objects.find((one) => one.name === name));
    const { guanxi: _, ...start } = like ?? generated ?? { guanxi: { id: '' }, kind: 'layout' as const, name: '', object: object.name, sections: [{ columns: 2 as const, cells: Object.keys(object.properties).map((field) => ({ field })) }] };
    const layout: NewLayout = { ...start, name: nameNext(object.name, layouts.map(({ name }) => name)) };
    void attempt({ documents: [layout] }, () => void navigate({ to: href(layout.name) }));
  };
  if (layouts.length === 0) {
    return (
      <EmptyState icon={LayoutPanelTop} title={t('interface.layout.none')} actions={<Button variant="primary" icon={Plus} isPending={isBusy} onPress={() => create()}>{t('interface.layout.make')}</Button>}>
        {t('interface.layout.noneBody')}
      </EmptyState>
    );
  }
  return (
    <div className={styles['stack']}>
      <div className={styles['tools']} style={{ padding: 0 }}><p className={styles['muted']}>{t('interface.layout.tabBody')}</p><span className={styles['spring']} /><Button icon={Plus} isPending={isBusy} onPress={() => create()}>{t('interface.layout.another')}</Button></div>
      <SimpleTable label={t('setup.object.tab.layout')} rows={layouts} rowKey={({ document }) => document.guanxi.id} onOpenRow={({ name, state }) => { if (state !== 'REMOVED') void navigate({ to: href(name) }); }} isRowMuted={({ state }) => state === 'REMOVED'} columns={[
        { id: 'name', header: t('interface.layout.name'), render: ({ name, state }) => (state === 'REMOVED' ? name : <TextLink href={href(name)}>{name}</TextLink>) },
        { id: 'types', header: t('interface.layout.forTypes'), render: ({ document }) => document.recordTypes?.map((name) => types.get(name) ?? name).join(', ') ?? t('interface.layout.everyType') },
        { id: 'people', header: t('interface.layout.forPeople'), render: ({ document }) => document.permissionSets?.map((name) => sets.get(name) ?? name).join(', ') ?? t('interface.layout.everybody') },
        { id: 'fields', header: t('interface.layout.fieldCount'), align: 'end', render: ({ document }) => document.sections.reduce((sum, { cells }) => sum + cells.length, 0) },
        { id: 'state', header: t('setup.objects.state'), render: ({ state }) => <StateBadge state={state} /> },
        { id: 'actions', header: '', align: 'end', render: ({ name, document, state }) => state !== 'REMOVED' && (
          <Menu label={t('interface.layout.actionsOf', { name })} placement="bottom end" trigger={<IconButton icon={Ellipsis} label={t('interface.layout.actionsOf', { name })} />} groups={[
            { id: 'edit', items: [{ id: 'copy', label: t('interface.duplicate'), onAction: () => create(document) }] },
            { id: 'remove', items: [{ id: 'remove', label: t('interface.remove'), tone: 'danger', onAction: () => void attempt({ remove: [{ kind: 'layout', name }] }, () => showToast({ message: t('interface.layout.removed', { name }) })) }] },
          ]} />
        ) },
      ]} />
    </div>
  );
}
