import { Fingerprint, Smartphone } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readDevice } from '../../setup/people/device-words.js';
import { Button, Notice } from '../../ui/index.js';
import { confirmTotpEnrolment, enrolPasskey, startTotpEnrolment, type TotpOffer } from './factor-requests.js';
import { RecoveryCodes } from './RecoveryCodes.js';
import { isOver, tellFault } from './tell-fault.js';
import { TotpSetup } from './TotpSetup.js';
import styles from './Factors.module.css';

export interface EnrolFactorProps {
  readonly ticket: string;
  readonly onDone: () => void;
  readonly onStartOver: () => void;
}

/** The organisation asks for a second factor and this person has none: it is set up on the way in. */
export function EnrolFactor({ ticket, onDone, onStartOver }: EnrolFactorProps) {
  const { t } = useTranslation();
  const [offer, setOffer] = useState<TotpOffer | null>(null);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const [isPending, setPending] = useState(false);
  const run = async (work: () => Promise<void>) => {
    setPending(true);
    setFault(null);
    try {
      await work();
    } catch (error) {
      setFault(isOver(error) ? t('factors.over') : tellFault(error, t));
    } finally {
      setPending(false);
    }
  };
  const take = (made: readonly string[]) => { if (made.length > 0) setCodes(made); else onDone(); };
  const name = t('factors.passkeys.nameOn', { device: readDevice(navigator.userAgent).system ?? '' });

  if (codes) return <div className={styles['step']}><RecoveryCodes codes={codes} /><Button variant="primary" size="large" isFullWidth onPress={onDone}>{t('factors.codes.kept')}</Button></div>;
  return (
    <div className={styles['step']}>
      {offer
        ? <TotpSetup offer={offer} fault={fault} isPending={isPending} onCode={(code) => void run(async () => take(await confirmTotpEnrolment(ticket, code)))} />
        : (
          <>
            {fault !== null && <Notice tone="danger" isAnnounced>{fault}</Notice>}
            <Button variant="primary" size="large" isFullWidth icon={Smartphone} isPending={isPending} onPress={() => void run(async () => setOffer(await startTotpEnrolment(ticket)))}>{t('factors.totp.setUp')}</Button>
            <Button size="large" isFullWidth icon={Fingerprint} isDisabled={isPending} onPress={() => void run(async () => take(await enrolPasskey(ticket, name)))}>{t('factors.passkeys.add')}</Button>
          </>
        )}
      <div className={styles['others']}>
        {offer && <Button variant="quiet" size="small" onPress={() => { setOffer(null); setFault(null); }}>{t('factors.otherWay')}</Button>}
        <Button variant="quiet" size="small" onPress={onStartOver}>{t('factors.startOver')}</Button>
      </div>
    </div>
  );
}
