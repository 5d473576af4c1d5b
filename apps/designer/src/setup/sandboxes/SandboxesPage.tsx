import { useQuery } from '@tanstack/react-query';
import { Ellipsis, FlaskConical } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/index.js';
import { PageBody, usePage } from '../../shell/index.js';
import { AlertDialog, Badge, Button, EmptyState, ErrorState, IconButton, Menu, PageHeader, ProgressBar, showToast, SimpleTable, SkeletonLines, type BadgeTone } from '../../ui/index.js';
import { NewSandboxSheet } from './NewSandboxSheet.js';
import { PromoteSheet } from './PromoteSheet.js';
import { enterSandbox, sandboxesOptions, useRemoveSandbox, type Sandbox, type SandboxState } from './sandbox-queries.js';
import styles from '../apps/Apps.module.css';

const tones: Readonly<Record<SandboxState, BadgeTone>> = { WAITING: 'neutral', COPYING: 'info', READY: 'success', FAILED: 'danger', CANCELLED: 'warning' };

/** Copies of the org to try things in, and the way back with what has proved itself. */
export function SandboxesPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const { data, isPending, error, refetch } = useQuery(sandboxesOptions);
  const [isCreating, setCreating] = useState(false);
  const [promoting, setPromoting] = useState<Sandbox | null>(null);
  const [removing, setRemoving] = useState<Sandbox | null>(null);
  const remove = useRemoveSandbox();
  usePage({ title: t('shell.setupNav.sandboxes'), crumbs: [{ label: t('shell.setup'), href: '/setup' }, { label: t('shell.setupNav.sandboxes') }] });
  const isInside = data?.some(({ current }) => current) ?? false;
  const create = <Button variant="primary" isDisabled={isInside} onPress={() => setCreating(true)}>{t('platform.sandboxes.new')}</Button>;
  const enter = (id: string | null) => void enterSandbox(id).catch((failure: Error) => showToast({ message: failure.message, tone: 'danger' }));
  return (
    <PageBody>
      <PageHeader title={t('shell.setupNav.sandboxes')} description={t('platform.sandboxes.description')} actions={create} />
      {isPending && <SkeletonLines count={5} />}
      {error && !data && <ErrorState message={error.message} onRetry={() => void refetch()} />}
      {data?.length === 0 && <EmptyState icon={FlaskConical} title={t('platform.sandboxes.none')} actions={create}>{t('platform.sandboxes.noneBody')}</EmptyState>}
      {data && data.length > 0 && (
        <SimpleTable label={t('shell.setupNav.sandboxes')} rows={data} rowKey={({ id }) => id} columns={[
          { id: 'name', header: t('platform.sandboxes.name'), render: ({ name, current }) => <>{name} {current && <Badge tone="info">{t('platform.sandboxes.here')}</Badge>}</> },
          { id: 'state', header: t('platform.sandboxes.state'), width: '220px', render: (sandbox) => <SandboxProgress sandbox={sandbox} /> },
          { id: 'copies', header: t('platform.sandboxes.copies'), render: ({ copies, masked }) => <>{t(`platform.sandboxes.copy.${copies}`)}{masked && <> · {t('platform.sandboxes.masked')}</>}</> },
          { id: 'revision', header: t('platform.sandboxes.base'), align: 'end', render: ({ baseRevision }) => format.number(baseRevision) },
          { id: 'created', header: t('platform.sandboxes.createdAt'), render: ({ createdAt }) => <span title={format.dateTime(createdAt)}>{format.relative(createdAt)}</span> },
          { id: 'actions', header: '', align: 'end', render: (sandbox) => (
            <div className={styles['acts']}>
              {sandbox.current ? <Button size="small" onPress={() => enter(null)}>{t('platform.sandboxes.leave')}</Button>
                : <Button size="small" isDisabled={sandbox.state !== 'READY'} onPress={() => enter(sandbox.id)}>{t('platform.sandboxes.enter')}</Button>}
              <Menu label={t('platform.sandboxes.actions', { name: sandbox.name })} placement="bottom end" trigger={<IconButton icon={Ellipsis} label={t('platform.sandboxes.actions', { name: sandbox.name })} />} groups={[
                { id: 'work', items: [{ id: 'promote', label: t('platform.sandboxes.promoteMore'), isDisabled: sandbox.state !== 'READY', onAction: () => setPromoting(sandbox) }] },
                { id: 'remove', items: [{ id: 'remove', label: t('platform.sandboxes.remove'), tone: 'danger', isDisabled: sandbox.current, onAction: () => setRemoving(sandbox) }] },
              ]} />
            </div>
          ) },
        ]} />
      )}
      {isCreating && <NewSandboxSheet onClose={() => setCreating(false)} />}
      {promoting && <PromoteSheet sandbox={promoting} onClose={() => setPromoting(null)} />}
      <AlertDialog isOpen={removing !== null} onOpenChange={() => setRemoving(null)} title={t('platform.sandboxes.removeTitle', { name: removing?.name ?? '' })} confirmLabel={t('platform.sandboxes.remove')} isPending={remove.isPending}
        onConfirm={() => { if (removing) remove.mutate(removing.id, { onSuccess: () => { setRemoving(null); showToast({ message: t('platform.sandboxes.removed') }); }, onError: (failure) => showToast({ message: failure.message, tone: 'danger' }) }); }}>
        {t('platform.sandboxes.removeBody')}
      </AlertDialog>
    </PageBody>
  );
}

function SandboxProgress({ sandbox: { state, rowsCopied, rowsTotal, error } }: { readonly sandbox: Sandbox }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (state === 'COPYING') {
    const words = t('platform.sandboxes.rows', { count: rowsCopied, number: format.number(rowsCopied) });
    return rowsTotal === null ? <ProgressBar label={words} /> : <ProgressBar label={words} value={rowsCopied} max={Math.max(rowsTotal, 1)} />;
  }
  return <span title={error ?? undefined}><Badge tone={tones[state]} hasDot>{t(`platform.sandboxes.states.${state}`)}</Badge></span>;
}
