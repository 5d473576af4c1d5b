import type { LayoutDocument, ObjectDescription, WorkspaceDescription } from '@guanxi/metadata';
import { useNavigate } from '@tanstack/react-router';
import { ChevronDown, ChevronUp, Ellipsis, Link, ListPlus, Lock, PencilLine, Share2, ShieldQuestionMark, ShieldUser, Trash2 } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError, useSession } from '../../api/index.js';
import { useFormat } from '../../format/index.js';
import { HoldBadge } from '../../setup/privacy/HoldBadge.js';
import { HoldDialog } from '../../setup/privacy/HoldDialog.js';
import { NewRequestSheet } from '../../setup/privacy/NewRequestSheet.js';
import { useStandsForPeople } from '../../setup/privacy/use-stands-for-people.js';
import { AccessPanel } from '../../setup/explain/AccessPanel.js';
import { IconButton, Menu, ObjectGlyph, showToast } from '../../ui/index.js';
import { MilestoneBadges } from '../milestones/MilestoneBadges.js';
import { lastListHref } from '../list/last-list.js';
import { deleteRecords, restoreRecords } from '../records/move-records.js';
import { CellValue, valueIn } from '../records/FieldValue.js';
import { forgetLists, type Neighbours } from '../records/record-lists.js';
import { recordHref } from '../records/record-href.js';
import { recordName } from '../records/record-name.js';
import { mayDelete } from '../records/record-rights.js';
import type { RecordRow } from '../records/record-row.js';
import { ShareDialog } from '../share/ShareDialog.js';
import { useDisplay } from '../records/use-display.js';
import { keyFields } from './key-fields.js';
import { RecordActions } from './RecordActions.js';
import styles from './RecordPage.module.css';

const AddToList = lazy(async () => ({ default: (await import('../list/AddToList.js')).AddToList }));

interface RecordHeaderProps {
  readonly object: ObjectDescription;
  readonly workspace: WorkspaceDescription;
  readonly layout: LayoutDocument;
  readonly record: RecordRow;
  readonly neighbours: Neighbours;
  readonly onGo: (id: string | undefined) => void;
  /** Opens all fields at once. */
  readonly onEdit?: () => void;
}

export function RecordHeader({ object, workspace, layout, record, neighbours, onGo, onEdit }: RecordHeaderProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const display = useDisplay();
  const navigate = useNavigate();
  const { user, setupAreas } = useSession();
  const isKeeper = setupAreas.includes('privacy') && !object.platform;
  const isPerson = useStandsForPeople(object.name, isKeeper);
  const [privacy, setPrivacy] = useState<'request' | 'hold' | null>(null);
  const [isSharing, setSharing] = useState(false);
  const [isAsking, setAsking] = useState(false);
  const [isListing, setListing] = useState(false);
  const name = recordName(object, record);

  const remove = async () => {
    try {
      await deleteRecords(object, [record.id]);
      void navigate({ href: lastListHref(object.name) });
      const restore = async () => {
        await restoreRecords(object, [record.id]);
        forgetLists(object.name);
        void navigate({ href: recordHref(object.name, record.id) });
      };
      showToast({ message: t('workspace.record.deleted', { name }), onUndo: () => void restore().catch(sayError) });
    } catch (error) {
      sayError(error);
    }
  };
  const copy = () => void navigator.clipboard.writeText(`${location.origin}${recordHref(object.name, record.id)}`).then(() => showToast({ message: t('workspace.record.linkCopied') }));
  return (
    <header className={styles['header']}>
      <ObjectGlyph icon={object.icon} hue={object.color} name={object.name} size="large" />
      <div className={styles['names']}>
        <h1 className={styles['title']}>{name}</h1>
        <dl className={styles['keys']}>
          {keyFields(object, layout).filter((field) => valueIn(record, field) !== null).map((field) => (
            <div key={field.name} className={styles['key']}><dt>{field.label}</dt><dd><CellValue field={field} row={record} display={display} /></dd></div>
          ))}
        </dl>
        <MilestoneBadges object={object.name} recordId={record.id} />
        {isKeeper && <HoldBadge recordId={record.id} />}
      </div>
      <div className={styles['actions']}>
        {neighbours.position !== undefined && (
          <>
            <span className={styles['position']}>{t('workspace.record.position', { position: format.number(neighbours.position), count: format.number(neighbours.count ?? 0) })}</span>
            <IconButton icon={ChevronUp} label={t('workspace.record.previous')} shortcut="[" isDisabled={neighbours.previous === undefined} onPress={() => onGo(neighbours.previous)} />
            <IconButton icon={ChevronDown} label={t('workspace.record.next')} shortcut="]" isDisabled={neighbours.next === undefined} onPress={() => onGo(neighbours.next)} />
          </>
        )}
        <div className={styles['buttons']}><RecordActions object={object} workspace={workspace} layout={layout} record={record} /></div>
        <span data-record-menu><Menu label={t('ui.more')} placement="bottom end" trigger={<IconButton icon={Ellipsis} label={t('ui.more')} />}
          groups={[
            { id: 'link', items: [...(onEdit ? [{ id: 'edit', label: t('lists.edit.all'), icon: PencilLine, shortcut: 'shift+e', onAction: onEdit }] : []), { id: 'copy', label: t('workspace.record.copyLink'), icon: Link, onAction: copy }, ...(object.platform ? [] : [{ id: 'list', label: t('lists.kept.add'), icon: ListPlus, onAction: () => setListing(true) }, { id: 'share', label: t('sharing.record.action'), icon: Share2, onAction: () => setSharing(true) }, { id: 'access', label: t('explain.access'), icon: ShieldQuestionMark, onAction: () => setAsking(true) }])] },
            ...(isKeeper ? [{ id: 'privacy', items: [...(isPerson ? [{ id: 'request', label: t('privacy.request'), icon: ShieldUser, onAction: () => setPrivacy('request') }] : []), { id: 'hold', label: t('privacy.hold.place'), icon: Lock, onAction: () => setPrivacy('hold') }] }] : []),
            ...(mayDelete(object, record, user.id) ? [{ id: 'delete', items: [{ id: 'delete', label: t('workspace.record.delete', { name: object.label }), icon: Trash2, tone: 'danger' as const, onAction: () => void remove() }] }] : []),
          ]} /></span>
      </div>
      {privacy === 'request' && <NewRequestSheet about={{ object: object.name, id: record.id, name }} onClose={() => setPrivacy(null)} onOpened={({ id }) => void navigate({ href: `/setup/privacy/${id}` })} />}
      {privacy === 'hold' && <HoldDialog object={object.name} recordId={record.id} name={name} onClose={() => setPrivacy(null)} />}
      {isAsking && <AccessPanel object={object.name} recordId={record.id} name={name} onClose={() => setAsking(false)} />}
      {isListing && <Suspense><AddToList object={object} count={1} recordId={record.id} readIds={() => Promise.resolve([record.id])} onClose={() => setListing(false)} /></Suspense>}
      {isSharing && <ShareDialog object={object.name} recordId={record.id} name={name} onClose={() => setSharing(false)} />}
    </header>
  );
}

function sayError(error: unknown): void {
  showToast({ tone: 'danger', message: error instanceof ApiError ? error.message : String(error) });
}
