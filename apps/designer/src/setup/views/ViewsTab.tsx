import { translate, type ObjectDocument, type ViewDocument } from '@guanxi/metadata';
import { Ellipsis, ListFilter, Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, CodeText, EmptyState, IconButton, Menu, PlainButton, showToast, SimpleTable } from '../../ui/index.js';
import type { StatedDocument } from '../documents/document-types.js';
import { StateBadge } from '../documents/StateBadge.js';
import { useSaveDraft } from '../documents/use-draft-edits.js';
import { describeFields } from '../layouts/describe-fields.js';
import { ViewSheet, type ViewDraft } from './ViewSheet.js';
import styles from './Views.module.css';

/** The list views of one object that everybody who may see it shares. */
export function ViewsTab({ views, object }: { readonly views: readonly StatedDocument<ViewDocument>[]; readonly object: ObjectDocument }) {
  const { t, i18n } = useTranslation();
  const [open, setOpen] = useState<ViewDraft | null>(null);
  const { mutateAsync: save } = useSaveDraft();
  const fields = new Map(describeFields(object, t, i18n.language).map(({ name, title }) => [name, title]));
  const titleOf = (name: string): string => name.split('.').map((part) => fields.get(part) ?? part).join(' › ');
  const create = () => setOpen({ kind: 'view', name: '', title: '', object: object.name, columns: Object.keys(object.properties).slice(0, 6) });
  const copy = ({ guanxi: _, titles: __, ...view }: ViewDocument) => setOpen({ ...view, name: '', title: t('interface.copyOf', { name: view.title }) });
  const remove = async ({ name, title }: ViewDocument) => {
    const problems = await save({ remove: [{ kind: 'view', name }] });
    showToast(problems[0] ? { message: problems[0].message, tone: 'danger' } : { message: t('interface.view.removed', { name: title }) });
  };
  const add = <Button variant="primary" icon={Plus} onPress={create}>{t('interface.view.new')}</Button>;
  return (
    <div className={styles['stack']}>
      {views.length === 0 ? <EmptyState icon={ListFilter} title={t('setup.views.none')} actions={add}>{t('interface.view.noneBody')}</EmptyState> : (
        <>
          <div className={styles['tools']}><p className={styles['muted']}>{t('interface.view.tabBody')}</p><span className={styles['spring']} />{add}</div>
          <SimpleTable label={t('setup.object.tab.views')} rows={views} rowKey={({ document }) => document.guanxi.id} isRowMuted={({ state }) => state === 'REMOVED'} onOpenRow={({ document, state }) => { if (state !== 'REMOVED') setOpen(document); }} columns={[
            { id: 'title', header: t('setup.objects.label'), render: ({ document, state }) => {
              const title = translate(document.title, document.titles, i18n.language);
              return state === 'REMOVED' ? title : <PlainButton className={styles['link'] ?? ''} onPress={() => setOpen(document)}>{title}</PlainButton>;
            } },
            { id: 'name', header: t('setup.objects.apiName'), render: ({ name }) => <CodeText>{name}</CodeText> },
            { id: 'columns', header: t('setup.views.columns'), render: ({ document }) => document.columns.map(titleOf).join(', ') },
            { id: 'order', header: t('setup.views.order'), render: ({ document }) => (document.orderBy ?? []).map(({ field, direction }) => `${titleOf(field)} ${direction === 'asc' ? '↑' : '↓'}`).join(', ') || '–' },
            { id: 'state', header: t('setup.objects.state'), render: ({ state }) => <StateBadge state={state} /> },
            { id: 'actions', header: '', align: 'end', render: ({ document, state }) => state !== 'REMOVED' && (
              <Menu label={t('interface.actionsOf', { name: document.title })} placement="bottom end" trigger={<IconButton icon={Ellipsis} label={t('interface.actionsOf', { name: document.title })} />} groups={[
                { id: 'edit', items: [{ id: 'edit', label: t('interface.edit'), onAction: () => setOpen(document) }, { id: 'copy', label: t('interface.duplicate'), onAction: () => copy(document) }] },
                { id: 'remove', items: [{ id: 'remove', label: t('interface.remove'), tone: 'danger', onAction: () => void remove(document) }] },
              ]} />
            ) },
          ]} />
        </>
      )}
      {open && <ViewSheet object={object} view={open} taken={views.map(({ name }) => name)} onClose={() => setOpen(null)} />}
    </div>
  );
}
