import type { MutedObject, PermissionDocument } from '@guanxi/metadata';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { levelWord } from './describe-differences.js';
import type { GrantCell, GrantColumn, GrantRow, Place } from './grid/grant-grid-types.js';
import { GrantGrid } from './grid/GrantGrid.js';
import { objectRows } from './grid/object-rows.js';
import { rights, type Right } from './rights.js';
import { fieldGivers, isFieldMuted, muteLevel, sumLevel, turnMuting } from './sum-sets.js';
import type { AccessObject } from './use-access-documents.js';

type Muted = Readonly<Record<string, MutedObject>>;

interface GroupMatrixProps {
  readonly objects: readonly AccessObject[];
  readonly sets: readonly PermissionDocument[];
  readonly muted: Muted;
  readonly published: Muted;
  readonly onChange: (muted: Muted) => void;
}

const limits = [undefined, 'shared', 'own'] as const;

/** What the sets of a group add up to, greyed, and what the group mutes of it, struck through. */
export function GroupMatrix({ objects, sets, muted, published, onChange }: GroupMatrixProps) {
  const { t, i18n } = useTranslation();
  const [openName, setOpenName] = useState<string | null>(null);
  const toggle = (name: string) => setOpenName(openName === name ? null : name);
  const columns: readonly GrantColumn[] = [...rights.map((right) => ({ id: right, title: t(`access.right.${right}`) })), { id: 'atMost', title: t('access.right.atMost') }];
  const rows = objectRows(objects, {
    openName, language: i18n.language, onToggle: toggle, fieldsLabel: (object) => t('access.fieldsOf', { object }),
    isChanged: (name) => JSON.stringify(published[name] ?? {}) !== JSON.stringify(muted[name] ?? {}),
  });
  const cellOf = (row: GrantRow, { id, title }: GrantColumn): GrantCell | undefined => {
    const [object = '', field] = row.id.split('.');
    const rules = muted[object];
    if (field !== undefined) return id === 'read' || id === 'edit' ? fieldCell(row, object, field, id) : undefined;
    if (id === 'atMost') {
      const limit = rules?.atMost ?? 'all';
      const words = t(`access.level.${limit}`);
      return { level: limit, words, isInherited: rules?.atMost === undefined, label: t('access.cell', { row: row.name, column: title, level: words }) };
    }
    const right = id as Right;
    const level = sumLevel(sets, object, right);
    const left = muteLevel(level, right, rules);
    const isMuted = level !== 'none' && left === 'none';
    const words = t(levelWord(right, isMuted ? level : left));
    return { level: isMuted ? level : left, words, isMuted, isInherited: !isMuted, isFixed: level === 'none', label: t(isMuted ? 'access.cellMuted' : 'access.cell', { row: row.name, column: title, level: words }) };
  };
  const fieldCell = (row: GrantRow, object: string, field: string, right: 'read' | 'edit'): GrantCell => {
    const givers = fieldGivers(sets, object, field, right);
    const isMuted = givers.length > 0 && isFieldMuted(muted[object], field, right);
    const words = t(givers.length > 0 ? 'access.level.yes' : 'access.level.none');
    const via = t('access.fields.via.sets', { sets: givers.map(({ title }) => title).join(', ') });
    const what = { row: row.name, column: t(`access.right.${right}`), level: words, via };
    return { level: givers.length > 0 ? 'all' : 'none', words, isMuted, isInherited: !isMuted, isFixed: givers.length === 0, label: t(isMuted ? 'access.cellMuted' : givers.length > 0 ? 'access.cellVia' : 'access.cell', what) };
  };
  const change = (places: readonly Place[]) => {
    const [first] = places;
    if (!first) return;
    const isMutedAt = ({ row, column }: Place, rules: Muted) => {
      const [object = '', field] = row.split('.');
      return field === undefined ? rules[object]?.[column as Right] === true : rules[object]?.fields?.[field]?.[column as 'read' | 'edit'] === true;
    };
    const turnsOn = !isMutedAt(first, muted);
    const limit = limits[(limits.indexOf(muted[first.row]?.atMost) + 1) % limits.length];
    onChange(places.reduce<Muted>((rules, place) => {
      const [object = '', field] = place.row.split('.');
      if (place.column !== 'atMost' && isMutedAt(place, rules) === turnsOn) return rules;
      const what = place.column === 'atMost' ? { atMost: limit } : field === undefined ? (place.column as Right) : { field, right: place.column as 'read' | 'edit' };
      const { [object]: before, ...others } = rules;
      const turned = turnMuting(before, what);
      return turned ? { ...others, [object]: turned } : others;
    }, muted));
  };
  return <GrantGrid label={t('access.group.muting')} corner={t('access.object')} columns={columns} rows={rows} cellOf={cellOf} onChange={change} onToggle={({ id }) => toggle(id)} />;
}
