import { Fingerprint, KeyRound, Smartphone } from 'lucide-react';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Notice, TextField } from '../../ui/index.js';
import { CodeField } from './CodeField.js';
import { showCode, showPasskey } from './factor-requests.js';
import { isOver, tellFault } from './tell-fault.js';
import styles from './Factors.module.css';

type Way = 'totp' | 'passkey' | 'recovery';

const icons = { totp: Smartphone, passkey: Fingerprint, recovery: KeyRound } as const;
const ways: readonly Way[] = ['totp', 'passkey', 'recovery'];

export interface ShowFactorProps {
  readonly ticket: string;
  readonly factors: readonly string[];
  readonly onDone: () => void;
  readonly onStartOver: () => void;
}

/** One way is open at a time; the others that this person has are a press away. */
export function ShowFactor({ ticket, factors, onDone, onStartOver }: ShowFactorProps) {
  const { t } = useTranslation();
  const own = ways.filter((way) => factors.includes(way));
  const [way, setWay] = useState<Way>(own[0] ?? 'totp');
  const [code, setCode] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  const [isPending, setPending] = useState(false);
  const choose = (next: Way) => { setWay(next); setCode(''); setFault(null); };

  const run = async (work: () => Promise<void>) => {
    setPending(true);
    setFault(null);
    try {
      await work();
      onDone();
    } catch (error) {
      setFault(isOver(error) ? t('factors.over') : tellFault(error, t));
      if (way === 'totp') setCode('');
    } finally {
      setPending(false);
    }
  };
  const show = (whole: string) => { if (way !== 'passkey') void run(() => showCode(ticket, way, whole)); };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (way === 'passkey') void run(() => showPasskey(ticket));
    else if (code.trim() === '') setFault(t('factors.missing'));
    else show(code);
  };

  return (
    <form className={styles['step']} onSubmit={submit} noValidate>
      {way === 'totp' && <CodeField value={code} onChange={setCode} onWhole={show} error={fault} isDisabled={isPending} />}
      {way === 'recovery' && (
        <TextField label={t('factors.recoveryCode')} help={t('factors.recoveryHelp')} name="recovery" autoComplete="off" isCode autoFocus value={code} onChange={setCode} error={fault} placeholder="xxxx-xxxx-xxxx-xxxx" />
      )}
      {way === 'passkey' && <p className={styles['words']}>{t('factors.passkeyBody')}</p>}
      {way === 'passkey' && fault !== null && <Notice tone="danger" isAnnounced>{fault}</Notice>}
      <Button type="submit" variant="primary" size="large" isFullWidth isPending={isPending} {...(way === 'passkey' && { icon: Fingerprint, autoFocus: true })}>{t(way === 'passkey' ? 'factors.usePasskey' : 'factors.continue')}</Button>
      <div className={styles['others']}>
        {own.filter((each) => each !== way).map((each) => <Button key={each} variant="quiet" size="small" icon={icons[each]} onPress={() => choose(each)}>{t(`factors.other.${each}`)}</Button>)}
        <Button variant="quiet" size="small" onPress={onStartOver}>{t('factors.startOver')}</Button>
      </div>
    </form>
  );
}
