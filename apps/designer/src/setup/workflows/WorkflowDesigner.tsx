import { translate, type ObjectDescription } from '@guanxi/metadata';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Cable, ChartColumn, CircleHelp, Ellipsis, FlaskConical, GitCommitVertical, History, Pencil, Rocket, Trash2, Undo2, Workflow } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/index.js';
import { AlertDialog, Button, IconButton, Menu, Notice, ObjectGlyph, PageHeader, showToast, Tabs, useShortcut } from '../../ui/index.js';
import { useSaveDraft } from '../documents/use-draft-edits.js';
import { PublishDrawer } from '../publish/PublishDrawer.js';
import { workflowStatesOptions } from './automation-queries.js';
import type { WorkflowDraft } from './automation-types.js';
import { PausedNotice } from './care/PausedNotice.js';
import { groupProblems } from './editor/flow-parts.js';
import { stepsInFlow } from './editor/find-step.js';
import { callsIn, callsOut } from './calls/calls-of.js';
import { CallsPanel } from './calls/CallsPanel.js';
import { FlowEditor } from './editor/FlowEditor.js';
import { ProblemList } from './editor/ProblemList.js';
import { RenameDialog } from './editor/RenameDialog.js';
import type { useWorkflowEditor } from './editor/use-workflow-editor.js';
import { ExplainPanel } from './runs/ExplainPanel.js';
import { RunsPanel } from './runs/RunsPanel.js';
import { SimulatePanel } from './simulate/SimulatePanel.js';
import { WorkflowSwitch } from './switching/WorkflowSwitch.js';
import { TestRunPanel } from './testrun/TestRunPanel.js';
import { countOlderRuns, workflowVersionsOptions } from './versions/version-queries.js';
import { VersionsPanel } from './versions/VersionsPanel.js';
import styles from './WorkflowDesigner.module.css';

interface WorkflowDesignerProps {
  readonly workflow: WorkflowDraft;
  readonly editor: ReturnType<typeof useWorkflowEditor>;
  readonly objects: readonly ObjectDescription[];
}

/** The frame of one workflow: its name and state, saving and publishing, and what can be asked about it. */
export function WorkflowDesigner({ workflow, editor, objects }: WorkflowDesignerProps) {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const navigate = useNavigate();
  const { data: states } = useQuery(workflowStatesOptions);
  const { mutateAsync: removeDocuments, isPending: isRemoving } = useSaveDraft();
  const { data: versions = [] } = useQuery(workflowVersionsOptions(workflow.name));
  const [tab, setTab] = useState('flow');
  const [dialog, setDialog] = useState<'publish' | 'rename' | 'remove' | null>(null);
  const older = countOlderRuns(versions);
  const published = states?.find(({ name }) => name === workflow.name);
  const object = objects.find(({ name }) => name === workflow.object);
  const needsPublishing = editor.isDirty || (editor.state !== null && editor.state !== 'PUBLISHED');
  const save = async () => { if (await editor.save()) showToast({ message: t('automation.saved'), tone: 'success' }); else setTab('flow'); };
  const publish = async () => { if (await editor.save()) setDialog('publish'); else setTab('flow'); };
  useShortcut({ keys: 'mod+s', label: t('automation.saveDraft'), section: t('automation.title'), isDisabled: !editor.isDirty, run: () => void save() });

  const remove = async () => {
    const problems = editor.state === null ? [] : await removeDocuments({ remove: [{ kind: 'workflow', name: workflow.name }] });
    if (problems[0]) { showToast({ message: problems[0].message, tone: 'danger' }); return; }
    editor.forget();
    void navigate({ to: '/setup/workflows' });
  };
  const grouped = groupProblems(editor.problems, stepsInFlow(workflow, objects, []));
  const notices = (
    <>
      {editor.problems.length > 0 && (
        <Notice tone="danger" title={t('automation.notSaved', { count: editor.problems.length })} isAnnounced>
          <ProblemList problems={[...grouped].flatMap(([part, own]) => own.map((problem) => ({ part, problem })))} />
        </Notice>
      )}
      {needsPublishing && editor.others.length > 0 && <Notice>{t('automation.otherChanges', { count: editor.others.length })}</Notice>}
    </>
  );

  return (
    <div className={styles['page']}>
      <div className={styles['head']}>
        <PageHeader title={translate(workflow.title, workflow.titles, i18n.language)} glyph={<ObjectGlyph icon={object?.icon} hue={object?.color} name={workflow.object} size="large" />}
          description={workflow.description && translate(workflow.description, workflow.descriptions, i18n.language)} badges={(
            <>
              <WorkflowSwitch workflow={workflow} state={published ?? null} needsPublishing={needsPublishing} />
              {older > 0 && <Button size="small" variant="quiet" onPress={() => setTab('versions')}>{t('flow.versions.older', { count: older, number: format.number(older) })}</Button>}
            </>
          )}
          actions={(
            <>
              <Button isDisabled={!editor.isDirty} isPending={editor.isSaving} onPress={() => void save()}>{t('automation.saveDraft')}</Button>
              <Button variant={needsPublishing ? 'primary' : 'secondary'} icon={Rocket} isDisabled={!needsPublishing} onPress={() => void publish()}>{t('automation.publish')}</Button>
              <Menu label={t('ui.more')} placement="bottom end" trigger={<IconButton icon={Ellipsis} label={t('ui.more')} />}
                groups={[{ id: 'all', items: [
                  { id: 'rename', label: t('automation.rename'), icon: Pencil, onAction: () => setDialog('rename') },
                  { id: 'revert', label: t('automation.revert'), icon: Undo2, isDisabled: !editor.isDirty || editor.state === null, onAction: editor.forget },
                  { id: 'remove', label: t('automation.remove'), icon: Trash2, tone: 'danger', onAction: () => setDialog('remove') },
                ] }]} />
            </>
          )} />
        {published?.pausedAt && <PausedNotice state={published} />}
      </div>
      <div className={styles['views']}>
        <Tabs label={t('automation.views')} value={tab} onChange={setTab}
          items={[
            { id: 'flow', label: t('automation.tab.flow'), icon: Workflow, content: <FlowEditor workflow={workflow} objects={objects} problems={editor.problems} notices={notices} edits={editor} /> },
            { id: 'simulate', label: t('automation.tab.simulate'), icon: ChartColumn, content: <div className={styles['panel']}><SimulatePanel workflow={workflow} /></div> },
            { id: 'test', label: t('insight.test.tab'), icon: FlaskConical, content: <div className={styles['panel']}><TestRunPanel workflow={workflow} objects={objects} onChange={editor.change} /></div> },
            { id: 'runs', label: t('automation.tab.runs'), icon: History, ...(published && published.runs > 0 && { count: published.runs }), content: <div className={styles['panel']}><RunsPanel workflow={workflow.name} onTest={() => setTab('test')} /></div> },
            ...(callsIn(workflow) || callsOut(workflow) ? [{ id: 'calls', label: t('calls.tab'), icon: Cable, content: <div className={styles['panel']}><CallsPanel workflow={workflow} isPublished={published !== undefined} /></div> }] : []),
            { id: 'why', label: t('automation.tab.why'), icon: CircleHelp, content: <div className={styles['panel']}><ExplainPanel workflow={workflow} isPublished={published !== undefined} /></div> },
            { id: 'versions', label: t('flow.versions.tab'), icon: GitCommitVertical, ...(versions.length > 1 && { count: versions.length }), content: <div className={styles['panel']}><VersionsPanel workflow={workflow} objects={objects} hasDraft={needsPublishing} isDirty={editor.isDirty} onRestored={editor.forget} /></div> },
          ]} />
      </div>
      <PublishDrawer isOpen={dialog === 'publish'} onClose={() => setDialog(null)} />
      {dialog === 'rename' && <RenameDialog workflow={workflow} onChange={editor.change} onClose={() => setDialog(null)} />}
      <AlertDialog isOpen={dialog === 'remove'} onOpenChange={() => setDialog(null)} title={t('automation.removeTitle', { name: workflow.title })} confirmLabel={t('automation.remove')} isPending={isRemoving} onConfirm={() => void remove()}>
        {t(published ? 'automation.removePublished' : 'automation.removeDraft')}
      </AlertDialog>
    </div>
  );
}
