import { useQueryErrorResetBoundary } from '@tanstack/react-query';
import { useRouter, type ErrorComponentProps } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../api/index.js';
import { ErrorState } from '../ui/index.js';

/** Stands in for a page that failed; the shell around it stays. */
export function CrashState({ error, reset }: ErrorComponentProps) {
  const { t } = useTranslation();
  const router = useRouter();
  const queries = useQueryErrorResetBoundary();
  const isKnown = error instanceof ApiError;
  return (
    <ErrorState title={isKnown ? t('ui.error.title') : t('shell.crash.title')} message={isKnown ? error.message : t('shell.crash.body')}
      reference={isKnown ? error.reference : null}
      onRetry={() => {
        queries.reset();
        reset();
        void router.invalidate();
      }} />
  );
}
