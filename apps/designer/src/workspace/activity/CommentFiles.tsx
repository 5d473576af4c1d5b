import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/index.js';
import { PlainButton } from '../../ui/index.js';
import { filesByIdOptions } from '../files/attached-file.js';
import { FileSign } from '../files/FileSign.js';
import { useFileWork } from '../files/use-file-work.js';
import styles from './Files.module.css';

/** The files that came with a comment; one that was removed since is left out. */
export function CommentFiles({ ids }: { readonly ids: readonly string[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { data: files = [] } = useQuery(filesByIdOptions(ids));
  const [first] = files;
  const { actions, overlays } = useFileWork(first?.object != null && first.recordId !== null ? { object: first.object, recordId: first.recordId } : null, files);
  if (!first) return null;
  return (
    <>
      <ul className={styles['sent']} aria-label={t('threads.files')}>
        {files.map((file) => (
          <li key={file.id}>
            <PlainButton className={styles['file'] ?? ''} onPress={() => actions.preview(file)}>
              <FileSign file={file} size="small" /><span className={styles['name']} title={file.name}>{file.name}</span> <span className={styles['size']}>{format.bytes(file.size)}</span>
            </PlainButton>
          </li>
        ))}
      </ul>
      {overlays}
    </>
  );
}
