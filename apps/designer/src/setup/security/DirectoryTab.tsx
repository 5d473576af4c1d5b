import { useQuery } from '@tanstack/react-query';
import { Ellipsis, KeyRound, Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../../api/index.js';
import { useFormat } from '../../format/index.js';
import { AlertDialog, Badge, Button, CodeText, EmptyState, ErrorState, IconButton, Menu, MultiSelect, showToast, SimpleTable, SkeletonLines } from '../../ui/index.js';
import { SecretDialog } from '../connect/SecretDialog.js';
import { permissionSetsOptions } from '../people/people-queries.js';
import { MappingEditor } from './MappingEditor.js';
import { NewTokenDialog } from './NewTokenDialog.js';
import { directoryOptions, useRevokeToken, useRotateToken, useSaveDirectory, type DirectorySettings, type ScimToken } from './security-queries.js';
import styles from './Security.module.css';

/** Users and groups that come from a directory by SCIM: where it sends them, with which token, and what its groups give. */
export function DirectoryTab() {
  const { t } = useTranslation();
  const { data, isPending, error, refetch } = useQuery(directoryOptions);
  if (isPending) return <SkeletonLines count={5} />;
  if (!data) return <ErrorState message={error?.message ?? ''} onRetry={() => void refetch()} />;
  return (
    <section className={styles['section']} aria-label={t('security.tabs.directory')}>
      <p className={styles['words']}>{t('security.directory.body')}</p>
      <CodeText isBlock isCopyable>{data.scimSettings.address}</CodeText>
      <Tokens tokens={data.scimTokens} />
      <Rights key={JSON.stringify(data.scimSettings)} settings={data.scimSettings} />
    </section>
  );
}

function Tokens({ tokens }: { readonly tokens: readonly ScimToken[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [isAdding, setAdding] = useState(false);
  const [revoking, setRevoking] = useState<ScimToken | null>(null);
  const [rotate, revoke] = [useRotateToken(), useRevokeToken()];
  const fail = (failure: Error) => showToast({ message: failure.message, tone: 'danger' });
  const add = <Button icon={Plus} onPress={() => setAdding(true)}>{t('security.directory.newToken')}</Button>;
  return (
    <>
      {tokens.length === 0
        ? <EmptyState icon={KeyRound} title={t('security.directory.noToken')} actions={add}>{t('security.directory.noTokenBody')}</EmptyState>
        : <>
            <SimpleTable label={t('security.directory.tokens')} rows={tokens} rowKey={({ id }) => id} columns={[
              { id: 'name', header: t('security.directory.tokenName'), render: ({ name }) => name },
              { id: 'used', header: t('security.keys.lastUsed'), render: ({ lastUsedAt }) => (lastUsedAt === null ? t('security.keys.never') : <span title={format.dateTime(lastUsedAt)}>{format.relative(lastUsedAt)}</span>) },
              { id: 'expires', header: t('security.keys.expires'), render: ({ expiresAt }) => (expiresAt === null ? t('security.keys.noEnd') : <Badge tone={Date.parse(expiresAt) < Date.now() ? 'danger' : 'neutral'}>{format.date(expiresAt.slice(0, 10))}</Badge>) },
              { id: 'acts', header: '', width: '48px', align: 'end', render: (token) => (
                <Menu label={t('security.directory.acts', { name: token.name })} trigger={<IconButton size="small" icon={Ellipsis} label={t('security.directory.acts', { name: token.name })} />} groups={[{ id: 'acts', items: [
                  { id: 'rotate', label: t('security.directory.rotate'), onAction: () => rotate.mutate(token.id, { onError: fail }) },
                  { id: 'revoke', label: t('security.directory.revoke'), tone: 'danger', onAction: () => setRevoking(token) },
                ] }]} />
              ) },
            ]} />
            <div>{add}</div>
          </>}
      {isAdding && <NewTokenDialog onClose={() => setAdding(false)} />}
      {rotate.data !== undefined && <SecretDialog title={t('security.directory.onceTitle')} body={t('security.directory.rotatedBody')} secret={rotate.data} onClose={() => rotate.reset()} />}
      {revoking && <AlertDialog isOpen onOpenChange={() => setRevoking(null)} title={t('security.directory.revokeTitle', { name: revoking.name })} confirmLabel={t('security.directory.revoke')} isPending={revoke.isPending} onConfirm={() => revoke.mutate(revoking.id, { onError: fail, onSettled: () => setRevoking(null) })}>{t('security.directory.revokeBody')}</AlertDialog>}
    </>
  );
}

function Rights({ settings }: { readonly settings: DirectorySettings }) {
  const { t } = useTranslation();
  const [sets, setSets] = useState(settings.defaultPermissionSets);
  const [mappings, setMappings] = useState(settings.mappings);
  const [problem, setProblem] = useState<string | null>(null);
  const { data: known = [] } = useQuery(permissionSetsOptions);
  const save = useSaveDirectory();
  const isDirty = JSON.stringify([sets, mappings]) !== JSON.stringify([settings.defaultPermissionSets, settings.mappings]);
  const submit = () => save.mutate({ defaultPermissionSets: sets, mappings }, {
    onSuccess: () => { setProblem(null); showToast({ message: t('security.directory.saved'), tone: 'success' }); },
    onError: (error) => setProblem(error instanceof ApiError && error.problems.length > 0 ? error.problems.map(({ message }) => message).join(' ') : error.message),
  });
  return (
    <form className={styles['form']} noValidate onSubmit={(event) => { event.preventDefault(); submit(); }}>
      <MultiSelect label={t('security.directory.defaultSets')} value={sets} onChange={setSets} choices={known.map(({ name, title }) => ({ value: name, label: title }))} help={t('security.directory.defaultSetsHelp')} />
      {settings.groups.length > 0 && <p className={styles['words']}>{t('security.directory.groups')} <span className={styles['badges']}>{settings.groups.map((group) => <Badge key={group}>{group}</Badge>)}</span></p>}
      <MappingEditor mappings={mappings} onChange={setMappings} error={problem} />
      <div className={styles['buttons']}><Button type="submit" variant="primary" isDisabled={!isDirty} isPending={save.isPending}>{t('ui.save')}</Button></div>
    </form>
  );
}
