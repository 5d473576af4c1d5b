import { translate, type ActionDocument, type ObjectDocument } from '@guanxi/metadata';
import { Ellipsis, MousePointerClick, Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, CodeText, EmptyState, IconButton, Menu, PlainButton, showToast, SimpleTable } from '../../ui/index.js';
import type { StatedDocument } from '../documents/document-types.js';
import { isKind } from '../documents/setup-queries.js';
import { StateBadge } from '../documents/StateBadge.js';
import { useSaveDraft } from '../documents/use-draft-edits.js';
import { ActionSheet, startEffect, type ActionDraft } from './ActionSheet.js';
import styles from '../views/Views.module.css';

/** The buttons on the pages of one object's records. */
export function ActionsTab({ object, documents }: { readonly object: ObjectDocument; readonly documents: readonly StatedDocument[] }) {
  const { t, i18n } = useTranslation();
  const [open, setOpen] = useState<ActionDraft | null>(null);
  const { mutateAsync: save } = useSaveDraft();
  const all = documents.filter(isKind('action'));
  const actions = all.filter(({ document }) => document.object === object.name);
  const remove = async ({ name, title }: ActionDocument) => {
    const problems = await save({ remove: [{ kind: 'action', name }] });
    showToast(problems[0] ? { message: problems[0].message, tone: 'danger' } : { message: t('interface.action.removed', { name: title }) });
  };
  const add = <Button variant="primary" icon={Plus} onPress={() => setOpen({ kind: 'action', name: '', title: '', object: object.name, do: startEffect('update', object.name) })}>{t('interface.action.new')}</Button>;
  return (
    <div className={styles['stack']}>
      {actions.length === 0 ? <EmptyState icon={MousePointerClick} title={t('interface.action.none')} actions={add}>{t('interface.action.noneBody')}</EmptyState> : (
        <>
          <div className={styles['tools']}><p className={styles['muted']}>{t('interface.action.tabBody')}</p><span className={styles['spring']} />{add}</div>
          <SimpleTable label={t('interface.action.label')} rows={actions} rowKey={({ document }) => document.guanxi.id} isRowMuted={({ state }) => state === 'REMOVED'} onOpenRow={({ document, state }) => { if (state !== 'REMOVED') setOpen(document); }} columns={[
            { id: 'title', header: t('setup.objects.label'), render: ({ document, state }) => {
              const title = translate(document.title, document.titles, i18n.language);
              return state === 'REMOVED' ? title : <PlainButton className={styles['link'] ?? ''} onPress={() => setOpen(document)}>{title}</PlainButton>;
            } },
            { id: 'name', header: t('setup.objects.apiName'), render: ({ name }) => <CodeText>{name}</CodeText> },
            { id: 'does', header: t('interface.action.does'), render: ({ document }) => t(`interface.action.${Object.keys(document.do)[0] ?? 'update'}`) },
            { id: 'when', header: t('interface.action.visibleWhen'), render: ({ document }) => (document.visibleWhen ? <CodeText>{document.visibleWhen}</CodeText> : t('interface.action.always')) },
            { id: 'state', header: t('setup.objects.state'), render: ({ state }) => <StateBadge state={state} /> },
            { id: 'actions', header: '', align: 'end', render: ({ document, state }) => state !== 'REMOVED' && (
              <Menu label={t('interface.actionsOf', { name: document.title })} placement="bottom end" trigger={<IconButton icon={Ellipsis} label={t('interface.actionsOf', { name: document.title })} />} groups={[
                { id: 'edit', items: [{ id: 'edit', label: t('interface.edit'), onAction: () => setOpen(document) }] },
                { id: 'remove', items: [{ id: 'remove', label: t('interface.remove'), tone: 'danger', onAction: () => void remove(document) }] },
              ]} />
            ) },
          ]} />
        </>
      )}
      {open && <ActionSheet object={object} action={open} taken={all.map(({ name }) => name)} onClose={() => setOpen(null)} />}
    </div>
  );
}
