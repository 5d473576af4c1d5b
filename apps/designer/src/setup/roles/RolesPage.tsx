import { translate } from '@guanxi/metadata';
import { useQuery } from '@tanstack/react-query';
import { Network, Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PageBody, usePage } from '../../shell/index.js';
import { Button, EmptyState, ErrorState, PageHeader, showToast, SkeletonLines, useShortcut } from '../../ui/index.js';
import { draftedDocuments, isKind } from '../documents/setup-queries.js';
import { useOpenItem } from '../documents/use-open-item.js';
import { useUndoKeys } from '../documents/use-draft-undo.js';
import { useEdit } from '../documents/use-edit.js';
import { placesOptions, usePlacePeople, type PlacedPerson } from '../people/place/place-queries.js';
import type { Carried } from './drag-in-tree.js';
import { MoveDialog } from './MoveDialog.js';
import { PeopleWithout } from './PeopleWithout.js';
import { findCircle, growTree, moveRole, type StatedRole } from './role-tree.js';
import { RoleSheet } from './RoleSheet.js';
import { RoleTree } from './RoleTree.js';
import styles from './Roles.module.css';

/** Who stands above whom: people see what is owned by people below them. */
export function RolesPage() {
  const { t, i18n } = useTranslation();
  const [moving, setMoving] = useState<Carried | null>(null);
  const { data, isPending, error, refetch } = useQuery(draftedDocuments);
  const { data: people = [] } = useQuery(placesOptions);
  const { edit } = useEdit();
  const place = usePlacePeople();
  useUndoKeys();
  usePage({ title: t('shell.setupNav.roles'), crumbs: [{ label: t('shell.setup'), href: '/setup' }, { label: t('shell.setupNav.roles') }] });
  useShortcut({ keys: 'c', label: t('sharing.roles.new'), section: t('shell.setup'), run: () => setOpen('new') });
  const titleOf = ({ document: { title, titles } }: StatedRole) => translate(title, titles, i18n.language);
  const roles = (data ?? []).filter(isKind('role'));
  const [open, setOpen] = useOpenItem(roles, 'role');
  const alive = roles.filter(({ state }) => state !== 'REMOVED');
  const nameOf = (name: string | null) => { const found = roles.find((one) => one.name === name); return found ? titleOf(found) : ''; };

  const refuse = (carried: Carried, target: string | null): string | null => {
    if (target === null) return null;
    if (carried.kind === 'person') return roles.find(({ name }) => name === target)?.state === 'CREATED' ? t('sharing.roles.publishFirst', { role: nameOf(target) }) : null;
    const circle = findCircle(carried.id, target, alive);
    return circle && t('sharing.roles.circle', { way: circle.map(titleOf).join(' → ') });
  };
  const assign = (person: PlacedPerson, role: string | null) => {
    const say = (undo: string | null) => showToast({ message: t(role === null ? 'sharing.roles.tookAway' : 'sharing.roles.assigned', { name: person.name, role: nameOf(role) }), tone: 'success', onUndo: () => place.mutate({ ids: [person.id], place: { role: undo } }) });
    place.mutate({ ids: [person.id], place: { role } }, { onSuccess: () => say(person.role), onError: (failure) => showToast({ message: failure.message, tone: 'danger' }) });
  };
  const move = (carried: Carried, target: string | null) => {
    setMoving(null);
    const refusal = refuse(carried, target);
    if (refusal !== null) return showToast({ message: refusal, tone: 'danger' });
    const person = carried.kind === 'person' ? people.find(({ id }) => id === carried.id) : undefined;
    if (person) { if (person.role !== target) assign(person, target); return; }
    const role = alive.find(({ name }) => name === carried.id);
    if (role && (role.document.parent ?? null) !== target) void edit({ documents: [moveRole(role.document, target)] }, t(target === null ? 'sharing.roles.movedUp' : 'sharing.roles.moved', { name: titleOf(role), role: nameOf(target) }));
  };
  const moved = moving && (moving.kind === 'role' ? alive.find(({ name }) => name === moving.id) : people.find(({ id }) => id === moving.id));
  const create = <Button variant="primary" icon={Plus} onPress={() => setOpen('new')}>{t('sharing.roles.new')}</Button>;
  return (
    <PageBody>
      <PageHeader title={t('shell.setupNav.roles')} description={t('sharing.roles.description')} actions={create} />
      {isPending && <SkeletonLines count={6} />}
      {error && !data && <ErrorState message={error.message} onRetry={() => void refetch()} />}
      {data && roles.length === 0 && <EmptyState icon={Network} title={t('sharing.roles.none')} actions={create}>{t('sharing.roles.noneBody')}</EmptyState>}
      {roles.length > 0 && (
        <div className={styles['stack']}>
          <RoleTree nodes={growTree(roles, titleOf, i18n.language)} people={people} titleOf={titleOf} onOpen={setOpen} onMove={move} onAskMove={setMoving} onTakeAway={(person) => assign(person, null)} />
          <PeopleWithout people={people.filter(({ role, active }) => active && !roles.some(({ name }) => name === role))} onAskMove={(person) => setMoving({ kind: 'person', id: person.id })} />
        </div>
      )}
      {moving && moved && (
        <MoveDialog key={moving.id} name={'document' in moved ? titleOf(moved) : moved.name} present={'document' in moved ? moved.document.parent ?? null : moved.role} none={t(moving.kind === 'role' ? 'sharing.roles.top' : 'sharing.place.noRole')}
          choices={alive.filter(({ name }) => moving.kind === 'person' || name !== moving.id).map((role) => ({ value: role.name, label: titleOf(role) }))}
          refuse={(target) => refuse(moving, target)} onMove={(target) => move(moving, target)} onClose={() => setMoving(null)} />
      )}
      {open !== null && <RoleSheet key={open === 'new' ? 'new' : open.name} stated={open === 'new' ? null : open} roles={alive} onClose={() => setOpen(null)} />}
    </PageBody>
  );
}
