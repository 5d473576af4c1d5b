import type { ObjectDescription, WorkspaceDescription } from '@guanxi/metadata';
import { useNavigate, useParams } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError, useSession } from '../../api/index.js';
import { PageBody, usePage } from '../../shell/index.js';
import { ErrorState, LinkButton, SkeletonLines, useShortcut } from '../../ui/index.js';
import { ApprovalCard } from '../approvals/ApprovalCard.js';
import { ActivityPanel } from '../activity/ActivityPanel.js';
import { ObjectGate } from '../frame/ObjectGate.js';
import { rememberVisit } from '../home/recent-records.js';
import { lastListHref } from '../list/last-list.js';
import { neighboursOf } from '../records/record-lists.js';
import { layoutOf } from '../records/layout-of.js';
import { recordHref } from '../records/record-href.js';
import { recordName } from '../records/record-name.js';
import { mayEdit } from '../records/record-rights.js';
import type { RecordRow } from '../records/record-row.js';
import { editFirstField } from './edit-first-field.js';
import { MissingRecord } from './MissingRecord.js';
import { RecordHeader } from './RecordHeader.js';
import { RecordOverview } from './RecordOverview.js';
import { splitLayout } from './split-layout.js';
import { stageField } from './stage-field.js';
import { StagePath } from './StagePath.js';
import { useRecord } from './use-record.js';
import { useRecordParts } from './use-record-parts.js';
import styles from './RecordPage.module.css';

const EditRecord = lazy(async () => ({ default: (await import('./EditRecord.js')).EditRecord }));

export function RecordPage() {
  const { object: name = '', id = '' } = useParams({ strict: false }) as { readonly object?: string; readonly id?: string };
  return <ObjectGate name={name}>{(object, workspace) => <LoadedRecord key={`${name}/${id}`} object={object} workspace={workspace} id={id} />}</ObjectGate>;
}

interface LoadedRecordProps {
  readonly object: ObjectDescription;
  readonly workspace: WorkspaceDescription;
  readonly id: string;
}

function LoadedRecord({ object, workspace, id }: LoadedRecordProps) {
  const { t } = useTranslation();
  const { data: record, error, refetch } = useRecord(workspace, object, id);
  const title = record ? recordName(object, record) : '';
  usePage({ title, crumbs: [{ label: object.pluralLabel, href: lastListHref(object.name) }, ...(title === '' ? [] : [{ label: title }])] });
  if (record) return <ShownRecord object={object} workspace={workspace} record={record} />;
  if (record === null || (error instanceof ApiError && ['NOT_FOUND', 'BAD_USER_INPUT'].includes(error.code))) {
    return <MissingRecord object={object} id={id}><LinkButton href={lastListHref(object.name)}>{t('workspace.record.toList', { name: object.pluralLabel })}</LinkButton></MissingRecord>;
  }
  if (error) return <ErrorState message={error.message} reference={error instanceof ApiError ? error.reference : null} onRetry={() => void refetch()} />;
  return <PageBody><div className={styles['waiting']}><SkeletonLines count={10} /></div></PageBody>;
}

function ShownRecord({ object, workspace, record }: { readonly object: ObjectDescription; readonly workspace: WorkspaceDescription; readonly record: RecordRow }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { user } = useSession();
  const layout = layoutOf(object, record['recordType']);
  const layouts = useMemo(() => splitLayout({ layout, fields: object.fields }), [layout, object.fields]);
  const neighbours = neighboursOf(object.name, record.id);
  const name = recordName(object, record);
  const [isEditing, setEditing] = useState(false);
  const stage = stageField(object, layout);
  const mayChange = mayEdit(object, record, user.id);
  const tail = layouts.tracked.sections.length > 0 && <div className={styles['tracked']}><RecordOverview object={object} workspace={workspace} layout={layouts.tracked} record={record} /></div>;
  const parts = useRecordParts({ object, workspace, layout, record, mayChange, tail });
  useEffect(() => rememberVisit({ object: object.name, id: record.id, name }), [object.name, record.id, name]);

  const section = t('workspace.keys.record');
  const goTo = (id: string | undefined) => { if (id !== undefined) void navigate({ href: recordHref(object.name, id) }); };
  useShortcut({ keys: '[', label: t('workspace.record.previous'), section, isDisabled: neighbours.previous === undefined, run: () => goTo(neighbours.previous) });
  useShortcut({ keys: ']', label: t('workspace.record.next'), section, isDisabled: neighbours.next === undefined, run: () => goTo(neighbours.next) });
  useShortcut({ keys: 'e', label: t('workspace.record.editFirst'), section, isDisabled: !mayChange || isEditing, run: () => editFirstField(document.querySelector('#main')) });
  useShortcut({ keys: 'shift+e', label: t('lists.edit.all'), section, isDisabled: !mayChange || isEditing, run: () => setEditing(true) });
  useShortcut({ keys: '.', label: t('ui.more'), section, run: () => document.querySelector<HTMLElement>('#main [data-record-menu] button')?.click() });
  return (
    <div className={styles['page']}>
      <div className={styles['main']}>
        <RecordHeader object={object} workspace={workspace} layout={layout} record={record} neighbours={neighbours} onGo={goTo} {...(mayChange && { onEdit: () => setEditing(true) })} />
        {stage && <StagePath object={object} field={stage} record={record} mayChange={mayChange && stage.writable} />}
        <TabKeys />
        <div className={styles['content']}>
          <ApprovalCard object={object.name} recordId={record.id} />
          {isEditing
            ? <Suspense fallback={<SkeletonLines count={8} />}><EditRecord object={object} workspace={workspace} layout={layouts.own} record={record} onClose={() => setEditing(false)} /></Suspense>
            : <RecordOverview object={object} workspace={workspace} layout={layouts.own} record={record} {...(parts.around && { around: parts.around })} />}
          {parts.stacked}
        </div>
      </div>
      {object.activity && <ActivityPanel object={object} record={record} />}
    </div>
  );
}

const tabKeys = ['1', '2', '3', '4', '5', '6', '7', '8', '9'];

/** 1 to 9 choose among the tabs of the record. Draws nothing. */
function TabKeys() {
  return tabKeys.map((keys, index) => <TabKey key={keys} keys={keys} index={index} />);
}

function TabKey({ keys, index }: { readonly keys: string; readonly index: number }) {
  const { t } = useTranslation();
  const tab = () => document.querySelectorAll<HTMLElement>('#main [role="tab"]')[index];
  useShortcut({ keys, label: t('lists.edit.tab', { number: keys }), section: t('workspace.keys.record'), run: () => { tab()?.click(); tab()?.focus(); } });
  return null;
}
