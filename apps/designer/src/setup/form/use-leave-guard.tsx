import { useBlocker } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { AlertDialog } from '../../ui/index.js';

/** Asks before a page with unsaved work is left, by a link, the back button or closing the window. Draw what it returns. */
export function useLeaveGuard(isDirty: boolean): ReactNode {
  const { t } = useTranslation();
  const { status, proceed, reset } = useBlocker({ shouldBlockFn: () => isDirty, enableBeforeUnload: () => isDirty, withResolver: true });
  return (
    <AlertDialog isOpen={status === 'blocked'} onOpenChange={(isOpen) => { if (!isOpen) reset?.(); }} title={t('setup.form.leaveTitle')} confirmLabel={t('setup.form.leave')} cancelLabel={t('setup.form.stay')} onConfirm={() => proceed?.()}>
      {t('setup.form.leaveBody')}
    </AlertDialog>
  );
}
