import type { ObjectDescription } from '@guanxi/metadata';
import { Bookmark, BookmarkPlus, RotateCcw, Save, Trash2, Users } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError, useSession } from '../../api/index.js';
import { Button, IconButton, Menu, showToast } from '../../ui/index.js';
import { NameDialog } from './NameDialog.js';
import { keepColumns } from './kept-columns.js';
import type { ListPlan } from './list-question.js';
import { deleteView, saveView } from './saved-views.js';
import type { ListActions } from './use-list-actions.js';

interface SaveViewMenuProps {
  readonly object: ObjectDescription;
  readonly plan: ListPlan;
  readonly actions: ListActions;
}

/** Keeps the list as it is arranged now: in the view it came from, or as another one, for oneself or for everybody. */
export function SaveViewMenu({ object, plan, actions }: SaveViewMenuProps) {
  const { t } = useTranslation();
  const mayShare = useSession().setupAreas.includes('objects');
  const [isNaming, setNaming] = useState(false);
  const { view, isChanged, content, viewName } = plan;
  const saved = view?.saved;
  const mayChange = saved !== undefined && (saved.isMine || (saved.isShared && mayShare));
  const say = (error: unknown) => showToast({ tone: 'danger', message: error instanceof ApiError ? error.message : String(error) });
  const update = async () => {
    if (!saved) return;
    await saveView({ id: saved.id, object: object.name, title: saved.title, isShared: saved.isShared, content });
    actions.discard();
    showToast({ tone: 'success', message: t('lists.view.saved', { name: saved.title }) });
  };
  const create = async (title: string, isShared: boolean) => {
    const made = await saveView({ object: object.name, title, isShared, content });
    keepColumns(object.name, viewName, null);
    setNaming(false);
    actions.go({ view: made.id, f: undefined, s: undefined, g: undefined });
    showToast({ tone: 'success', message: t('lists.view.saved', { name: made.title }) });
  };
  const remove = async () => {
    if (!saved) return;
    await deleteView(saved.id);
    actions.go({ view: undefined, f: undefined, s: undefined, g: undefined });
    const restore = () => void saveView({ object: object.name, title: saved.title, isShared: saved.isShared, content: saved.content }).catch(say);
    showToast({ message: t('lists.view.deleted', { name: saved.title }), onUndo: restore });
  };
  const groups = [
    { id: 'save', items: [
      ...(isChanged && mayChange ? [{ id: 'update', label: t('lists.view.update'), icon: Save, onAction: () => void update().catch(say) }] : []),
      { id: 'new', label: t('lists.view.saveAs'), icon: BookmarkPlus, onAction: () => setNaming(true) },
      ...(isChanged ? [{ id: 'discard', label: t('lists.view.discard'), icon: RotateCcw, onAction: actions.discard }] : []),
    ] },
    ...(mayChange ? [{ id: 'view', items: [
      ...(mayShare ? [{ id: 'share', label: saved.isShared ? t('lists.view.unshare') : t('lists.view.share'), icon: Users, onAction: () => void saveView({ ...saved, isShared: !saved.isShared }).catch(say) }] : []),
      { id: 'delete', label: t('lists.view.delete'), icon: Trash2, tone: 'danger' as const, onAction: () => void remove().catch(say) },
    ] }] : []),
  ];
  return (
    <>
      <Menu label={t('lists.view.menu')} groups={groups}
        trigger={isChanged ? <Button size="small" variant="quiet" icon={Bookmark}>{t('lists.view.changed')}</Button> : <IconButton size="small" icon={Bookmark} label={t('lists.view.menu')} />} />
      {isNaming && <NameDialog title={t('lists.view.saveAs')} canShare={mayShare} onClose={() => setNaming(false)} onSave={create} />}
    </>
  );
}
