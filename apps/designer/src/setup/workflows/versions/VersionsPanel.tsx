import type { ObjectDescription } from '@guanxi/metadata';
import { useQuery } from '@tanstack/react-query';
import { GitCommitVertical, Undo2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../../api/index.js';
import { useFormat } from '../../../format/index.js';
import { Button, EmptyState, ErrorState, Notice, Select, showToast, SkeletonLines } from '../../../ui/index.js';
import { useSaveDraft } from '../../documents/use-draft-edits.js';
import type { WorkflowDraft } from '../automation-types.js';
import { ComparedVersions } from './ComparedVersions.js';
import { workflowVersionsOptions, type WorkflowVersion } from './version-queries.js';
import { VersionList } from './VersionList.js';
import styles from './Versions.module.css';

interface VersionsPanelProps {
  readonly workflow: WorkflowDraft;
  readonly objects: readonly ObjectDescription[];
  /** What is on the page is not what is published. */
  readonly hasDraft: boolean;
  readonly isDirty: boolean;
  /** The draft holds another version now. */
  readonly onRestored: () => void;
}

export type VersionKey = number | 'draft';

/** Every version that was published, what is different between two of them, and the way back to one. */
export function VersionsPanel({ workflow, objects, hasDraft, isDirty, onRestored }: VersionsPanelProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { data: versions, isPending, error, refetch } = useQuery(workflowVersionsOptions(workflow.name));
  const [chosen, setChosen] = useState<VersionKey | null>(null);
  const [against, setAgainst] = useState<number | null>(null);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const { mutateAsync: save, isPending: isRestoring } = useSaveDraft();
  if (isPending) return <SkeletonLines count={6} />;
  if (error && !versions) return <ErrorState message={error.message} onRetry={() => void refetch()} />;
  if (versions.length === 0) return <EmptyState icon={GitCommitVertical} title={t('flow.versions.none')}>{t('flow.versions.noneBody')}</EmptyState>;

  const key = chosen ?? (hasDraft ? 'draft' : versions[0]?.number ?? 'draft');
  const version = versions.find(({ number }) => number === key);
  const earlier = versions.filter(({ number }) => key === 'draft' || number !== key);
  const standard = key === 'draft' ? versions[0]?.number : versions.find(({ number }) => number < key)?.number ?? earlier.at(-1)?.number;
  const other = versions.find(({ number }) => number === (against !== null && against !== key ? against : standard));
  const restore = async ({ document }: WorkflowVersion) => {
    const found = await save({ documents: [document] });
    setProblems(found);
    if (found.length > 0) return;
    onRestored();
    setChosen('draft');
    showToast({ message: t('flow.versions.restored'), tone: 'success' });
  };
  return (
    <div className={styles['panes']}>
      <VersionList versions={versions} hasDraft={hasDraft} chosen={key} onChoose={(next) => { setChosen(next); setAgainst(null); setProblems([]); }} />
      <section className={styles['comparison']} aria-label={t('flow.versions.compare')}>
        <div className={styles['head']}>
          <h2 className={styles['title']}>{key === 'draft' ? t('flow.versions.draft') : t('flow.versions.revision', { number: format.number(key) })}</h2>
          {other && (
            <div className={styles['against']}>
              <span className={styles['quiet']}>{t('flow.versions.compareWith')}</span>
              <Select label={t('flow.versions.compareWith')} hideLabel value={String(other.number)} onChange={(next) => setAgainst(next === null ? null : Number(next))} choices={earlier.map(({ number, inForce }) => ({ value: String(number), label: `${t('flow.versions.revision', { number: format.number(number) })}${inForce ? ` · ${t('flow.versions.inForce')}` : ''}` }))} />
            </div>
          )}
          <span className={styles['spring']} />
          {version && (!version.inForce || hasDraft) && <Button icon={Undo2} isPending={isRestoring} onPress={() => void restore(version)}>{t('flow.versions.restore')}</Button>}
        </div>
        {version?.note && <blockquote className={styles['said']}>{version.note}</blockquote>}
        {version && isDirty && <Notice>{t('flow.versions.unsaved')}</Notice>}
        {problems.length > 0 && <Notice tone="danger" title={t('flow.versions.notRestored')} isAnnounced>{problems.map(({ path, message, hint }) => <p key={path + message}>{message} {hint}</p>)}</Notice>}
        {other
          ? <ComparedVersions before={other.document} after={version?.document ?? workflow} objects={objects} />
          : <p className={styles['quiet']}>{t('flow.versions.first')}</p>}
      </section>
    </div>
  );
}
