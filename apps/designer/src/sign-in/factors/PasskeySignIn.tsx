import { browserSupportsWebAuthn } from '@simplewebauthn/browser';
import { Fingerprint } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Notice } from '../../ui/index.js';
import { takeSession } from '../credential-requests.js';
import { signInByPasskey } from './factor-requests.js';
import { tellFault } from './tell-fault.js';
import styles from './Factors.module.css';

/** The way in without a password. Not drawn where the browser knows no passkeys. */
export function PasskeySignIn({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTranslation();
  const [isPending, setPending] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  if (!browserSupportsWebAuthn()) return null;
  const run = async () => {
    setPending(true);
    setFault(null);
    try {
      await signInByPasskey();
      await takeSession();
      onDone();
    } catch (error) {
      setFault(tellFault(error, t));
    } finally {
      setPending(false);
    }
  };
  return (
    <div className={styles['alone']}>
      {fault !== null && <Notice tone="danger" isAnnounced>{fault}</Notice>}
      <Button size="large" isFullWidth icon={Fingerprint} isPending={isPending} onPress={() => void run()}>{t('factors.signInByPasskey')}</Button>
    </div>
  );
}
