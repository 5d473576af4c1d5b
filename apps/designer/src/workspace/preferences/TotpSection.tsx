import { Smartphone } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/index.js';
import type { TotpOffer } from '../../sign-in/factors/factor-requests.js';
import { tellFault } from '../../sign-in/factors/tell-fault.js';
import { TotpSetup } from '../../sign-in/factors/TotpSetup.js';
import { AlertDialog, Badge, Button, Dialog, showToast } from '../../ui/index.js';
import { PreferenceSection } from './PreferenceSection.js';
import { confirmTotp, removeTotp, startTotp, type OwnFactors } from './security-queries.js';
import { useConfirmed } from './use-confirmed.js';

export interface FactorSectionProps {
  readonly factors: OwnFactors;
  /** Told the recovery codes where there are new ones. */
  readonly onCodes: (codes: readonly string[]) => void;
}

export function TotpSection({ factors, onCodes }: FactorSectionProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { run, isPending, dialog } = useConfirmed();
  const [offer, setOffer] = useState<TotpOffer | null>(null);
  const [isRemoving, setRemoving] = useState(false);
  const since = factors.totpSince;
  const start = () => run(async (password) => setOffer(await startTotp(password)));
  return (
    <PreferenceSection title={t('factors.totp.title')} description={since === null ? t('factors.totp.body') : <><Badge tone="success">{t('factors.on')}</Badge> {t('factors.totp.since', { when: format.dateTime(since) })}</>}
      actions={since === null
        ? <Button icon={Smartphone} isPending={isPending} onPress={start}>{t('factors.setUp')}</Button>
        : <><Button isPending={isPending} onPress={start}>{t('factors.totp.replace')}</Button><Button onPress={() => setRemoving(true)}>{t('factors.remove')}</Button></>}>
      {offer && <SetupDialog offer={offer} onClose={() => setOffer(null)} onDone={(codes) => { setOffer(null); showToast({ message: t('factors.totp.done') }); if (codes) onCodes(codes); }} />}
      <AlertDialog isOpen={isRemoving} onOpenChange={setRemoving} title={t('factors.totp.removeTitle')} confirmLabel={t('factors.remove')} isPending={isPending}
        onConfirm={() => { setRemoving(false); run(async (password) => { await removeTotp(password); showToast({ message: t('factors.removed') }); }); }}>
        {t('factors.removeBody')}
      </AlertDialog>
      {dialog}
    </PreferenceSection>
  );
}

function SetupDialog({ offer, onClose, onDone }: { readonly offer: TotpOffer; readonly onClose: () => void; readonly onDone: (codes: readonly string[] | null) => void }) {
  const { t } = useTranslation();
  const [fault, setFault] = useState<string | null>(null);
  const [isPending, setPending] = useState(false);
  const confirm = async (code: string) => {
    setPending(true);
    setFault(null);
    try {
      onDone(await confirmTotp(code));
    } catch (error) {
      setFault(tellFault(error, t));
    } finally {
      setPending(false);
    }
  };
  return (
    <Dialog isOpen onOpenChange={onClose} isGuarded size="small" title={t('factors.totp.setUp')}>
      <TotpSetup offer={offer} fault={fault} isPending={isPending} onCode={(code) => void confirm(code)} />
    </Dialog>
  );
}
