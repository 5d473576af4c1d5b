import type { ObjectDocument, PermissionDocument } from '@guanxi/metadata';
import { Download, ShieldCheck } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Checkbox, EmptyState, saveFile, SearchField } from '../../ui/index.js';
import { useEdit } from '../documents/use-edit.js';
import { levelWord } from './describe-differences.js';
import { writeFieldAccess } from './write-field-access.js';
import type { GrantCell, GrantColumn, GrantRow, Place } from './grid/grant-grid-types.js';
import { GrantGrid } from './grid/GrantGrid.js';
import { fieldRows } from './grid/object-rows.js';
import { isGranted, levelOf, nextLevel, rights, setFieldRight, setLevel, type Right } from './rights.js';
import { fieldGivers, isFieldGranted, isFieldMuted } from './sum-sets.js';
import { useAccessDocuments } from './use-access-documents.js';
import styles from './Access.module.css';

/** Who may do what with records of one object and with each of its fields: permission sets are changed in place, groups tell by which sets. */
export function FieldAccess({ object, isRemoved = false }: { readonly object: ObjectDocument; readonly isRemoved?: boolean }) {
  const { t, i18n } = useTranslation();
  const { sets, groups, say } = useAccessDocuments();
  const { edit, isPending } = useEdit();
  const [search, setSearch] = useState('');
  const [isOnlyExceptions, setOnlyExceptions] = useState(false);
  if (sets.length === 0) return <EmptyState icon={ShieldCheck} title={t('access.fields.noSets')} />;
  const isLocked = isRemoved || isPending;
  const wanted = search.trim().toLocaleLowerCase();
  const hasException = (field: string) => sets.some(({ objects }) => objects[object.name]?.fields?.[field]) || groups.some(({ muted }) => muted?.objects?.[object.name]?.fields?.[field]);
  const rows = fieldRows(object, i18n.language).filter(({ id, name }) => `${id} ${name}`.toLocaleLowerCase().includes(wanted) && (!isOnlyExceptions || hasException(fieldOf(id))));
  const columns = [...sets, ...groups].flatMap((one) => fieldRights.map((right): GrantColumn => ({ id: `${one.name} ${right}`, title: t(`access.right.${right}`), group: say(one) })));

  const cellOf = ({ id, name }: GrantRow, column: GrantColumn): GrantCell => {
    const field = fieldOf(id);
    const [holder = '', right] = column.id.split(' ') as [string, 'read' | 'edit'];
    const set = sets.find((one) => one.name === holder);
    const group = groups.find((one) => one.name === holder);
    const permission = set?.objects[object.name];
    const givers = group ? fieldGivers(sets.filter((one) => group.sets.includes(one.name)), object.name, field, right) : [];
    const isMuted = group !== undefined && givers.length > 0 && isFieldMuted(group.muted?.objects?.[object.name], field, right);
    const isOn = set ? isFieldGranted(permission, field, right) : givers.length > 0;
    const isException = permission?.fields?.[field]?.[right] !== undefined || (right === 'edit' && permission?.fields?.[field]?.read === false);
    const via = isMuted ? t('access.fields.via.muted') : group && isOn ? t('access.fields.via.sets', { sets: givers.map(say).join(', ') }) : t(`access.fields.via.${isException ? 'exception' : isOn ? 'object' : 'none'}`);
    const canEdit = right === 'read' || permission?.create === true || permission?.edit !== undefined;
    const words = t(isOn ? 'access.level.yes' : 'access.level.none');
    return {
      level: isOn ? 'all' : 'none', words, isMuted, isException, isInherited: group !== undefined ? !isMuted : !isException, isFixed: isLocked || group !== undefined || permission?.read === undefined || !canEdit,
      label: t('access.cellVia', { row: name, column: `${column.group ?? ''} ${column.title}`, level: isMuted ? t('access.group.muted') : words, via }),
    };
  };
  const save = (changed: readonly PermissionDocument[]) => void edit({ documents: changed }, t('setup.sets.saved'));
  const change = (places: readonly Place[]) => {
    const [first] = places;
    if (!first) return;
    const [firstSet, firstRight] = first.column.split(' ') as [string, 'read' | 'edit'];
    const isOn = !isFieldGranted(sets.find(({ name }) => name === firstSet)?.objects[object.name], fieldOf(first.row), firstRight);
    const changed = new Map<string, PermissionDocument>();
    for (const { row, column } of places) {
      const [name = '', right] = column.split(' ') as [string, 'read' | 'edit'];
      const set = changed.get(name) ?? sets.find((one) => one.name === name);
      const permission = set?.objects[object.name];
      if (set && permission) changed.set(name, { ...set, objects: { ...set.objects, [object.name]: setFieldRight(permission, fieldOf(row), right, isOn) } });
    }
    save([...changed.values()]);
  };
  const exportFile = () => saveFile(`${object.name}-fields.csv`, writeFieldAccess(t('access.fields.field'), columns, rows, cellOf), 'text/csv;charset=utf-8');
  return (
    <div className={styles['stack']}>
      <RecordGrid object={object} sets={sets} say={say} isLocked={isLocked} onSave={(set) => save([set])} />
      <div className={styles['tools']}>
        <div className={styles['search']}><SearchField label={t('access.fields.search')} value={search} onChange={setSearch} /></div>
        <Checkbox isSelected={isOnlyExceptions} onChange={setOnlyExceptions}>{t('access.fields.differing')}</Checkbox>
        <Button icon={Download} onPress={exportFile}>{t('access.fields.export')}</Button>
        <span className={styles['quiet']}>{t('access.fields.description')}</span>
      </div>
      {rows.length === 0 ? <EmptyState kind="no-match" title={t('ui.noMatch')} /> : <GrantGrid label={t('access.fields.title', { object: object.title })} corner={t('access.fields.field')} columns={columns} rows={rows} cellOf={cellOf} onChange={change} />}
    </div>
  );
}

interface RecordGridProps {
  readonly object: ObjectDocument;
  readonly sets: readonly PermissionDocument[];
  readonly say: (set: PermissionDocument) => string;
  readonly isLocked: boolean;
  readonly onSave: (set: PermissionDocument) => void;
}

/** Permission sets by rights on the records of the object. */
function RecordGrid({ object, sets, say, isLocked, onSave }: RecordGridProps) {
  const { t } = useTranslation();
  const columns = rights.map((right): GrantColumn => ({ id: right, title: t(`access.right.${right}`) }));
  const rows = sets.map((set): GrantRow => ({ id: set.name, name: say(set), head: say(set) }));
  const levelAt = (name: string, right: Right) => levelOf(sets.find((one) => one.name === name)?.objects[object.name], right);
  const cellOf = (row: GrantRow, { id, title }: GrantColumn): GrantCell => {
    const level = levelAt(row.id, id as Right);
    const words = t(levelWord(id as Right, level));
    return { level, words, isFixed: isLocked, label: t('access.cell', { row: row.name, column: title, level: words }) };
  };
  const change = ([first]: readonly Place[]) => {
    const set = sets.find((one) => one.name === first?.row);
    if (!first || !set) return;
    const right = first.column as Right;
    const permission = setLevel(set.objects[object.name], right, nextLevel(right, levelAt(set.name, right)));
    const { [object.name]: _before, ...others } = set.objects;
    onSave({ ...set, objects: isGranted(permission) ? { ...others, [object.name]: permission } : others });
  };
  return <GrantGrid label={t('access.list.sets')} corner={t('access.list.sets')} columns={columns} rows={rows} cellOf={cellOf} onChange={change} />;
}

const fieldRights = ['read', 'edit'] as const;

function fieldOf(id: string): string {
  return id.slice(id.indexOf('.') + 1);
}
