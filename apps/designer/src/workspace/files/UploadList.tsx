import { FileWarning, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/index.js';
import { IconButton, ProgressBar } from '../../ui/index.js';
import type { Upload, Uploads } from './use-uploads.js';
import styles from './Files.module.css';

/** Files on their way with how far they are, and those that were refused with why. */
export function UploadList({ list, dismiss }: Pick<Uploads, 'list' | 'dismiss'>) {
  const { t } = useTranslation();
  return (
    <>
      {list.length > 0 && <ul className={styles['uploads']} aria-label={t('files.uploading')}>{list.map((upload) => <UploadRow key={upload.key} upload={upload} onDismiss={() => dismiss(upload.key)} />)}</ul>}
      <div role="status" className={styles['announced']}>{list.flatMap(({ name, refusal }) => (refusal === null ? [] : [refusal.includes(name) ? refusal : `${name}: ${refusal}`])).join(' ')}</div>
    </>
  );
}

function UploadRow({ upload: { name, size, part, refusal, isWaiting }, onDismiss }: { readonly upload: Upload; readonly onDismiss: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (refusal !== null) {
    return (
      <li className={styles['refused']}>
        <FileWarning size={16} aria-hidden />
        <span className={styles['refusedWords']}>{!refusal.includes(name) && <strong>{name}</strong>} <span>{refusal}</span></span>
        <IconButton size="small" icon={X} label={t('files.dismiss', { name })} onPress={onDismiss} />
      </li>
    );
  }
  return (
    <li className={styles['upload']}>
      <ProgressBar label={name} value={part * 100} valueLabel={isWaiting ? t('files.waiting') : part >= 1 ? t('files.finishing') : t('files.sent', { part: format.percent(Math.round(part * 100)), size: format.bytes(size) })} />
      <IconButton size="small" icon={X} label={t('files.cancel', { name })} onPress={onDismiss} />
    </li>
  );
}
