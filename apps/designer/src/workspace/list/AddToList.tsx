import type { ObjectDescription } from '@guanxi/metadata';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../../api/index.js';
import { useFormat } from '../../format/index.js';
import { Button, Dialog, Notice, RadioGroup, showToast, TextField } from '../../ui/index.js';
import { refreshListsOf } from '../records/record-lists.js';
import { addToList, listsOfRecord, removeFromList } from './change-list.js';
import { defaultColumns } from './choose-columns.js';
import { listHref } from './list-address.js';
import type { ViewContent } from './list-view.js';
import { saveView, useSavedViews } from './saved-views.js';
import { useReachText } from './use-reach-text.js';
import styles from './ViewDialog.module.css';

interface AddToListProps {
  readonly object: ObjectDescription;
  readonly count: number;
  /** The records, found when they are needed. */
  readonly readIds: () => Promise<readonly string[]>;
  /** Known where it is one record: the dialog says on which lists it is already. */
  readonly recordId?: string;
  /** The list that is looked at: all of it is on it already. */
  readonly except?: string | undefined;
  /** How a list that is begun here is arranged; as any list without it. */
  readonly content?: Pick<ViewContent, 'columns' | 'orderBy'>;
  readonly onClose: () => void;
  readonly onDone?: () => void;
}

const fresh = 'new';

/** Puts records on a list that somebody keeps by hand, or on a new one. */
export function AddToList({ object, count, readIds, recordId, except, content, onClose, onDone }: AddToListProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const navigate = useNavigate();
  const reachText = useReachText();
  const lists = useSavedViews().filter((view) => view.isList && view.mayEdit && view.object === object.name && view.id !== except);
  const { data: known } = useQuery({ queryKey: ['lists-of-record', recordId], enabled: recordId !== undefined && lists.length > 0, queryFn: ({ signal }) => listsOfRecord(recordId ?? '', signal) });
  const open = lists.filter(({ id }) => known?.includes(id) !== true);
  const [chosen, setChosen] = useState<string | null>(null);
  const [title, setTitle] = useState('');
  const [error, setError] = useState<string | null>(null);
  const [isPending, setPending] = useState(false);
  const target = chosen ?? open[0]?.id ?? fresh;
  const isWhole = target !== fresh || title.trim() !== '';

  const tell = (list: { readonly id: string; readonly title: string }, added: readonly string[]) => {
    const openList = { label: t('lists.kept.open'), run: () => void navigate({ href: listHref(object.name, { view: list.id }) }) };
    if (added.length === 0) {
      showToast({ message: t('lists.kept.already', { count, list: list.title }), action: openList });
      return;
    }
    const undo = () => void removeFromList(list.id, added).then(() => refreshListsOf(object.name, list.id)).catch(sayError);
    showToast({ tone: 'success', message: t('lists.kept.added', { count: added.length, shown: format.number(added.length), name: added.length === 1 ? object.label : object.pluralLabel, list: list.title }), onUndo: undo, action: openList });
  };
  const add = async () => {
    if (!isWhole || isPending) return;
    setPending(true);
    try {
      const ids = await readIds();
      const list = lists.find(({ id }) => id === target) ?? await saveView({ object: object.name, title: title.trim(), isShared: false, isList: true, content: content ?? { columns: defaultColumns(object).map((name) => ({ name })) } });
      const added = await addToList(list.id, ids);
      refreshListsOf(object.name, list.id);
      onClose();
      onDone?.();
      tell(list, added);
    } catch (failure) {
      setError(failure instanceof ApiError ? (failure.problems[0]?.message ?? failure.message) : String(failure));
      setPending(false);
    }
  };
  return (
    <Dialog isOpen onOpenChange={onClose} size="small" title={t('lists.kept.title', { count, shown: format.number(count), name: count === 1 ? object.label : object.pluralLabel })}
      footer={<><Button onPress={onClose}>{t('ui.cancel')}</Button><Button variant="primary" isPending={isPending} isDisabled={!isWhole} onPress={() => void add()}>{t('lists.kept.confirm')}</Button></>}>
      <form className={styles['form']} onSubmit={(event) => { event.preventDefault(); void add(); }}>
        {error !== null && <Notice tone="danger">{error}</Notice>}
        {lists.length > 0 && (
          <RadioGroup label={t('lists.kept.choose')} value={target} onChange={setChosen}
            choices={[
              ...lists.map(({ id, title: name, ...list }) => {
                const isOn = known?.includes(id) === true;
                return { value: id, label: name, description: isOn ? t('lists.kept.isOn') : reachText(list), isDisabled: isOn };
              }),
              { value: fresh, label: t('lists.kept.fresh') },
            ]} />
        )}
        {target === fresh && <TextField label={t('lists.kept.name')} autoFocus isRequired maxLength={80} value={title} onChange={setTitle} help={t('lists.kept.help')} />}
      </form>
    </Dialog>
  );
}

function sayError(error: unknown): void {
  showToast({ tone: 'danger', message: error instanceof ApiError ? error.message : String(error) });
}
