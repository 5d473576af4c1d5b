import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RecoveryCodes } from '../../sign-in/factors/RecoveryCodes.js';
import { Button, Dialog, ErrorState, Notice, SkeletonLines } from '../../ui/index.js';
import { PasskeysSection } from './PasskeysSection.js';
import { PasswordSection } from './PasswordSection.js';
import { RecoverySection } from './RecoverySection.js';
import { factorsOptions } from './security-queries.js';
import { SessionsSection } from './SessionsSection.js';
import { TotpSection } from './TotpSection.js';

/** How this person signs in, and where they are signed in. */
export function SecurityTab() {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(factorsOptions);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const hasFactor = data !== undefined && (data.totpSince !== null || data.passkeys.length > 0);
  return (
    <>
      {data?.required && !hasFactor && <Notice tone="warning" title={t('factors.demanded')}>{t('factors.demandedBody')}</Notice>}
      <PasswordSection />
      {error && !data && <ErrorState message={error.message} onRetry={() => void refetch()} />}
      {!data && !error && <SkeletonLines count={6} />}
      {data && <TotpSection factors={data} onCodes={setCodes} />}
      {data && <PasskeysSection factors={data} onCodes={setCodes} />}
      {data && hasFactor && <RecoverySection factors={data} onCodes={setCodes} />}
      <SessionsSection />
      {codes && (
        <Dialog isOpen onOpenChange={() => setCodes(null)} isGuarded title={t('factors.codes.heading')} footer={<Button variant="primary" onPress={() => setCodes(null)}>{t('factors.codes.kept')}</Button>}>
          <RecoveryCodes codes={codes} />
        </Dialog>
      )}
    </>
  );
}
