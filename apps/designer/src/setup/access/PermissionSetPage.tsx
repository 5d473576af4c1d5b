import type { PermissionDocument } from '@guanxi/metadata';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { Trash2 } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../api/index.js';
import { PageBody, usePage } from '../../shell/index.js';
import { AlertDialog, Badge, Button, Checkbox, CodeText, EmptyState, ErrorState, ErrorSummary, IconButton, LinkButton, Notice, PageHeader, SearchField, showToast, SkeletonLines, useShortcut } from '../../ui/index.js';
import { isKind } from '../documents/setup-queries.js';
import { StateBadge } from '../documents/StateBadge.js';
import { useSaveDraft } from '../documents/use-draft-edits.js';
import { sayProblem } from '../form/match-problems.js';
import { useLeaveGuard } from '../form/use-leave-guard.js';
import { usersOptions } from '../people/people-queries.js';
import { differencesOfSets, type Difference } from './describe-differences.js';
import { ReviewDialog } from './ReviewDialog.js';
import { isGranted } from './rights.js';
import { SetMatrix } from './SetMatrix.js';
import { SetSections, type Given } from './SetSections.js';
import { useAccessDocuments } from './use-access-documents.js';
import styles from './Access.module.css';

export function PermissionSetPage() {
  const { t } = useTranslation();
  const { set: name } = useParams({ strict: false }) as { readonly set: string };
  const { documents, say, isPending, error, refetch } = useAccessDocuments();
  const found = documents.filter(isKind('permissions')).find((one) => one.name === name);
  const title = found ? say(found.document) : name;
  usePage({ title, crumbs: [{ label: t('shell.setup'), href: '/setup' }, { label: t('shell.setupNav.permissions'), href: '/setup/permissions' }, { label: title }] });
  if (isPending) return <PageBody><PageHeader title={name} /><SkeletonLines count={8} /></PageBody>;
  if (error && documents.length === 0) return <PageBody><ErrorState message={error.message} onRetry={() => void refetch()} /></PageBody>;
  if (!found) return <PageBody><EmptyState kind="no-match" title={t('setup.sets.unknown', { name })} actions={<LinkButton href="/setup/permissions">{t('setup.sets.back')}</LinkButton>} /></PageBody>;
  return <PageBody><SetEditor key={name} document={found.document} title={title} badge={<StateBadge state={found.state} />} /></PageBody>;
}

function SetEditor({ document, title, badge }: { readonly document: PermissionDocument; readonly title: string; readonly badge: ReactNode }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { objects, apps, actions, say } = useAccessDocuments();
  const { data: users = [] } = useQuery(usersOptions);
  const { mutateAsync: save, isPending } = useSaveDraft();
  const [edited, setEdited] = useState<PermissionDocument | null>(null);
  const [given, setGiven] = useState<readonly Given[]>([]);
  const [implied, setImplied] = useState<readonly string[]>([]);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [search, setSearch] = useState('');
  const [only, setOnly] = useState<'granted' | 'changed' | null>(null);
  const [dialog, setDialog] = useState<'review' | 'remove' | null>(null);
  const set = edited ?? document;
  const differences = [...differencesOfSets(document, set), ...given.map((one): Difference => ({ key: one.permissionSets?.includes(document.name) === true ? 'appOn' : 'appOff', name: say(one) }))];
  const isChanged = differences.length > 0;
  const guard = useLeaveGuard(isChanged);
  const wanted = search.trim().toLocaleLowerCase();
  const isShown = (name: string) => only === null || (only === 'granted' ? isGranted(set.objects[name]) : JSON.stringify(set.objects[name] ?? {}) !== JSON.stringify(document.objects[name] ?? {}));
  const shown = objects.filter(({ name, title: one }) => `${name} ${one}`.toLocaleLowerCase().includes(wanted) && isShown(name));
  const members = users.filter(({ permissionSets }) => permissionSets.includes(document.name)).length;
  const put = <Kept extends Given>(all: readonly Kept[]) => all.map((one) => given.find(({ guanxi }) => guanxi.id === one.guanxi.id) as Kept | undefined ?? one);

  const attempt = async (edit: Parameters<typeof save>[0]) => {
    const found = await save(edit);
    setProblems(found);
    setDialog(null);
    return found.length === 0;
  };
  const revert = () => { setEdited(null); setGiven([]); setImplied([]); };
  const submit = async () => {
    const granted = Object.fromEntries(Object.entries(set.objects).filter(([, permission]) => isGranted(permission)));
    if (!await attempt({ documents: [{ ...set, objects: granted }, ...given] })) return;
    revert();
    showToast({ message: t('setup.sets.saved'), description: t('setup.sets.savedHint'), tone: 'success' });
  };
  const remove = async () => {
    if (await attempt({ remove: [{ kind: 'permissions', name: document.name }] })) void navigate({ to: '/setup/permissions', ignoreBlocker: true });
  };
  useShortcut({ keys: 'mod+s', label: t('ui.save'), section: t('shell.setup'), isDisabled: !isChanged, worksWhileTyping: true, run: () => setDialog('review') });
  return (
    <>
      <PageHeader title={title} badges={<>{badge}{isChanged && <Badge tone="warning" hasDot>{t('setup.sets.unsaved')}</Badge>}</>} description={<><CodeText isCopyable>{document.name}</CodeText> · {t('access.scopeHelp')}</>}
        actions={(
          <>
            <IconButton icon={Trash2} label={t('setup.sets.remove')} onPress={() => setDialog('remove')} />
            <Button isDisabled={!isChanged} onPress={() => { revert(); setProblems([]); }}>{t('setup.form.revert')}</Button>
            <Button variant="primary" isDisabled={!isChanged} isPending={isPending} onPress={() => setDialog('review')}>{t('access.review.title')}</Button>
          </>
        )} />
      {problems.length > 0 && <ErrorSummary title={t('setup.form.refused')} entries={problems.map((problem) => ({ message: sayProblem(problem) }))} />}
      <div className={styles['tools']}>
        <div className={styles['search']}><SearchField label={t('access.searchObjects')} value={search} onChange={setSearch} /></div>
        <Checkbox isSelected={only === 'granted'} onChange={(isOn) => setOnly(isOn ? 'granted' : null)}>{t('access.grantedOnly')}</Checkbox>
        <Checkbox isSelected={only === 'changed'} onChange={(isOn) => setOnly(isOn ? 'changed' : null)}>{t('access.changedOnly')}</Checkbox>
        <span className={styles['quiet']}>{t('access.keys')}</span>
      </div>
      <div role="status">{implied.length > 0 && <Notice tone="info">{implied.slice(0, 4).map((sentence) => <p key={sentence} className={styles['implied']}>{sentence}</p>)}</Notice>}</div>
      {shown.length === 0 ? <EmptyState kind="no-match" title={t('ui.noMatch')} actions={<Button onPress={() => { setSearch(''); setOnly(null); }}>{t('ui.clearFilters')}</Button>} />
        : <SetMatrix objects={shown} published={document} set={set} onChange={(granted, said) => { setEdited({ ...set, objects: granted }); setImplied(said); }} />}
      <SetSections set={set} objects={objects} apps={put(apps)} actions={put(actions)} say={say} onChange={setEdited} onGiven={(one) => setGiven([...given.filter(({ guanxi }) => guanxi.id !== one.guanxi.id), one])} />
      {dialog === 'review' && isChanged && (
        <ReviewDialog title={t('access.review.title')} description={t('access.review.body', { name: title, people: t('access.review.people', { count: members }) })} differences={differences} isPending={isPending}
          objectTitle={(name) => objects.find((one) => one.name === name)?.title ?? name} onSave={() => void submit()} onClose={() => setDialog(null)} />
      )}
      <AlertDialog isOpen={dialog === 'remove'} onOpenChange={() => setDialog(null)} title={t('setup.sets.removeTitle', { name: title })} confirmLabel={t('setup.sets.remove')} isPending={isPending} onConfirm={() => void remove()}>
        {t('setup.sets.removeBody', { count: members })}
      </AlertDialog>
      {guard}
    </>
  );
}
