import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/index.js';
import { Badge, PlainButton } from '../../ui/index.js';
import type { AttachedFile } from './attached-file.js';
import { FileMenu, type FileActions } from './FileMenu.js';
import { FileSign } from './FileSign.js';
import { useFileKeys } from './use-file-keys.js';
import styles from './Files.module.css';

interface FileGridProps {
  readonly files: readonly AttachedFile[];
  readonly actions: FileActions;
  readonly label: string;
}

/** Files as tiles. */
export function FileGrid({ files, actions, label }: FileGridProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { current, onFocus, onKeyDown } = useFileKeys(files, actions);
  return (
    <ul className={styles['grid']} aria-label={label} onKeyDown={onKeyDown}>
      {files.map((file) => (
        <li key={file.id} className={styles['tile']}>
          <PlainButton className={styles['tileButton'] ?? ''} data-file={file.id} excludeFromTabOrder={file.id !== current} onFocus={() => onFocus(file.id)} onPress={() => actions.preview(file)}>
            <FileSign file={file} size="tile" />
            <span className={styles['tileName']} title={file.name}>{file.name}</span>
            <span className={styles['tileNote']}>
              {format.bytes(file.size)} · {format.relative(file.changedAt)}
            </span>
          </PlainButton>
          {file.versions > 1 && <span className={styles['tileVersion']}><Badge>{t('files.versions.short', { number: file.version })}</Badge></span>}
          <span className={styles['tileMenu']}><FileMenu file={file} actions={actions} isInTabOrder={file.id === current} /></span>
        </li>
      ))}
    </ul>
  );
}
