import { Check, Paperclip, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/index.js';
import { IconButton } from '../../ui/index.js';
import type { ChosenFile } from './use-comment-files.js';
import styles from './Files.module.css';

/** What goes with the comment that is being written. One that has arrived hangs on the record already. */
export function ChosenFiles({ files, onRemove }: { readonly files: readonly ChosenFile[]; readonly onRemove: (key: number) => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (files.length === 0) return null;
  return (
    <ul className={styles['chosen']} aria-label={t('threads.files')}>
      {files.map(({ key, file, part, id }) => {
        const Sign = id === null ? Paperclip : Check;
        return (
          <li key={key} className={styles['file']}>
            <Sign size={13} aria-hidden />
            <span className={styles['name']} title={file.name}>{file.name}</span>
            <span className={styles['size']}>{part === null ? format.bytes(file.size) : format.percent(Math.round(part * 100))}</span>
            {id === null && <IconButton size="small" icon={X} label={t('threads.withoutFile', { name: file.name })} isDisabled={part !== null} onPress={() => onRemove(key)} />}
          </li>
        );
      })}
    </ul>
  );
}
