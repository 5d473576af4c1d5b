import { useQuery } from '@tanstack/react-query';
import { Download, Eye, FileUp, RotateCcw } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../../api/index.js';
import { useFormat } from '../../format/index.js';
import { Badge, Button, classNames, ErrorState, IconButton, Sheet, showToast, SkeletonLines } from '../../ui/index.js';
import { afterFileChange, fileVersionsOptions, makeVersionCurrent, type AttachedFile, type FileVersion } from './attached-file.js';
import { downloadFile } from './download-file.js';
import { FileSign } from './FileSign.js';
import styles from './Files.module.css';

interface FileVersionsProps {
  readonly file: AttachedFile;
  readonly onClose: () => void;
  readonly onReplace: () => void;
  readonly onShow: (version: number) => void;
}

/** Every content that a file has had, the latest first. Any of them can be the current one. */
export function FileVersions({ file, onClose, onReplace, onShow }: FileVersionsProps) {
  const { t } = useTranslation();
  const { data: versions, error, refetch } = useQuery(fileVersionsOptions(file.id));
  const [pending, setPending] = useState<number | null>(null);
  const current = versions?.find(({ isCurrent }) => isCurrent)?.number;

  const makeCurrent = async (number: number, isUndo = false) => {
    setPending(number);
    try {
      await makeVersionCurrent(file.id, number);
      await afterFileChange(file);
      const before = current;
      showToast({ message: t('files.versions.made', { number }), ...(!isUndo && before !== undefined && { onUndo: () => void makeCurrent(before, true) }) });
    } catch (failure) {
      showToast({ tone: 'danger', message: failure instanceof ApiError ? failure.message : String(failure) });
    }
    setPending(null);
  };
  return (
    <Sheet isOpen onOpenChange={(isOpen) => { if (!isOpen) onClose(); }} title={t('files.versions.title')} description={file.name} glyph={<FileSign file={file} size="small" />}
      {...(file.canChange && { headerActions: <Button size="small" icon={FileUp} onPress={onReplace}>{t('files.replace')}</Button> })}>
      {error && <ErrorState message={error.message} reference={error instanceof ApiError ? error.reference : null} onRetry={() => void refetch()} />}
      {!versions && !error && <SkeletonLines count={4} />}
      <ol className={styles['versions']}>
        {versions?.map((version) => (
          <VersionRow key={version.number} version={version} file={file} isPending={pending === version.number} onShow={() => onShow(version.number)}
            {...(file.canChange && !version.isCurrent && { onMakeCurrent: () => void makeCurrent(version.number) })} />
        ))}
      </ol>
    </Sheet>
  );
}

interface VersionRowProps {
  readonly version: FileVersion;
  readonly file: AttachedFile;
  readonly isPending: boolean;
  readonly onShow: () => void;
  readonly onMakeCurrent?: () => void;
}

function VersionRow({ version: { number, size, at, note, uploadedBy, isCurrent, url }, file, isPending, onShow, onMakeCurrent }: VersionRowProps) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <li className={classNames(styles['version'], isCurrent && styles['isCurrent'])}>
      <div className={styles['versionWords']}>
        <p className={styles['versionTitle']}>{t('files.versions.number', { number })}{isCurrent && <Badge tone="accent">{t('files.versions.current')}</Badge>}</p>
        <p className={styles['quiet']}>{uploadedBy && `${uploadedBy.name} · `}<time dateTime={at} title={format.dateTime(at)}>{format.relative(at)}</time> · {format.bytes(size)}</p>
        {note !== null && <p className={styles['note']}>{note}</p>}
      </div>
      {onMakeCurrent && <Button size="small" variant="quiet" icon={RotateCcw} isPending={isPending} onPress={onMakeCurrent}>{t('files.versions.makeCurrent')}</Button>}
      <IconButton size="small" icon={Eye} label={t('files.versions.show', { number })} onPress={onShow} />
      <IconButton size="small" icon={Download} label={t('files.versions.download', { number })} onPress={() => downloadFile(url, file.name)} />
    </li>
  );
}
