import { translate, type ObjectPermission, type PermissionDocument } from '@guanxi/metadata';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { Trash2 } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../api/index.js';
import { PageBody, usePage } from '../../shell/index.js';
import { AlertDialog, Badge, Button, Checkbox, CodeText, EmptyState, ErrorState, ErrorSummary, IconButton, LinkButton, PageHeader, SearchField, showToast, SkeletonLines, useShortcut } from '../../ui/index.js';
import { draftedDocuments, isKind } from '../documents/setup-queries.js';
import { StateBadge } from '../documents/StateBadge.js';
import { titleOf } from '../documents/use-object-title.js';
import { useSaveDraft } from '../documents/use-draft-edits.js';
import { sayProblem } from '../form/match-problems.js';
import { useLeaveGuard } from '../form/use-leave-guard.js';
import { usersOptions } from '../people/people-queries.js';
import { RightsMatrix } from './RightsMatrix.js';
import { isGranted } from './rights.js';
import styles from './Access.module.css';

export function PermissionSetPage() {
  const { t, i18n } = useTranslation();
  const { set: name } = useParams({ strict: false }) as { readonly set: string };
  const { data, isPending, error, refetch } = useQuery(draftedDocuments);
  const found = data?.filter(isKind('permissions')).find((one) => one.name === name);
  const title = found ? translate(found.document.title, found.document.titles, i18n.language) : name;
  usePage({ title, crumbs: [{ label: t('shell.setup'), href: '/setup' }, { label: t('shell.setupNav.permissions'), href: '/setup/permissions' }, { label: title }] });
  if (isPending) return <PageBody><PageHeader title={name} /><SkeletonLines count={8} /></PageBody>;
  if (error && !data) return <PageBody><ErrorState message={error.message} onRetry={() => void refetch()} /></PageBody>;
  if (!found) return <PageBody><EmptyState kind="no-match" title={t('setup.sets.unknown', { name })} actions={<LinkButton href="/setup/permissions">{t('setup.sets.back')}</LinkButton>} /></PageBody>;
  return <PageBody><SetEditor key={name} document={found.document} title={title} badge={<StateBadge state={found.state} />} /></PageBody>;
}

function SetEditor({ document, title, badge }: { readonly document: PermissionDocument; readonly title: string; readonly badge: ReactNode }) {
  const { t, i18n } = useTranslation();
  const navigate = useNavigate();
  const { data = [] } = useQuery(draftedDocuments);
  const { data: users = [] } = useQuery(usersOptions);
  const { mutateAsync: save, isPending } = useSaveDraft();
  const [edited, setEdited] = useState<Readonly<Record<string, ObjectPermission>> | null>(null);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [search, setSearch] = useState('');
  const [isOnlyGranted, setOnlyGranted] = useState(false);
  const [isRemoving, setRemoving] = useState(false);
  const guard = useLeaveGuard(edited !== null);
  const grants = edited ?? document.objects;
  const objects = [
    ...data.filter(isKind('object')).filter(({ state }) => state !== 'REMOVED').map(({ name, document: one }) => ({ name, title: titleOf(one, i18n.language), document: one })),
    { name: 'User', title: t('setup.kind.user.label'), document: null },
  ].sort((left, right) => Number(left.document === null) - Number(right.document === null) || left.title.localeCompare(right.title, i18n.language));
  const wanted = search.trim().toLocaleLowerCase();
  const shown = objects.filter((one) => `${one.name} ${one.title}`.toLocaleLowerCase().includes(wanted) && (!isOnlyGranted || isGranted(grants[one.name])));
  const members = users.filter(({ permissionSets }) => permissionSets.includes(document.name)).length;

  const attempt = async (edit: Parameters<typeof save>[0]) => {
    const found = await save(edit).catch((error: Error): readonly Problem[] => [{ path: '', code: 'failed', message: error.message }]);
    setProblems(found);
    return found.length === 0;
  };
  const submit = async () => {
    if (!edited) return;
    const granted = Object.fromEntries(Object.entries(edited).filter(([, permission]) => isGranted(permission)));
    if (!await attempt({ documents: [{ ...document, objects: granted }] })) return;
    setEdited(null);
    showToast({ message: t('setup.sets.saved'), description: t('setup.sets.savedHint'), tone: 'success' });
  };
  const remove = async () => {
    const isDone = await attempt({ remove: [{ kind: 'permissions', name: document.name }] });
    setRemoving(false);
    if (isDone) void navigate({ to: '/setup/permissions', ignoreBlocker: true });
  };
  useShortcut({ keys: 'mod+s', label: t('ui.save'), section: t('shell.setup'), isDisabled: edited === null, worksWhileTyping: true, run: () => void submit() });
  return (
    <>
      <PageHeader title={title} badges={<>{badge}{edited && <Badge tone="warning" hasDot>{t('setup.sets.unsaved')}</Badge>}</>} description={<><CodeText isCopyable>{document.name}</CodeText> · {t('setup.sets.legend')}</>}
        actions={(
          <>
            <IconButton icon={Trash2} label={t('setup.sets.remove')} onPress={() => setRemoving(true)} />
            <Button isDisabled={edited === null} onPress={() => { setEdited(null); setProblems([]); }}>{t('setup.form.revert')}</Button>
            <Button variant="primary" isDisabled={edited === null} isPending={isPending} onPress={() => void submit()}>{t('ui.save')}</Button>
          </>
        )} />
      {problems.length > 0 && <ErrorSummary title={t('setup.form.refused')} entries={problems.map((problem) => ({ message: sayProblem(problem) }))} />}
      <div className={styles['tools']}>
        <div className={styles['search']}><SearchField label={t('setup.sets.search')} value={search} onChange={setSearch} /></div>
        <Checkbox isSelected={isOnlyGranted} onChange={setOnlyGranted}>{t('setup.sets.onlyGranted')}</Checkbox>
      </div>
      {shown.length === 0 ? <EmptyState kind="no-match" title={t('ui.noMatch')} actions={<Button onPress={() => { setSearch(''); setOnlyGranted(false); }}>{t('ui.clearFilters')}</Button>} />
        : <RightsMatrix objects={shown} grants={grants} onChange={(object, permission) => setEdited({ ...grants, [object]: permission })} />}
      <AlertDialog isOpen={isRemoving} onOpenChange={setRemoving} title={t('setup.sets.removeTitle', { name: title })} confirmLabel={t('setup.sets.remove')} isPending={isPending} onConfirm={() => void remove()}>
        {t('setup.sets.removeBody', { count: members })}
      </AlertDialog>
      {guard}
    </>
  );
}
