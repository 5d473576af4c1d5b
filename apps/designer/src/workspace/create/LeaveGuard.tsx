import { useTranslation } from 'react-i18next';
import { AlertDialog } from '../../ui/index.js';
import type { Unsaved } from './use-unsaved.js';

/** Asks before a new record that was never saved is lost. */
export function LeaveGuard({ unsaved, name }: { readonly unsaved: Unsaved; /** What the object is called. */ readonly name: string }) {
  const { t } = useTranslation();
  return (
    <AlertDialog isOpen={unsaved.isAsking} title={t('workspace.create.discardTitle', { name })} confirmLabel={t('workspace.create.discard')} cancelLabel={t('workspace.create.stay')}
      onOpenChange={unsaved.stay} onConfirm={unsaved.go}>
      {t('workspace.create.discardBody')}
    </AlertDialog>
  );
}
