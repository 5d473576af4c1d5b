import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AlertDialog, Badge, Button } from '../../ui/index.js';
import { PreferenceSection } from './PreferenceSection.js';
import { makeRecoveryCodes } from './security-queries.js';
import type { FactorSectionProps } from './TotpSection.js';
import { useConfirmed } from './use-confirmed.js';

const few = 3;

export function RecoverySection({ factors: { recoveryCodesLeft: left }, onCodes }: FactorSectionProps) {
  const { t } = useTranslation();
  const { run, isPending, dialog } = useConfirmed();
  const [isAsking, setAsking] = useState(false);
  return (
    <PreferenceSection title={t('factors.codes.heading')} description={<>{left <= few && <><Badge tone={left === 0 ? 'danger' : 'warning'}>{t('factors.codes.few')}</Badge> </>}{t('factors.codes.left', { count: left })}</>}
      actions={<Button isPending={isPending} onPress={() => setAsking(true)}>{t('factors.codes.make')}</Button>}>
      <AlertDialog isOpen={isAsking} onOpenChange={setAsking} title={t('factors.codes.makeTitle')} confirmLabel={t('factors.codes.make')} isPending={isPending}
        onConfirm={() => { setAsking(false); run(async (password) => onCodes(await makeRecoveryCodes(password))); }}>
        {t('factors.codes.makeBody')}
      </AlertDialog>
      {dialog}
    </PreferenceSection>
  );
}
