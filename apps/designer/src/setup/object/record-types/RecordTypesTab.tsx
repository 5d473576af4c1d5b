import { translate, type ObjectDocument } from '@guanxi/metadata';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Ellipsis, Pencil, Plus, Shapes, Star, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Badge, Button, CodeText, EmptyState, IconButton, Menu, PlainButton, SimpleTable, useShortcut } from '../../../ui/index.js';
import { useEdit } from '../../documents/use-edit.js';
import { putRecordType, withRecordTypes, type RecordTypeKeyword } from './record-type-draft.js';
import { RecordTypeSheet } from './RecordTypeSheet.js';
import styles from '../Object.module.css';

/** Kinds of record within one object: each with its own values to choose from, and its own layouts. */
export function RecordTypesTab({ object, isRemoved }: { readonly object: ObjectDocument; readonly isRemoved: boolean }) {
  const { t, i18n } = useTranslation();
  const navigate = useNavigate();
  const { open: opened } = useSearch({ strict: false }) as { readonly open?: string };
  const [isAdding, setAdding] = useState(false);
  const { edit } = useEdit();
  const types = object.guanxi.recordTypes ?? [];
  const chosen = types.find(({ name }) => name === opened);
  const open = (name: string | undefined) => void navigate({ to: '/setup/objects/$object', params: { object: object.name }, search: { tab: 'recordTypes', ...(name !== undefined && { open: name }) }, replace: true });
  useShortcut({ keys: 'c', label: t('model.recordTypes.new'), section: t('shell.setup'), isDisabled: isRemoved, run: () => setAdding(true) });
  const titleOf = ({ title, titles }: RecordTypeKeyword) => translate(title, titles, i18n.language);
  const create = <Button variant="primary" icon={Plus} isDisabled={isRemoved} onPress={() => setAdding(true)}>{t('model.recordTypes.new')}</Button>;
  return (
    <div className={styles['panel']}>
      {types.length === 0
        ? <EmptyState icon={Shapes} title={t('model.recordTypes.none')} actions={create}>{t('model.recordTypes.noneBody')}</EmptyState>
        : (
          <>
            <div className={styles['tools']}><p className={styles['quiet']}>{t('model.recordTypes.description')}</p><span className={styles['end']}>{create}</span></div>
            <SimpleTable label={t('setup.object.tab.recordTypes')} rows={types} rowKey={({ name }) => name} isRowMuted={({ active }) => active === false} onOpenRow={({ name }) => { if (!isRemoved) open(name); }} columns={[
              { id: 'title', header: t('setup.objects.label'), render: (type) => <span className={styles['line']}><PlainButton className={styles['open'] ?? ''} isDisabled={isRemoved} onPress={() => open(type.name)}>{titleOf(type)}</PlainButton>{type.default && <Badge tone="accent">{t('model.recordTypes.default')}</Badge>}</span> },
              { id: 'name', header: t('setup.objects.apiName'), render: ({ name }) => <CodeText>{name}</CodeText> },
              { id: 'values', header: t('model.recordTypes.values'), render: ({ values = {} }) => (Object.keys(values).length === 0 ? <span className={styles['quiet']}>{t('model.recordTypes.allValues')}</span> : Object.entries(values).map(([field, list]) => `${object.properties[field]?.title ?? field}: ${list.length}`).join(', ')) },
              { id: 'active', header: t('model.automation.status'), render: ({ active }) => <Badge tone={active === false ? 'neutral' : 'success'} hasDot>{t(active === false ? 'model.recordTypes.inactive' : 'model.recordTypes.active')}</Badge> },
              {
                id: 'actions', header: '', width: '40px', render: (type) => (
                  <Menu label={t('ui.more')} placement="bottom end" trigger={<IconButton size="small" icon={Ellipsis} label={t('model.rules.actions', { name: titleOf(type) })} isDisabled={isRemoved} />} groups={[
                    { id: 'edit', items: [
                      { id: 'edit', label: t('ui.edit'), icon: Pencil, onAction: () => open(type.name) },
                      { id: 'default', label: t('model.recordTypes.makeDefault'), icon: Star, isDisabled: type.default === true, onAction: () => void edit({ documents: [putRecordType(object, { ...type, default: true }, type.name)] }, t('model.recordTypes.saved', { name: titleOf(type) })) },
                    ] },
                    { id: 'remove', items: [{ id: 'remove', label: t('ui.remove'), icon: Trash2, tone: 'danger', onAction: () => void edit({ documents: [withRecordTypes(object, types.filter(({ name }) => name !== type.name))] }, t('setup.remove.done', { name: titleOf(type) })) }] },
                  ]} />
                ),
              },
            ]} />
          </>
        )}
      {isAdding && <RecordTypeSheet object={object} type={null} onClose={() => setAdding(false)} />}
      {chosen && !isRemoved && <RecordTypeSheet key={chosen.name} object={object} type={chosen} onClose={() => open(undefined)} />}
    </div>
  );
}
