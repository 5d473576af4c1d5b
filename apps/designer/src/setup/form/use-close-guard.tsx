import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { AlertDialog } from '../../ui/index.js';

/** Asks before a sheet with unsaved work is closed. `dialog` has to be drawn beside the sheet. */
export function useCloseGuard(isDirty: boolean, onClose: () => void): { readonly requestClose: () => void; readonly dialog: ReactNode } {
  const { t } = useTranslation();
  const [isAsking, setAsking] = useState(false);
  return {
    requestClose: () => { if (isDirty) setAsking(true); else onClose(); },
    dialog: (
      <AlertDialog isOpen={isAsking} onOpenChange={setAsking} title={t('setup.form.leaveTitle')} confirmLabel={t('setup.form.leave')} cancelLabel={t('setup.form.stay')}
        onConfirm={() => { setAsking(false); onClose(); }}>
        {t('setup.form.leaveBody')}
      </AlertDialog>
    ),
  };
}
