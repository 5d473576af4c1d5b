import type { ObjectPermission, PermissionDocument } from '@guanxi/metadata';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { levelWord } from './describe-differences.js';
import type { GrantCell, GrantColumn, GrantRow, Place } from './grid/grant-grid-types.js';
import { GrantGrid } from './grid/GrantGrid.js';
import { objectRows } from './grid/object-rows.js';
import { impliedBy, levelOf, nextLevel, rights, setFieldRight, setLevel, type Right } from './rights.js';
import { isFieldGranted } from './sum-sets.js';
import type { AccessObject } from './use-access-documents.js';

interface SetMatrixProps {
  readonly objects: readonly AccessObject[];
  readonly published: PermissionDocument;
  readonly set: PermissionDocument;
  readonly onChange: (objects: PermissionDocument['objects'], implied: readonly string[]) => void;
}

/** Objects by rights, changed in place; a row opens to the exceptions of its fields. */
export function SetMatrix({ objects, published, set, onChange }: SetMatrixProps) {
  const { t, i18n } = useTranslation();
  const [openName, setOpenName] = useState<string | null>(null);
  const toggle = (name: string) => setOpenName(openName === name ? null : name);
  const titles = new Map(objects.map(({ name, title }) => [name, title]));
  const columns = rights.map((right): GrantColumn => ({ id: right, title: t(`access.right.${right}`) }));
  const rows = objectRows(objects, {
    openName, language: i18n.language, onToggle: toggle, fieldsLabel: (object) => t('access.fieldsOf', { object }),
    isChanged: (name) => JSON.stringify(published.objects[name] ?? {}) !== JSON.stringify(set.objects[name] ?? {}),
  });

  const cellOf = (row: GrantRow, column: GrantColumn): GrantCell | undefined => {
    const right = column.id as Right;
    const [object = '', field] = row.id.split('.');
    const permission = set.objects[object];
    if (field !== undefined) return right === 'read' || right === 'edit' ? fieldCell(row, permission, field, right) : undefined;
    if (object === 'User' && right !== 'read') return undefined;
    const level = levelOf(permission, right);
    const words = t(levelWord(right, level));
    return { level, words, label: t('access.cell', { row: row.name, column: column.title, level: words }) };
  };
  const fieldCell = (row: GrantRow, permission: ObjectPermission | undefined, field: string, right: 'read' | 'edit'): GrantCell => {
    const isOn = isFieldGranted(permission, field, right);
    const follows = permission?.fields?.[field]?.[right] === undefined && !(right === 'edit' && permission?.fields?.[field]?.read === false);
    const words = t(isOn ? 'access.level.yes' : 'access.level.none');
    const canEdit = right === 'read' || permission?.create === true || permission?.edit !== undefined;
    return {
      level: isOn ? 'all' : 'none', words, isInherited: follows, isException: !follows, isFixed: permission?.read === undefined || !canEdit,
      label: t('access.cellVia', { row: row.name, column: t(`access.right.${right}`), level: words, via: t(follows ? 'access.fields.via.object' : 'access.fields.via.exception') }),
    };
  };

  const change = (places: readonly Place[]) => {
    const [first] = places;
    if (!first) return;
    const [firstObject = '', firstField] = first.row.split('.');
    const right = first.column as Right;
    const isOn = firstField !== undefined && !isFieldGranted(set.objects[firstObject], firstField, right as 'read' | 'edit');
    const next = firstField === undefined ? nextLevel(right, levelOf(set.objects[firstObject], right)) : isOn ? 'all' : 'none';
    let grants = set.objects;
    const implied: string[] = [];
    for (const { row, column } of places) {
      const [object = '', field] = row.split('.');
      const [changed, before] = [column as Right, grants[object]];
      if (field !== undefined) {
        if (before) grants = { ...grants, [object]: setFieldRight(before, field, changed as 'read' | 'edit', next !== 'none') };
        continue;
      }
      const isScope = changed === 'read' || changed === 'edit' || changed === 'delete';
      const level = isScope ? next : next === 'none' ? 'none' : 'all';
      const after = setLevel(before, changed, level);
      grants = { ...grants, [object]: after };
      const words = { object: titles.get(object) ?? object };
      for (const other of impliedBy(before, after, changed)) {
        const told = { ...words, level: t(levelWord(other, levelOf(after, other))), right: t(`access.right.${other === 'read' ? changed : other}`) };
        implied.push(t(other === 'read' ? 'access.implied.read' : 'access.implied.less', told));
      }
      if (changed === 'import' && after.import && after.create !== true && after.edit === undefined) implied.push(t('access.implied.import', words));
    }
    onChange(grants, implied);
  };
  return <GrantGrid label={t('access.grid')} corner={t('access.object')} columns={columns} rows={rows} cellOf={cellOf} onChange={change} onToggle={({ id }) => toggle(id)} />;
}
