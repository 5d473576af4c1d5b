import { ChevronRight, Ellipsis, FolderInput, Pencil, UserMinus } from 'lucide-react';
import { useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Avatar, Badge, classNames, IconButton, Menu, type MenuGroup } from '../../ui/index.js';
import { StateBadge } from '../documents/StateBadge.js';
import type { PlacedPerson } from '../people/place/place-queries.js';
import { useTreeLine, type Carried } from './drag-in-tree.js';
import type { RoleNode, StatedRole } from './role-tree.js';
import styles from './Roles.module.css';

interface RoleTreeProps {
  readonly nodes: readonly RoleNode[];
  readonly people: readonly PlacedPerson[];
  readonly titleOf: (role: StatedRole) => string;
  readonly onOpen: (role: StatedRole) => void;
  /** A role or a person comes under another role. */
  readonly onMove: (carried: Carried, role: string) => void;
  readonly onAskMove: (carried: Carried) => void;
  readonly onTakeAway: (person: PlacedPerson) => void;
}

/** Roles with those who have them. Arrow keys walk it as they walk any tree, Enter opens, M moves. */
export function RoleTree(props: RoleTreeProps) {
  const { t } = useTranslation();
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const [active, setActive] = useState<string | null>(null);
  const first = props.nodes[0]?.role.name;
  const toggle = (name: string, isOpen: boolean) => setClosed((before) => new Set(isOpen ? [...before].filter((one) => one !== name) : [...before, name]));
  const walk = (event: KeyboardEvent<HTMLUListElement>) => {
    const item = event.target as HTMLElement;
    if (item.getAttribute('role') !== 'treeitem') return;
    const items = [...event.currentTarget.querySelectorAll<HTMLElement>('[role="treeitem"]')];
    const index = items.indexOf(item);
    const level = Number(item.getAttribute('aria-level'));
    const parent = items.slice(0, index).reverse().find((one) => Number(one.getAttribute('aria-level')) < level);
    const { role, expanded } = { role: item.dataset['role'], expanded: item.getAttribute('aria-expanded') };
    const next = event.key === 'ArrowDown' ? items[index + 1] : event.key === 'ArrowUp' ? items[index - 1] : event.key === 'Home' ? items[0] : event.key === 'End' ? items.at(-1)
      : event.key === 'ArrowLeft' && expanded !== 'true' ? parent : event.key === 'ArrowRight' && expanded === 'true' ? items[index + 1] : undefined;
    if (role !== undefined && expanded === 'true' && event.key === 'ArrowLeft') toggle(role, false);
    else if (role !== undefined && expanded === 'false' && event.key === 'ArrowRight') toggle(role, true);
    else if (event.key === 'Enter' && role !== undefined) item.querySelector<HTMLElement>('[data-open]')?.click();
    else if (event.key === 'm' || event.key === 'M') props.onAskMove(role === undefined ? { kind: 'person', id: item.dataset['person'] ?? '' } : { kind: 'role', id: role });
    else if (next) next.focus();
    else return;
    event.preventDefault();
  };
  return (
    <ul role="tree" aria-label={t('sharing.roles.tree')} className={styles['tree']} onKeyDown={walk}>
      {props.nodes.map((node) => <RoleItem key={node.role.name} node={node} {...props} closed={closed} onToggle={toggle} active={active ?? first ?? null} onActive={setActive} />)}
    </ul>
  );
}

interface ItemProps extends Omit<RoleTreeProps, 'nodes'> {
  readonly closed: ReadonlySet<string>;
  readonly onToggle: (name: string, isOpen: boolean) => void;
  readonly active: string | null;
  readonly onActive: (key: string) => void;
}

/** The items of a tree stand side by side and say their level, so that each is called by its own words alone. */
function RoleItem({ node, ...props }: ItemProps & { readonly node: RoleNode }) {
  const { t } = useTranslation();
  const { role, depth, children } = node;
  const { people, titleOf, onOpen, onMove, onAskMove, closed, onToggle, active, onActive } = props;
  const title = titleOf(role);
  const isGone = role.state === 'REMOVED';
  const holders = people.filter((person) => person.role === role.name);
  const isOpen = !closed.has(role.name);
  const hasInside = holders.length > 0 || children.length > 0;
  const { ref, isOver } = useTreeLine({ kind: 'role', id: role.name }, isGone ? null : (carried) => onMove(carried, role.name));
  return (
    <>
      <li role="treeitem" aria-level={depth + 1} {...(hasInside && { 'aria-expanded': isOpen })} data-role={role.name} tabIndex={active === role.name ? 0 : -1} className={styles['item']}
        onFocus={(event) => { if (event.target === event.currentTarget) onActive(role.name); }}>
        <div ref={ref} className={classNames(styles['line'], isOver && styles['over'], isGone && styles['gone'])} style={{ paddingInlineStart: `${depth * 22 + 6}px` }}>
          <span className={classNames(styles['arrow'], isOpen && styles['opened'], !hasInside && styles['hidden'])} aria-hidden onClick={() => onToggle(role.name, !isOpen)}><ChevronRight size={14} /></span>
          <button type="button" tabIndex={-1} data-open className={styles['title']} disabled={isGone} onClick={() => onOpen(role)}>{title}</button>
          <span className={styles['count']}>{t('sharing.roles.people', { count: holders.filter((person) => person.active).length })}</span>
          {role.state !== 'PUBLISHED' && <StateBadge state={role.state} />}
          {!isGone && <RowMenu label={t('sharing.roles.actions', { name: title })} groups={[{ id: 'role', items: [
            { id: 'edit', label: t('ui.edit'), icon: Pencil, onAction: () => onOpen(role) },
            { id: 'move', label: t('sharing.roles.move'), icon: FolderInput, shortcut: 'm', onAction: () => onAskMove({ kind: 'role', id: role.name }) },
          ] }]} />}
        </div>
      </li>
      {isOpen && holders.map((person) => <PersonItem key={person.id} person={person} depth={depth + 1} {...props} />)}
      {isOpen && children.map((child) => <RoleItem key={child.role.name} node={child} {...props} />)}
    </>
  );
}

function PersonItem({ person, depth, onAskMove, onTakeAway, active, onActive }: ItemProps & { readonly person: PlacedPerson; readonly depth: number }) {
  const { t } = useTranslation();
  const { ref } = useTreeLine({ kind: 'person', id: person.id }, null);
  const key = `person:${person.id}`;
  return (
    <li role="treeitem" aria-level={depth + 1} data-person={person.id} tabIndex={active === key ? 0 : -1} className={styles['item']} onFocus={() => onActive(key)}>
      <div ref={ref} className={classNames(styles['line'], !person.active && styles['gone'])} style={{ paddingInlineStart: `${depth * 22 + 26}px` }}>
        <Avatar name={person.name} size="small" />
        <span className={styles['person']}>{person.name}</span>
        {person.kind === 'PARTNER' && <Badge tone="violet">{t('sharing.place.partner')}</Badge>}
        {!person.active && <Badge>{t('setup.users.inactive')}</Badge>}
        <RowMenu label={t('sharing.roles.actions', { name: person.name })} groups={[{ id: 'person', items: [
          { id: 'move', label: t('sharing.roles.move'), icon: FolderInput, shortcut: 'm', onAction: () => onAskMove({ kind: 'person', id: person.id }) },
          { id: 'away', label: t('sharing.roles.takeAway'), icon: UserMinus, onAction: () => onTakeAway(person) },
        ] }]} />
      </div>
    </li>
  );
}

function RowMenu({ label, groups }: { readonly label: string; readonly groups: readonly MenuGroup[] }) {
  return <span className={styles['more']}><Menu label={label} placement="bottom end" groups={groups} trigger={<IconButton size="small" icon={Ellipsis} label={label} />} /></span>;
}
