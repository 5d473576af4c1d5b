import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../../api/index.js';
import { Button, Dialog, showToast, TextField } from '../../ui/index.js';
import { afterFileChange, renameFile, type AttachedFile } from './attached-file.js';

export function RenameFile({ file, onClose }: { readonly file: AttachedFile; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const [name, setName] = useState(file.name);
  const [error, setError] = useState<string | null>(null);
  const [isPending, setPending] = useState(false);
  const save = async (event: FormEvent) => {
    event.preventDefault();
    setPending(true);
    try {
      await rename(file, name, t('files.rename.done'));
      onClose();
    } catch (failure) {
      setError(failure instanceof ApiError ? failure.message : String(failure));
      setPending(false);
    }
  };
  return (
    <Dialog isOpen onOpenChange={(isOpen) => { if (!isOpen) onClose(); }} size="small" title={t('files.rename.title')}
      footer={<><Button onPress={onClose}>{t('ui.cancel')}</Button><Button variant="primary" type="submit" form="rename-file" isPending={isPending} isDisabled={name.trim() === ''}>{t('files.rename.save')}</Button></>}>
      <form id="rename-file" onSubmit={(event) => void save(event)}>
        <TextField label={t('files.name')} value={name} onChange={setName} error={error ?? undefined} autoFocus isRequired />
      </form>
    </Dialog>
  );
}

async function rename(file: AttachedFile, name: string, message: string): Promise<void> {
  if (name === file.name) return;
  await renameFile(file.id, name);
  await afterFileChange(file);
  showToast({ message, onUndo: () => void renameFile(file.id, file.name).then(() => afterFileChange(file)) });
}
