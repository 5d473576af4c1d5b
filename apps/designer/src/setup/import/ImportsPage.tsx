import { useQuery } from '@tanstack/react-query';
import { FileUp, RotateCw } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError, useWorkspaceQuery } from '../../api/index.js';
import { useFormat } from '../../format/index.js';
import { PageBody, usePage } from '../../shell/index.js';
import { Badge, Button, EmptyState, ErrorState, LinkButton, ObjectGlyph, PageHeader, Person, Sheet, SimpleTable, SkeletonLines, type BadgeTone } from '../../ui/index.js';
import { useItemKeys } from '../../workspace/bin/use-item-keys.js';
import { importsOptions, type ImportState, type ImportStatus } from './import-queries.js';
import { ImportReport } from './ImportReport.js';
import styles from './Import.module.css';

const tones: Readonly<Record<ImportStatus, BadgeTone>> = { QUEUED: 'neutral', READING: 'info', CHECKING: 'info', READY: 'neutral', WRITING: 'info', DONE: 'success', FAILED: 'danger', CANCELLED: 'warning' };

/** Every import, newest first; each opens its report. */
export function ImportsPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const title = t('shell.setupNav.imports');
  usePage({ title, crumbs: [{ label: title }] });
  const place = useRef<HTMLDivElement>(null);
  useItemKeys(place, 'tbody tr');
  const [open, setOpen] = useState<ImportState | null>(null);
  const { data: imports, isPending, error, refetch } = useQuery(importsOptions);
  const { data: workspace } = useWorkspaceQuery();
  const objectOf = (name: string) => workspace?.objects.find((object) => object.name === name);
  const begin = <LinkButton variant="primary" icon={FileUp} href="/setup/import">{t('importing.new')}</LinkButton>;
  return (
    <PageBody>
      <PageHeader title={title} description={t('importing.history')} actions={begin} />
      {isPending && <SkeletonLines count={6} />}
      {error && <ErrorState message={error.message} reference={error instanceof ApiError ? error.reference : null} onRetry={() => void refetch()} />}
      {imports?.length === 0 && <EmptyState icon={FileUp} title={t('importing.none')} actions={begin}>{t('importing.noneBody')}</EmptyState>}
      {imports && imports.length > 0 && (
        <div ref={place}><SimpleTable label={title} rows={imports} rowKey={({ id }) => id} onOpenRow={setOpen}
          columns={[
            {
              id: 'file', header: t('importing.file.name'),
              render: (one) => <span className={styles['fileCell']}><ObjectGlyph icon={objectOf(one.object)?.icon} hue={objectOf(one.object)?.color} name={one.object} size="small" /><Button size="small" variant="quiet" onPress={() => setOpen(one)}>{one.fileName}</Button></span>,
            },
            { id: 'object', header: t('importing.file.object'), render: ({ object }) => objectOf(object)?.pluralLabel ?? object },
            { id: 'status', header: t('importing.state'), render: ({ status }) => <Badge tone={tones[status]} hasDot>{t(`importing.status.${status}`)}</Badge> },
            { id: 'created', header: t('importing.count.created'), align: 'end', render: ({ created }) => format.number(created) },
            { id: 'updated', header: t('importing.count.updated'), align: 'end', render: ({ updated }) => format.number(updated) },
            { id: 'rejected', header: t('importing.count.rejected'), align: 'end', render: ({ rejected }) => (rejected > 0 ? <Badge tone="danger">{format.number(rejected)}</Badge> : '0') },
            { id: 'by', header: t('importing.by'), render: ({ by }) => by && <Person name={by.name} /> },
            { id: 'started', header: t('importing.started'), align: 'end', render: ({ startedAt }) => format.dateTime(startedAt) },
          ]} /></div>
      )}
      <Sheet isOpen={open !== null} onOpenChange={() => setOpen(null)} title={open?.fileName ?? ''} size="large" description={open && `${objectOf(open.object)?.pluralLabel ?? open.object} · ${format.dateTime(open.startedAt)}`}>
        {open && <ImportReport id={open.id} />}
        {open && <p className={styles['again']}><LinkButton icon={RotateCw} href={`/setup/import?like=${open.id}`}>{t('importing.again')}</LinkButton></p>}
      </Sheet>
    </PageBody>
  );
}
