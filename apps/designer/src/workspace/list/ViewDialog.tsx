import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError, useSession } from '../../api/index.js';
import { Button, Dialog, Notice, Select, TextField } from '../../ui/index.js';
import type { SavedView, ViewParty } from './saved-views.js';
import { ViewAudience } from './ViewAudience.js';
import styles from './ViewDialog.module.css';

/** How a view is called, and whom it is shown to. */
export interface ViewTerms {
  readonly title: string;
  readonly isShared: boolean;
  readonly audience: readonly ViewParty[];
}

interface ViewDialogProps {
  readonly heading: string;
  /** The view that is changed; a new one without it. */
  readonly view?: SavedView | undefined;
  readonly onClose: () => void;
  readonly onSave: (terms: ViewTerms) => Promise<void>;
}

type Reach = 'me' | 'some' | 'everybody';

/** Asks under which name a list is kept, who sees it and who may change it. */
export function ViewDialog({ heading, view, onClose, onSave }: ViewDialogProps) {
  const { t } = useTranslation();
  const mayReachAll = useSession().setupAreas.includes('objects') || view?.isShared === true;
  const [title, setTitle] = useState(view?.title ?? '');
  const [reach, setReach] = useState<Reach>(view?.isShared ? 'everybody' : view && view.audience.length > 0 ? 'some' : 'me');
  const [audience, setAudience] = useState<readonly ViewParty[]>(view?.audience ?? []);
  const [error, setError] = useState<string | null>(null);
  const [isPending, setPending] = useState(false);
  const isWhole = title.trim() !== '' && (reach !== 'some' || audience.length > 0);
  const save = () => {
    if (!isWhole || isPending) return;
    setPending(true);
    // Everybody sees it already: those who are named may change it.
    const shown = reach === 'me' ? [] : reach === 'some' ? audience : audience.map((party) => ({ ...party, mayEdit: true }));
    onSave({ title: title.trim(), isShared: reach === 'everybody', audience: shown }).catch((failure: unknown) => {
      setError(failure instanceof ApiError ? (failure.problems[0]?.message ?? failure.message) : String(failure));
      setPending(false);
    });
  };
  const reaches: readonly Reach[] = mayReachAll ? ['me', 'some', 'everybody'] : ['me', 'some'];
  return (
    <Dialog isOpen onOpenChange={onClose} title={heading} size="small"
      footer={<><Button onPress={onClose}>{t('ui.cancel')}</Button><Button variant="primary" isPending={isPending} isDisabled={!isWhole} onPress={save}>{t('ui.save')}</Button></>}>
      <form className={styles['form']} onSubmit={(event) => { event.preventDefault(); save(); }}>
        {error !== null && <Notice tone="danger">{error}</Notice>}
        <TextField label={t('lists.view.name')} autoFocus isRequired maxLength={80} value={title} onChange={setTitle} />
        {view?.mayShare === false
          ? <p className={styles['quiet']}>{t('lists.view.othersDecide')}</p>
          : <Select label={t('lists.view.who')} value={reach} onChange={(value) => setReach((value ?? 'me') as Reach)} choices={reaches.map((value) => ({ value, label: t(`lists.view.reach.${value}`) }))} />}
        {view?.mayShare !== false && reach !== 'me' && <ViewAudience audience={audience} isForAll={reach === 'everybody'} onChange={setAudience} />}
      </form>
    </Dialog>
  );
}
