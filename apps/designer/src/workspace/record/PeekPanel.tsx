import type { ObjectDescription, WorkspaceDescription } from '@guanxi/metadata';
import { useNavigate } from '@tanstack/react-router';
import { ChevronDown, ChevronUp, Maximize2, Pin, PinOff } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError, queryClient, useSession } from '../../api/index.js';
import { Button, ErrorState, IconButton, ObjectGlyph, showToast, SidePanel, SkeletonLines, Tabs, useShortcut } from '../../ui/index.js';
import { Composer } from '../activity/Composer.js';
import { ActivityPanel } from '../activity/ActivityPanel.js';
import { FilesSection } from '../files/FilesSection.js';
import { rememberVisit } from '../home/recent-records.js';
import { CellValue, valueIn } from '../records/FieldValue.js';
import { layoutOf } from '../records/layout-of.js';
import { neighboursOf } from '../records/record-lists.js';
import { recordHref } from '../records/record-href.js';
import { recordName } from '../records/record-name.js';
import { mayEdit } from '../records/record-rights.js';
import type { RecordRow } from '../records/record-row.js';
import { timelineKey } from '../records/save-record.js';
import { useDisplay } from '../records/use-display.js';
import { editFirstField } from './edit-first-field.js';
import { keyFields } from './key-fields.js';
import { keepPeek, readPeek } from './kept-peek.js';
import { MissingRecord } from './MissingRecord.js';
import { RecordActions } from './RecordActions.js';
import { RecordMenu } from './RecordMenu.js';
import { RecordOverview } from './RecordOverview.js';
import { RelatedList } from './RelatedList.js';
import { useRecord } from './use-record.js';
import styles from './PeekPanel.module.css';

interface PeekPanelProps {
  readonly workspace: WorkspaceDescription;
  readonly object: ObjectDescription;
  readonly id: string;
  readonly onGo: (id: string | undefined) => void;
  readonly onClose: () => void;
  /** A comment to begin with, among what is said of the record. */
  readonly comment?: string;
}

/** A record beside its list. J and K go through the list, Enter opens the whole page, Escape closes. */
export function PeekPanel({ workspace, object, id, onGo, onClose, comment }: PeekPanelProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const place = useRef<HTMLDivElement>(null);
  const [kept, setKept] = useState(readPeek);
  const { data: record, error, refetch } = useRecord(workspace, object, id);
  const neighbours = neighboursOf(object.name, id);
  // A record that is deleted meanwhile is in no list any more: the way on is the one that led from it.
  const [next, setNext] = useState(neighbours.next);
  if (neighbours.next !== undefined && neighbours.next !== next) setNext(neighbours.next);
  const name = record ? recordName(object, record) : object.label;
  const { user } = useSession();
  const [tab, setTab] = useState<PeekTab>(comment === undefined ? lastTab : 'activity');
  const choose = (next: PeekTab) => { lastTab = next; setTab(next); };
  const said = () => {
    void queryClient.invalidateQueries({ queryKey: timelineKey(object.name, id) });
    showToast({ tone: 'success', message: t('lists.peek.said'), ...(object.activity && { action: { label: t('lists.peek.showSaid'), run: () => choose('activity') } }) });
  };
  const change = (next: typeof kept) => { keepPeek(next); setKept(next); };
  const openPage = () => void navigate({ href: `${recordHref(object.name, id)}${comment === undefined ? '' : `?comment=${comment}`}` });
  useEffect(() => { if (record) rememberVisit({ object: object.name, id, name }); }, [object.name, id, name, record]);

  const section = t('lists.peek.title');
  const isInside = () => place.current?.contains(document.activeElement) === true;
  useShortcut({ keys: 'esc', label: t('lists.peek.close'), section, run: onClose });
  useShortcut({ keys: 'j', label: t('workspace.record.next'), section, isDisabled: neighbours.next === undefined, run: () => onGo(neighbours.next) });
  useShortcut({ keys: 'k', label: t('workspace.record.previous'), section, isDisabled: neighbours.previous === undefined, run: () => onGo(neighbours.previous) });
  useShortcut({ keys: 'enter', label: t('lists.peek.open'), section, run: () => { if (isInside()) openPage(); } });
  useShortcut({ keys: 'e', label: t('workspace.record.editFirst'), section, run: () => editFirstField(place.current) });

  const actions = (
    <>
      <IconButton size="small" icon={ChevronUp} label={t('workspace.record.previous')} shortcut="k" isDisabled={neighbours.previous === undefined} onPress={() => onGo(neighbours.previous)} />
      <IconButton size="small" icon={ChevronDown} label={t('workspace.record.next')} shortcut="j" isDisabled={neighbours.next === undefined} onPress={() => onGo(neighbours.next)} />
      <IconButton size="small" icon={kept.isPinned ? PinOff : Pin} label={t(kept.isPinned ? 'lists.peek.unpin' : 'lists.peek.pin')} onPress={() => change({ ...kept, isPinned: !kept.isPinned })} />
      <IconButton size="small" icon={Maximize2} label={t('lists.peek.open')} shortcut="enter" onPress={openPage} />
      {record && <RecordMenu isSmall object={object} record={record} onDeleted={() => (neighbours.next === undefined ? onClose() : onGo(neighbours.next))} />}
    </>
  );
  return (
    <div ref={place} className={styles['place']}>
      <SidePanel title={name} label={t('lists.peek.of', { name })} glyph={<ObjectGlyph icon={object.icon} hue={object.color} name={object.name} size="small" />} headerActions={actions} onClose={onClose}
        {...(record && object.activity && tab !== 'activity' && { footer: <Composer isCompact object={object.name} recordId={record.id} recordName={name} mayAttach={mayEdit(object, record, user.id)} onSent={said} /> })}
        width={kept.width} onResize={(width) => change({ ...kept, width })}>
        {record ? <PeekedRecord workspace={workspace} object={object} record={record} comment={comment} tab={tab} onTab={choose} />
          : record === null || (error instanceof ApiError && ['NOT_FOUND', 'BAD_USER_INPUT'].includes(error.code)) ? (
            <MissingRecord object={object} id={id}>{next !== undefined && <Button onPress={() => onGo(next)}>{t('workspace.record.next')}</Button>}</MissingRecord>
          ) : error ? <ErrorState message={error.message} reference={error instanceof ApiError ? error.reference : null} onRetry={() => void refetch()} /> : <SkeletonLines count={10} />}
      </SidePanel>
    </div>
  );
}

type PeekTab = 'details' | 'related' | 'files' | 'activity';

interface PeekedRecordProps extends Pick<PeekPanelProps, 'workspace' | 'object'> {
  readonly record: RecordRow;
  readonly comment: string | undefined;
  readonly tab: PeekTab;
  readonly onTab: (tab: PeekTab) => void;
}

function PeekedRecord({ workspace, object, record, comment, tab, onTab }: PeekedRecordProps) {
  const { t } = useTranslation();
  const { user } = useSession();
  const display = useDisplay();
  const layout = layoutOf(object, record['recordType']);
  const keys = useMemo(() => keyFields(object, layout).filter((field) => valueIn(record, field) !== null), [object, layout, record]);
  const related = layout.relatedLists ?? [];
  const items = [
    { id: 'details', label: t('lists.peek.details'), content: <RecordOverview object={object} workspace={workspace} layout={layout} record={record} /> },
    ...(related.length > 0 ? [{ id: 'related', label: t('lists.peek.related'), content: <>{related.map(({ relation, columns }) => <RelatedList key={relation} workspace={workspace} parent={object} record={record} relation={relation} columns={columns.slice(0, 3)} />)}</> }] : []),
    { id: 'files', label: t('files.title'), content: <FilesSection object={object.name} recordId={record.id} mayChange={mayEdit(object, record, user.id)} /> },
    ...(object.activity ? [{ id: 'activity', label: t('workspace.activity.title'), content: <div className={styles['activity']}><ActivityPanel isInline object={object} record={record} {...(comment !== undefined && { comment })} /></div> }] : []),
  ];
  const shown = items.some(({ id }) => id === tab) ? tab : 'details';
  return (
    <>
      {mayEdit(object, record, user.id) && <div className={styles['buttons']}><RecordActions object={object} workspace={workspace} layout={layout} record={record} /></div>}
      {keys.length > 0 && (
        <dl className={styles['keys']}>
          {keys.map((field) => <div key={field.name} className={styles['key']}><dt>{field.label}</dt><dd><CellValue field={field} row={record} display={display} /></dd></div>)}
        </dl>
      )}
      <Tabs label={t('lists.peek.parts')} items={items} value={shown} onChange={(next) => onTab(next as PeekTab)} />
    </>
  );
}

/** Going from record to record keeps the part that people look at. */
let lastTab: PeekTab = 'details';
