import type { ObjectDescription } from '@guanxi/metadata';
import { useNavigate } from '@tanstack/react-router';
import { Ellipsis, Link, ListPlus, Lock, PencilLine, Share2, ShieldQuestionMark, ShieldUser, Trash2 } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError, useSession } from '../../api/index.js';
import { AccessPanel } from '../../setup/explain/AccessPanel.js';
import { HoldDialog } from '../../setup/privacy/HoldDialog.js';
import { NewRequestSheet } from '../../setup/privacy/NewRequestSheet.js';
import { useStandsForPeople } from '../../setup/privacy/use-stands-for-people.js';
import { useCommands, type Command } from '../../shell/index.js';
import { IconButton, Menu, showToast, type MenuGroup } from '../../ui/index.js';
import { deleteRecords, restoreRecords } from '../records/move-records.js';
import { forgetLists } from '../records/record-lists.js';
import { recordHref } from '../records/record-href.js';
import { recordName } from '../records/record-name.js';
import { mayDelete } from '../records/record-rights.js';
import type { RecordRow } from '../records/record-row.js';
import { ShareDialog } from '../share/ShareDialog.js';

const AddToList = lazy(async () => ({ default: (await import('../list/AddToList.js')).AddToList }));

interface RecordMenuProps {
  readonly object: ObjectDescription;
  readonly record: RecordRow;
  /** Opens all fields at once. */
  readonly onEdit?: () => void;
  /** The record has gone into the recycle bin: the page goes somewhere else. */
  readonly onDeleted: () => void;
  readonly isSmall?: boolean;
}

/** All else that can be done with a record; also on top of the command menu. */
export function RecordMenu({ object, record, onEdit, onDeleted, isSmall = false }: RecordMenuProps) {
  const { t } = useTranslation();
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
      onDeleted();
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
  const groups: readonly MenuGroup[] = [
    { id: 'link', items: [...(onEdit ? [{ id: 'edit', label: t('lists.edit.all'), icon: PencilLine, shortcut: 'shift+e', onAction: onEdit }] : []), { id: 'copy', label: t('workspace.record.copyLink'), icon: Link, onAction: copy }, ...(object.platform ? [] : [{ id: 'list', label: t('lists.kept.add'), icon: ListPlus, onAction: () => setListing(true) }, { id: 'share', label: t('sharing.record.action'), icon: Share2, onAction: () => setSharing(true) }, { id: 'access', label: t('explain.access'), icon: ShieldQuestionMark, onAction: () => setAsking(true) }])] },
    ...(isKeeper ? [{ id: 'privacy', items: [...(isPerson ? [{ id: 'request', label: t('privacy.request'), icon: ShieldUser, onAction: () => setPrivacy('request') }] : []), { id: 'hold', label: t('privacy.hold.place'), icon: Lock, onAction: () => setPrivacy('hold') }] }] : []),
    ...(mayDelete(object, record, user.id) ? [{ id: 'delete', items: [{ id: 'delete', label: t('workspace.record.delete', { name: object.label }), icon: Trash2, tone: 'danger' as const, onAction: () => void remove() }] }] : []),
  ];
  const about = groups.flatMap(({ items }) => items);
  useCommands(about.map(({ id, label, icon, shortcut, onAction }): Command => ({ id: `record-${id}`, label, section: name, isNear: true, ...(icon && { icon }), ...(shortcut !== undefined && { shortcut }), ...(onAction && { run: onAction }) })));
  return (
    <>
      <span data-record-menu><Menu label={t('ui.more')} placement="bottom end" trigger={<IconButton size={isSmall ? 'small' : 'medium'} icon={Ellipsis} label={t('ui.more')} />} groups={groups} /></span>
      {privacy === 'request' && <NewRequestSheet about={{ object: object.name, id: record.id, name }} onClose={() => setPrivacy(null)} onOpened={({ id }) => void navigate({ href: `/setup/privacy/${id}` })} />}
      {privacy === 'hold' && <HoldDialog object={object.name} recordId={record.id} name={name} onClose={() => setPrivacy(null)} />}
      {isAsking && <AccessPanel object={object.name} recordId={record.id} name={name} onClose={() => setAsking(false)} />}
      {isListing && <Suspense><AddToList object={object} count={1} recordId={record.id} readIds={() => Promise.resolve([record.id])} onClose={() => setListing(false)} /></Suspense>}
      {isSharing && <ShareDialog object={object.name} recordId={record.id} name={name} onClose={() => setSharing(false)} />}
    </>
  );
}

function sayError(error: unknown): void {
  showToast({ tone: 'danger', message: error instanceof ApiError ? error.message : String(error) });
}
