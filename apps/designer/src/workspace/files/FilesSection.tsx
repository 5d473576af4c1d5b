import { useInfiniteQuery } from '@tanstack/react-query';
import { Paperclip, Upload } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../../api/index.js';
import { Button, CountBadge, SkeletonLines } from '../../ui/index.js';
import { recordFilesOptions } from './attached-file.js';
import { DropArea } from './DropArea.js';
import { FileGrid } from './FileGrid.js';
import { FileTable } from './FileTable.js';
import { UploadList } from './UploadList.js';
import { useFileWork } from './use-file-work.js';
import { useFilesView, ViewChoice } from './ViewChoice.js';
import styles from './Files.module.css';

interface FilesSectionProps {
  readonly object: string;
  readonly recordId: string;
  readonly mayChange: boolean;
}

/** The files of a record. More are dropped anywhere on it, or chosen. */
export function FilesSection({ object, recordId, mayChange }: FilesSectionProps) {
  const { t } = useTranslation();
  const [view, setView] = useFilesView();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(recordFilesOptions(object, recordId));
  const files = data?.pages.flatMap((page) => page.attachments) ?? [];
  const { actions, uploads, pick, overlays } = useFileWork({ object, recordId }, files);
  const title = t('files.title');
  return (
    <DropArea className={styles['sectionArea']} isDisabled={!mayChange} onFiles={(dropped) => uploads.add(dropped)}>
      <section className={styles['section']} aria-label={title}>
        <div className={styles['sectionHead']}>
          <Paperclip size={15} aria-hidden className={styles['sectionSign']} />
          <h2 className={styles['sectionTitle']}>{title}</h2>
          {files.length > 0 && !hasNextPage && <CountBadge count={files.length} />}
          <span className={styles['space']} />
          {files.length > 0 && <ViewChoice view={view} onChange={setView} />}
          {mayChange && <Button variant="quiet" size="small" icon={Upload} onPress={pick}>{t('files.upload')}</Button>}
        </div>
        <UploadList list={uploads.list} dismiss={uploads.dismiss} />
        {error && <p role="alert" className={styles['sectionNote']}>{error instanceof ApiError ? error.message : t('ui.error.unknown')} <Button size="small" variant="quiet" onPress={() => void refetch()}>{t('ui.retry')}</Button></p>}
        {!data && !error && <SkeletonLines count={2} />}
        {data && files.length === 0 && uploads.list.length === 0 && (mayChange
          ? <div className={styles['dropHere']}><Upload size={16} aria-hidden /><span>{t('files.drop')}</span></div>
          : <p className={styles['sectionNote']}>{t('files.none')}</p>)}
        {files.length > 0 && (view === 'grid' ? <FileGrid files={files} actions={actions} label={title} /> : <FileTable files={files} actions={actions} label={title} />)}
        {hasNextPage && <div className={styles['more']}><Button size="small" isPending={isFetchingNextPage} onPress={() => void fetchNextPage()}>{t('files.more')}</Button></div>}
        {overlays}
      </section>
    </DropArea>
  );
}
