import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../../api/index.js';
import { Button, Dialog, TextField } from '../../ui/index.js';

interface NameDialogProps {
  /** What is to be named. */
  readonly title: string;
  readonly onClose: () => void;
  readonly onSave: (title: string) => Promise<void>;
}

/** Asks under which name something is kept. */
export function NameDialog({ title: heading, onClose, onSave }: NameDialogProps) {
  const { t } = useTranslation();
  const [title, setTitle] = useState('');
  const [error, setError] = useState<string | null>(null);
  const [isPending, setPending] = useState(false);
  const save = () => {
    if (title.trim() === '' || isPending) return;
    setPending(true);
    onSave(title.trim()).catch((failure: unknown) => {
      setError(failure instanceof ApiError ? failure.message : String(failure));
      setPending(false);
    });
  };
  return (
    <Dialog isOpen onOpenChange={onClose} title={heading} size="small"
      footer={<><Button onPress={onClose}>{t('ui.cancel')}</Button><Button variant="primary" isPending={isPending} isDisabled={title.trim() === ''} onPress={save}>{t('ui.save')}</Button></>}>
      <form onSubmit={(event) => { event.preventDefault(); save(); }}>
        <TextField label={t('lists.view.name')} autoFocus isRequired maxLength={80} value={title} onChange={setTitle} error={error} />
      </form>
    </Dialog>
  );
}
