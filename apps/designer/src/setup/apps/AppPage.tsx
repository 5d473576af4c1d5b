import { translate, type AppDocument, type DocumentKind } from '@guanxi/metadata';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Download } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../api/index.js';
import { PageBody, usePage } from '../../shell/index.js';
import { Badge, Button, Checkbox, EmptyState, ErrorState, ErrorSummary, LinkButton, Notice, PageHeader, saveFile, SearchField, showToast, SkeletonLines, Tabs, TextArea, TextField } from '../../ui/index.js';
import type { StatedDocument } from '../documents/document-types.js';
import { draftedDocuments, isKind } from '../documents/setup-queries.js';
import { StateBadge } from '../documents/StateBadge.js';
import { useSaveDraft } from '../documents/use-draft-edits.js';
import { sayProblem } from '../form/match-problems.js';
import { useLeaveGuard } from '../form/use-leave-guard.js';
import { NavigationBuilder } from '../navigation/NavigationBuilder.js';
import { packedAppOptions } from './apps-queries.js';
import styles from './Apps.module.css';

/** One app as its author sees it: what it carries, its version, and the file to give away. */
export function AppPage() {
  const { t, i18n } = useTranslation();
  const { app: name } = useParams({ strict: false }) as { readonly app: string };
  const { data, isPending, error, refetch } = useQuery(draftedDocuments);
  const found = data?.filter(isKind('app')).find((one) => one.name === name);
  const title = found ? translate(found.document.title, found.document.titles, i18n.language) : name;
  usePage({ title, crumbs: [{ label: t('shell.setup'), href: '/setup' }, { label: t('shell.setupNav.apps'), href: '/setup/apps' }, { label: title }] });
  if (isPending) return <PageBody><PageHeader title={name} /><SkeletonLines count={8} /></PageBody>;
  if (error && !data) return <PageBody><ErrorState message={error.message} onRetry={() => void refetch()} /></PageBody>;
  if (!found || !data) return <PageBody><EmptyState kind="no-match" title={t('platform.apps.unknown', { name })} actions={<LinkButton href="/setup/apps">{t('platform.apps.back')}</LinkButton>} /></PageBody>;
  return <PageBody><AppEditor key={name} stated={found} documents={data} title={title} /></PageBody>;
}

type Stated = StatedDocument<AppDocument>;

function AppEditor({ stated, documents, title }: { readonly stated: Stated; readonly documents: readonly StatedDocument[]; readonly title: string }) {
  const { t } = useTranslation();
  const [edited, setEdited] = useState<AppDocument | null>(null);
  const [tab, setTab] = useState('navigation');
  const app = edited ?? stated.document;
  const set = (changes: Partial<AppDocument>) => setEdited({ ...app, ...changes });
  const { mutateAsync: save, isPending } = useSaveDraft();
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const guard = useLeaveGuard(edited !== null);
  const packed = useQuery({ ...packedAppOptions(app.name), enabled: stated.state !== 'CREATED' });
  const isPublished = stated.state === 'PUBLISHED' && edited === null;

  const submit = async () => {
    const found = await save({ documents: [withoutBlanks(app)] });
    setProblems(found);
    if (found.length > 0) return;
    setEdited(null);
    showToast({ message: t('platform.apps.saved'), description: t('setup.sets.savedHint'), tone: 'success' });
  };
  const download = () => {
    if (packed.data) saveFile(`${app.name}-${app.version}.json`, `${JSON.stringify(packed.data.bundle, null, 2)}\n`);
  };
  const author = (
    <div className={`${styles['columns'] ?? ''} ${styles['panel'] ?? ''}`}>
      <div className={styles['stack']}>
        <TextField label={t('platform.apps.versionLabel')} isCode isRequired value={app.version} onChange={(version) => set({ version })} help={t('platform.apps.versionHelp')} />
        <TextField label={t('platform.apps.publisher')} value={app.publisher ?? ''} onChange={(publisher) => set({ publisher })} />
        <TextArea label={t('platform.apps.about')} value={app.description ?? ''} onChange={(description) => set({ description })} />
        {packed.data && packed.data.added.length > 0 && (
          <Notice title={t('platform.apps.comesAlong', { count: packed.data.added.length })}>{packed.data.added.map(({ kind, name }) => `${t(`platform.kind.${kind}`)} ${name}`).join(' · ')}</Notice>
        )}
        {packed.data && Object.keys(packed.data.bundle.app.dependencies ?? {}).length > 0 && (
          <Notice title={t('platform.apps.dependsOn')}>{Object.entries(packed.data.bundle.app.dependencies ?? {}).map(([name, range]) => `${name} ${range}`).join(' · ')}</Notice>
        )}
        {packed.data && packed.data.problems.length > 0 && <ErrorSummary title={t('platform.apps.cannotPack')} entries={packed.data.problems.map((problem) => ({ message: sayProblem(problem) }))} />}
        {!isPublished && <p className={styles['muted']}>{t('platform.apps.publishFirst')}</p>}
      </div>
      <ContentsPicker documents={documents} chosen={app.contents ?? []} onChange={(contents) => set({ contents })} />
    </div>
  );
  return (
    <>
      <PageHeader title={title} badges={<><Badge>{app.version}</Badge><StateBadge state={stated.state} /></>} description={t('platform.apps.authorBody')} actions={(
        <>
          <Button icon={Download} isDisabled={!isPublished || !packed.data || packed.data.problems.length > 0} onPress={download}>{t('platform.apps.download')}</Button>
          <Button variant="primary" isDisabled={edited === null} isPending={isPending} onPress={() => void submit()}>{t('ui.save')}</Button>
        </>
      )} />
      {problems.length > 0 && <ErrorSummary title={t('setup.form.refused')} entries={problems.map((problem) => ({ message: sayProblem(problem) }))} />}
      <Tabs label={title} value={tab} onChange={setTab} items={[
        { id: 'navigation', label: t('interface.navigation.tab'), content: <div className={styles['panel']}><NavigationBuilder app={app} documents={documents} onChange={set} /></div> },
        { id: 'package', label: t('platform.apps.package'), content: author },
      ]} />
      {guard}
    </>
  );
}

/** In the order in which they build on each other. */
const CONTENT_KINDS: readonly DocumentKind[] = ['object', 'picklist', 'layout', 'view', 'action', 'workflow', 'message-template', 'document-template', 'business-calendar', 'role', 'team', 'sharing-rule', 'retention-rule', 'permissions', 'permission-group'];

interface ContentsPickerProps {
  readonly documents: readonly StatedDocument[];
  readonly chosen: NonNullable<AppDocument['contents']>;
  readonly onChange: (chosen: NonNullable<AppDocument['contents']>) => void;
}

function ContentsPicker({ documents, chosen, onChange }: ContentsPickerProps) {
  const { t } = useTranslation();
  const [search, setSearch] = useState('');
  const offered = documents.filter(({ kind, state, name }) => kind !== 'app' && state !== 'REMOVED' && name.toLocaleLowerCase().includes(search.trim().toLocaleLowerCase()));
  const kinds = CONTENT_KINDS.filter((kind) => offered.some((one) => one.kind === kind));
  const isChosen = ({ kind, name }: StatedDocument) => chosen.some((one) => one.kind === kind && one.name === name);
  const toggle = ({ kind, name }: StatedDocument, isOn: boolean) =>
    onChange(isOn ? [...chosen, { kind: kind as DocumentKind, name }] : chosen.filter((one) => one.kind !== kind || one.name !== name));
  return (
    <section aria-label={t('platform.apps.contents')} className={styles['stack']}>
      <SearchField label={t('platform.apps.searchContents')} value={search} onChange={setSearch} />
      <p className={styles['muted']}>{chosen.length === 0 ? t('platform.apps.contentsAuto') : t('platform.apps.contentsChosen', { count: chosen.length })}</p>
      <div>
        {kinds.map((kind) => (
          <div key={kind} className={styles['group']} role="group" aria-label={t(`platform.kind.${kind}`)}>
            <div className={styles['groupTitle']}>{t(`platform.kind.${kind}`)}</div>
            <div className={styles['choices']}>
              {offered.filter((one) => one.kind === kind).map((one) => <Checkbox key={one.name} isSelected={isChosen(one)} onChange={(isOn) => toggle(one, isOn)}>{one.name}</Checkbox>)}
            </div>
          </div>
        ))}
      </div>
    </section>
  );
}

function withoutBlanks({ publisher, description, contents, permissionSets, ...app }: AppDocument): AppDocument {
  return {
    ...app,
    ...(permissionSets && permissionSets.length > 0 && { permissionSets }),
    ...(publisher?.trim() && { publisher: publisher.trim() }),
    ...(description?.trim() && { description: description.trim() }),
    ...(contents && contents.length > 0 && { contents }),
  };
}
