import type { PermissionGroupDocument, SetupArea } from '@guanxi/metadata';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../api/index.js';
import { PageBody, usePage } from '../../shell/index.js';
import { AlertDialog, Badge, Button, Checkbox, CodeText, EmptyState, ErrorState, ErrorSummary, FormSection, IconButton, LinkButton, MultiSelect, PageHeader, SearchField, showToast, SkeletonLines } from '../../ui/index.js';
import { isKind } from '../documents/setup-queries.js';
import { useSaveDraft } from '../documents/use-draft-edits.js';
import { StateBadge } from '../documents/StateBadge.js';
import { sayProblem } from '../form/match-problems.js';
import { useLeaveGuard } from '../form/use-leave-guard.js';
import { usersOptions } from '../people/people-queries.js';
import { differencesOfGroups } from './describe-differences.js';
import { GroupMatrix } from './GroupMatrix.js';
import { ReviewDialog } from './ReviewDialog.js';
import { sumLevel } from './sum-sets.js';
import { useAccessDocuments } from './use-access-documents.js';
import styles from './Access.module.css';

export function GroupPage() {
  const { t } = useTranslation();
  const { group: name } = useParams({ strict: false }) as { readonly group: string };
  const { documents, say, isPending, error, refetch } = useAccessDocuments();
  const found = documents.filter(isKind('permission-group')).find((one) => one.name === name);
  const title = found ? say(found.document) : name;
  usePage({ title, crumbs: [{ label: t('shell.setup'), href: '/setup' }, { label: t('shell.setupNav.permissions'), href: '/setup/permissions' }, { label: title }] });
  if (isPending) return <PageBody><PageHeader title={name} /><SkeletonLines count={8} /></PageBody>;
  if (error && documents.length === 0) return <PageBody><ErrorState message={error.message} onRetry={() => void refetch()} /></PageBody>;
  if (!found) return <PageBody><EmptyState kind="no-match" title={t('access.group.unknown', { name })} actions={<LinkButton href="/setup/permissions">{t('setup.sets.back')}</LinkButton>} /></PageBody>;
  return <PageBody><GroupEditor key={name} document={found.document} title={title} state={found.state} /></PageBody>;
}

function GroupEditor({ document, title, state }: { readonly document: PermissionGroupDocument; readonly title: string; readonly state: Parameters<typeof StateBadge>[0]['state'] }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { objects, sets: all, say } = useAccessDocuments();
  const { data: users = [] } = useQuery(usersOptions);
  const { mutateAsync: save, isPending } = useSaveDraft();
  const [edited, setEdited] = useState<PermissionGroupDocument | null>(null);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [search, setSearch] = useState('');
  const [dialog, setDialog] = useState<'review' | 'remove' | null>(null);
  const group = edited ?? document;
  const sets = all.filter(({ name }) => group.sets.includes(name));
  const differences = differencesOfGroups(document, group);
  const guard = useLeaveGuard(differences.length > 0);
  const wanted = search.trim().toLocaleLowerCase();
  const shown = objects.filter(({ name, title: one }) => `${name} ${one}`.toLocaleLowerCase().includes(wanted) && sumLevel(sets, name, 'read') !== 'none');
  const members = users.filter(({ permissionSets }) => permissionSets.includes(document.name)).length;
  const areas = [...new Set(sets.flatMap(({ setup = [] }) => setup))];

  const attempt = async (edit: Parameters<typeof save>[0]) => {
    const found = await save(edit);
    setProblems(found);
    setDialog(null);
    return found.length === 0;
  };
  const submit = async () => {
    if (!await attempt({ documents: [group] })) return;
    setEdited(null);
    showToast({ message: t('access.group.saved'), description: t('setup.sets.savedHint'), tone: 'success' });
  };
  const remove = async () => {
    if (await attempt({ remove: [{ kind: 'permission-group', name: document.name }] })) void navigate({ to: '/setup/permissions', ignoreBlocker: true });
  };
  const mute = (muted: NonNullable<PermissionGroupDocument['muted']>) => {
    const { muted: _before, ...rest } = group;
    const told = { ...(muted.objects && Object.keys(muted.objects).length > 0 && { objects: muted.objects }), ...(muted.setup && muted.setup.length > 0 && { setup: muted.setup }) };
    setEdited({ ...rest, ...(Object.keys(told).length > 0 && { muted: told }) });
  };
  const muteArea = (area: SetupArea, isOn: boolean) => mute({ ...group.muted, setup: isOn ? [...(group.muted?.setup ?? []), area] : (group.muted?.setup ?? []).filter((one) => one !== area) });
  return (
    <>
      <PageHeader title={title} badges={<><StateBadge state={state} />{differences.length > 0 && <Badge tone="warning" hasDot>{t('setup.sets.unsaved')}</Badge>}</>} description={<><CodeText isCopyable>{document.name}</CodeText> · {t('access.group.newHelp')}</>}
        actions={(
          <>
            <IconButton icon={Trash2} label={t('access.group.remove')} onPress={() => setDialog('remove')} />
            <Button isDisabled={differences.length === 0} onPress={() => { setEdited(null); setProblems([]); }}>{t('setup.form.revert')}</Button>
            <Button variant="primary" isDisabled={differences.length === 0 || group.sets.length === 0} isPending={isPending} onPress={() => setDialog('review')}>{t('access.review.title')}</Button>
          </>
        )} />
      {problems.length > 0 && <ErrorSummary title={t('setup.form.refused')} entries={problems.map((problem) => ({ message: sayProblem(problem) }))} />}
      <MultiSelect label={t('access.group.sets')} choices={all.map((one) => ({ value: one.name, label: say(one) }))} value={[...group.sets]} onChange={(names) => setEdited({ ...group, sets: names })} error={group.sets.length === 0 ? t('access.group.noSets') : null} />
      <FormSection title={t('access.group.muting')}>
        <div className={styles['tools']}>
          <div className={styles['search']}><SearchField label={t('access.searchObjects')} value={search} onChange={setSearch} /></div>
          <span className={styles['quiet']}>{t('access.group.mutingHelp')} {t('access.keys')}</span>
        </div>
        {shown.length > 0 ? <GroupMatrix objects={shown} sets={sets} muted={group.muted?.objects ?? {}} published={document.muted?.objects ?? {}} onChange={(muted) => mute({ ...group.muted, objects: muted })} />
          : <EmptyState kind="no-match" title={t('ui.noMatch')} />}
      </FormSection>
      {areas.length > 0 && (
        <FormSection title={t('access.group.setupMuted')}>
          <div className={styles['checks']}>{areas.map((area) => <Checkbox key={area} isSelected={group.muted?.setup?.includes(area) === true} onChange={(isOn) => muteArea(area, isOn)}>{t(`access.areas.${area}`)}</Checkbox>)}</div>
        </FormSection>
      )}
      {dialog === 'review' && (
        <ReviewDialog title={t('access.review.title')} description={t('access.review.body', { name: title, people: t('access.review.people', { count: members }) })} differences={differences} isPending={isPending}
          objectTitle={(name) => objects.find((one) => one.name === name)?.title ?? name} onSave={() => void submit()} onClose={() => setDialog(null)} />
      )}
      <AlertDialog isOpen={dialog === 'remove'} onOpenChange={() => setDialog(null)} title={t('setup.sets.removeTitle', { name: title })} confirmLabel={t('access.group.remove')} isPending={isPending} onConfirm={() => void remove()}>
        {t('setup.sets.removeBody', { count: members })}
      </AlertDialog>
      {guard}
    </>
  );
}
