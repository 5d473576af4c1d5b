import { useTranslation } from 'react-i18next';
import { AlertDialog, Notice, showToast } from '../../ui/index.js';
import { useErasePerson, type PrivacyRequest } from './privacy-queries.js';
import { useNames } from './use-names.js';

/** The name has to be typed: there is no way back. */
export function EraseDialog({ request, onClose }: { readonly request: PrivacyRequest; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const names = useNames();
  const { mutate, isPending, error } = useErasePerson(request.id);
  const typed = request.name.trim() || request.recordId;
  const erase = () => mutate(typed, { onSuccess: () => { showToast({ message: t('privacy.erased'), tone: 'success' }); onClose(); } });
  return (
    <AlertDialog isOpen onOpenChange={onClose} title={t('privacy.eraseTitle', { name: names.person(request) })} confirmLabel={t('privacy.erase')} typedConfirmation={typed} isPending={isPending} onConfirm={erase}>
      {error && <Notice tone="danger" isAnnounced>{error.message}</Notice>}
      <p>{t('privacy.eraseBody')}</p>
      <p>{t('privacy.eraseFiles')}</p>
      <p>{t('privacy.eraseBackups')}</p>
    </AlertDialog>
  );
}
