import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, CodeText } from '../../ui/index.js';
import { CodeField } from './CodeField.js';
import type { TotpOffer } from './factor-requests.js';
import styles from './Factors.module.css';

export interface TotpSetupProps {
  readonly offer: TotpOffer;
  readonly fault: string | null;
  readonly isPending: boolean;
  readonly onCode: (code: string) => void;
}

/** The picture for the app, the secret for who cannot scan it, and the first code as the proof that it worked. */
export function TotpSetup({ offer, fault, isPending, onCode }: TotpSetupProps) {
  const { t } = useTranslation();
  const [code, setCode] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onCode(code);
  };
  return (
    <form className={styles['setup']} onSubmit={submit} noValidate>
      <p className={styles['words']}>{t('factors.totp.scan')}</p>
      <img className={styles['qr']} src={`data:image/svg+xml,${encodeURIComponent(offer.svg)}`} alt={t('factors.totp.picture')} width={184} height={184} />
      <details className={styles['secret']}>
        <summary>{t('factors.totp.cannotScan')}</summary>
        <p className={styles['words']}>{t('factors.totp.typeSecret')}</p>
        <CodeText isCopyable>{offer.secret.replace(/(.{4})(?=.)/g, '$1 ')}</CodeText>
      </details>
      <CodeField value={code} onChange={setCode} onWhole={onCode} error={fault} isDisabled={isPending} />
      <Button type="submit" variant="primary" isFullWidth isPending={isPending}>{t('factors.totp.confirm')}</Button>
    </form>
  );
}
