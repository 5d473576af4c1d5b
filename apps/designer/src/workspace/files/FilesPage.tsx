import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Upload } from 'lucide-react';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError, useWorkspaceQuery } from '../../api/index.js';
import { useFormat } from '../../format/index.js';
import { PageBody, usePage } from '../../shell/index.js';
import { Button, EmptyState, ErrorState, PageHeader, SearchField, SegmentedControl, Select, SkeletonLines } from '../../ui/index.js';
import { filesByIdOptions, myFilesOptions, uploadLimitsOptions, type FileOrder } from './attached-file.js';
import { DropArea } from './DropArea.js';
import { FileGrid } from './FileGrid.js';
import { FileTable } from './FileTable.js';
import { readRecentFiles } from './recent-files.js';
import { UploadList } from './UploadList.js';
import { useFileWork } from './use-file-work.js';
import { useFilesView, ViewChoice } from './ViewChoice.js';
import { writeLimit } from './write-limit.js';
import styles from './Files.module.css';

const shownParts = ['all', 'own', 'records', 'recent', 'removed'] as const;
type Part = (typeof shownParts)[number];
const scopes = { all: 'ALL', own: 'OWN', records: 'RECORDS', recent: 'ALL', removed: 'ALL' } as const;
const orders: readonly FileOrder[] = ['CHANGED', 'NAME', 'SIZE'];

/** One's own files, and those of all records that one may read. What is dropped here becomes one's own. */
export function FilesPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const title = t('files.title');
  usePage({ title, crumbs: [{ label: title }] });
  const [part, setPart] = useState<Part>('all');
  const [text, setText] = useState('');
  const [order, setOrder] = useState<FileOrder>('CHANGED');
  const [view, setView] = useFilesView();
  const { data: limits } = useQuery(uploadLimitsOptions);
  const { data: workspace } = useWorkspaceQuery();
  const { files, error, isPending, isStale, retry, more } = useListed(part, useDeferredValue(text.trim()), order);
  const { actions, uploads, pick, overlays } = useFileWork(null, files);
  return (
    <DropArea className={styles['page']} onFiles={(dropped) => uploads.add(dropped)}>
      <PageBody>
        <PageHeader title={title} description={t('files.about', { limit: limits ? writeLimit(limits, format) : '…' })} actions={<Button variant="primary" icon={Upload} onPress={pick}>{t('files.upload')}</Button>} />
        <div className={styles['bar']}>
          <SegmentedControl<Part> label={t('files.show')} value={part} onChange={setPart} segments={shownParts.map((value) => ({ value, label: t(`files.scope.${value}`) }))} />
          <span className={styles['space']} />
          {part !== 'recent' && <div className={styles['search']}><SearchField label={t('files.search')} value={text} onChange={setText} /></div>}
          {part !== 'recent' && <div className={styles['order']}><Select label={t('files.order.label')} hideLabel value={order} onChange={(next) => setOrder(orders.find((known) => known === next) ?? 'CHANGED')} choices={orders.map((value) => ({ value, label: t(`files.order.${value}`) }))} /></div>}
          <ViewChoice view={view} onChange={setView} />
        </div>
        <UploadList list={uploads.list} dismiss={uploads.dismiss} />
        {isPending && <SkeletonLines count={8} />}
        {error && <ErrorState message={error.message} reference={error instanceof ApiError ? error.reference : null} onRetry={retry} />}
        {!isPending && !error && files.length === 0 && (text.trim() !== '' && part !== 'recent'
          ? <EmptyState kind="no-match" title={t('files.noMatch', { text: text.trim() })} actions={<Button onPress={() => setText('')}>{t('ui.clear')}</Button>} />
          : <EmptyState icon={Upload} title={t(`files.empty.${part}`)} {...(part !== 'removed' && { actions: <Button variant="primary" icon={Upload} onPress={pick}>{t('files.upload')}</Button> })}>{t(`files.emptyBody.${part}`)}</EmptyState>)}
        <div className={isStale ? styles['stale'] : undefined}>
          {files.length > 0 && (view === 'grid' ? <FileGrid files={files} actions={actions} label={title} /> : <FileTable files={files} actions={actions} label={title} workspace={workspace} />)}
        </div>
        {more && <div className={styles['more']}><Button isPending={more.isPending} onPress={more.load}>{t('files.more')}</Button></div>}
        {overlays}
      </PageBody>
    </DropArea>
  );
}

function useListed(part: Part, search: string, order: FileOrder) {
  const isRecent = part === 'recent';
  const listed = useInfiniteQuery({ ...myFilesOptions({ scope: scopes[part], order, search, isRemoved: part === 'removed' }), enabled: !isRecent, placeholderData: (before) => before });
  const recent = useQuery({ ...filesByIdOptions(isRecent ? readRecentFiles() : []), enabled: isRecent });
  const { error, isPending, refetch } = isRecent ? recent : listed;
  return {
    files: isRecent ? (recent.data ?? []) : (listed.data?.pages.flatMap((page) => page.attachments) ?? []),
    error, isPending, isStale: !isRecent && listed.isPlaceholderData,
    retry: () => void refetch(),
    more: !isRecent && listed.hasNextPage ? { isPending: listed.isFetchingNextPage, load: () => void listed.fetchNextPage() } : null,
  };
}
