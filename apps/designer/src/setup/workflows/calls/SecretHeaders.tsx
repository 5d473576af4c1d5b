import { KeyRound } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../format/index.js';
import { AlertDialog, Button, CodeText, Notice, showToast, SimpleTable } from '../../../ui/index.js';
import { useDropCallSecret, type KeptSecret } from './call-queries.js';
import { KeepSecretDialog } from './KeepSecretDialog.js';
import styles from './Calls.module.css';

interface SecretHeadersProps {
  readonly workflow: string;
  /** By the steps of the workflow. */
  readonly named: readonly string[];
  readonly kept: readonly KeptSecret[];
}

/** Values of headers that no document knows: which there are, never what they say. */
export function SecretHeaders({ workflow, named, kept }: SecretHeadersProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const drop = useDropCallSecret(workflow);
  const [keeping, setKeeping] = useState<Partial<KeptSecret> | null>(null);
  const [dropping, setDropping] = useState<KeptSecret | null>(null);
  const missing = named.filter((name) => !kept.some(({ header }) => header === name));
  if (named.length === 0 && kept.length === 0) return null;
  const forget = () => {
    if (dropping) drop.mutate({ origin: dropping.origin, header: dropping.header }, { onSuccess: () => showToast({ message: t('calls.secrets.dropped') }), onError: (failure) => showToast({ message: failure.message, tone: 'danger' }) });
    setDropping(null);
  };
  return (
    <section className={styles['side']} aria-label={t('calls.secrets.title')}>
      <h2 className={styles['title']}>{t('calls.secrets.title')}</h2>
      <p className={styles['words']}>{t('calls.secrets.body')}</p>
      {missing.length > 0 && <Notice tone="warning">{t('calls.secrets.missing', { headers: format.list(missing) })}</Notice>}
      {kept.length > 0 && (
        <SimpleTable label={t('calls.secrets.title')} rows={kept} rowKey={({ origin, header }) => `${origin} ${header}`} columns={[
          { id: 'header', header: t('calls.secrets.header'), render: ({ header }) => <CodeText>{header}</CodeText> },
          { id: 'origin', header: t('calls.secrets.address'), render: ({ origin }) => <span className={styles['code']}>{origin}</span> },
          { id: 'at', header: t('calls.at'), render: ({ changedAt }) => <span title={format.dateTime(changedAt)}>{t('calls.secrets.kept', { when: format.relative(changedAt) })}</span> },
          { id: 'do', header: '', align: 'end', render: (secret) => <span className={styles['acts']}><Button size="small" onPress={() => setKeeping(secret)}>{t('calls.secrets.replace')}</Button><Button size="small" variant="quiet" onPress={() => setDropping(secret)}>{t('calls.secrets.drop')}</Button></span> },
        ]} />
      )}
      <div className={styles['secret']}><Button icon={KeyRound} onPress={() => setKeeping(missing[0] === undefined ? {} : { header: missing[0] })}>{t('calls.secrets.add')}</Button></div>
      {keeping && <KeepSecretDialog workflow={workflow} known={keeping} onClose={() => setKeeping(null)} />}
      <AlertDialog tone="danger" isOpen={dropping !== null} onOpenChange={() => setDropping(null)} title={t('calls.secrets.dropTitle')} confirmLabel={t('calls.secrets.drop')} onConfirm={forget}>
        {t('calls.secrets.dropBody', { origin: dropping?.origin ?? '', header: dropping?.header ?? '' })}
      </AlertDialog>
    </section>
  );
}
