import type { ObjectDescription } from '@guanxi/metadata';
import { Bookmark, BookmarkPlus, RotateCcw, Save, Trash2, Users } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../../api/index.js';
import { Button, IconButton, Menu, showToast } from '../../ui/index.js';
import { keepColumns } from './kept-columns.js';
import type { ListPlan } from './list-question.js';
import { deleteView, saveView } from './saved-views.js';
import type { ListActions } from './use-list-actions.js';
import type { ViewTerms } from './ViewDialog.js';

const ViewDialog = lazy(async () => ({ default: (await import('./ViewDialog.js')).ViewDialog }));

interface SaveViewMenuProps {
  readonly object: ObjectDescription;
  readonly plan: ListPlan;
  readonly actions: ListActions;
}

/** Keeps the list as it is arranged now: in the view it came from, or as another one; and says whom it is shown to. */
export function SaveViewMenu({ object, plan, actions }: SaveViewMenuProps) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState<'new' | 'change' | null>(null);
  const { view, isChanged, content, viewName } = plan;
  const saved = view?.saved;
  const say = (error: unknown) => showToast({ tone: 'danger', message: error instanceof ApiError ? error.message : String(error) });
  const update = async () => {
    if (!saved) return;
    await saveView({ id: saved.id, object: object.name, title: saved.title, isShared: saved.isShared, content });
    actions.discard();
    showToast({ tone: 'success', message: t('lists.view.saved', { name: saved.title }) });
  };
  const create = async (terms: ViewTerms) => {
    const made = await saveView({ object: object.name, ...terms, content });
    keepColumns(object.name, viewName, null);
    setAsked(null);
    actions.go({ view: made.id, f: undefined, s: undefined, g: undefined });
    showToast({ tone: 'success', message: t('lists.view.saved', { name: made.title }) });
  };
  const change = async ({ title, isShared, audience }: ViewTerms) => {
    if (!saved) return;
    await saveView({ id: saved.id, object: object.name, title, content: saved.content, ...(saved.mayShare ? { isShared, audience } : { isShared: saved.isShared }) });
    setAsked(null);
    showToast({ tone: 'success', message: t('lists.view.saved', { name: title }) });
  };
  const remove = async () => {
    if (!saved) return;
    await deleteView(saved.id);
    actions.go({ view: undefined, f: undefined, s: undefined, g: undefined });
    const restore = () => void saveView({ object: object.name, title: saved.title, isShared: saved.isShared, audience: saved.audience, content: saved.content }).catch(say);
    showToast({ message: t('lists.view.deleted', { name: saved.title }), onUndo: restore });
  };
  const groups = [
    { id: 'save', items: [
      ...(isChanged && saved?.mayEdit ? [{ id: 'update', label: t('lists.view.update'), icon: Save, onAction: () => void update().catch(say) }] : []),
      { id: 'new', label: t('lists.view.saveAs'), icon: BookmarkPlus, onAction: () => setAsked('new') },
      ...(isChanged ? [{ id: 'discard', label: t('lists.view.discard'), icon: RotateCcw, onAction: actions.discard }] : []),
    ] },
    ...(saved?.mayEdit ? [{ id: 'view', items: [
      { id: 'change', label: t('lists.view.terms'), icon: Users, onAction: () => setAsked('change') },
      ...(saved.mayShare ? [{ id: 'delete', label: t('lists.view.delete'), icon: Trash2, tone: 'danger' as const, onAction: () => void remove().catch(say) }] : []),
    ] }] : []),
  ];
  return (
    <>
      <Menu label={t('lists.view.menu')} groups={groups}
        trigger={isChanged ? <Button size="small" variant="quiet" icon={Bookmark}>{t('lists.view.changed')}</Button> : <IconButton size="small" icon={Bookmark} label={t('lists.view.menu')} />} />
      {asked !== null && (
        <Suspense fallback={null}>
          <ViewDialog heading={t(asked === 'new' ? 'lists.view.saveAs' : 'lists.view.terms')} view={asked === 'new' ? undefined : saved} onClose={() => setAsked(null)} onSave={asked === 'new' ? create : change} />
        </Suspense>
      )}
    </>
  );
}
