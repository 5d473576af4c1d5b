import { isFieldTypeName } from '@guanxi/field-types';
import { ArrowDown, ArrowUp, ArrowUpToLine, Check, Ellipsis, GripVertical, KeyRound, Pencil, RotateCcw, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Badge, classNames, CodeText, IconButton, Menu, PlainButton, type MenuGroup } from '../../../ui/index.js';
import { StateBadge } from '../../documents/StateBadge.js';
import { kindIcon } from '../field/kind-faces.js';
import type { FieldRow } from './field-rows.js';
import styles from './Fields.module.css';

interface FieldsTableProps {
  readonly label: string;
  readonly rows: readonly FieldRow[];
  readonly titleOf: (row: FieldRow) => string;
  readonly isReorderable: boolean;
  readonly isEditable: boolean;
  readonly onOpen: (name: string) => void;
  readonly onMove: (name: string, index: number) => void;
  readonly onRemove: (name: string) => void;
  readonly onBringBack: (row: FieldRow) => void;
}

export function FieldsTable({ label, rows, titleOf, isReorderable, isEditable, onOpen, onMove, onRemove, onBringBack }: FieldsTableProps) {
  const { t } = useTranslation();
  const [dragged, setDragged] = useState<string | null>(null);
  const [target, setTarget] = useState<number | null>(null);
  const movable = rows.filter(({ state }) => state !== 'REMOVED');
  const drop = () => {
    if (dragged !== null && target !== null && movable[target]?.name !== dragged) onMove(dragged, target);
    setDragged(null);
    setTarget(null);
  };
  return (
    <div className={styles['frame']}>
      <table className={styles['table']} aria-label={label}>
        <thead>
          <tr>
            <th scope="col">{t('setup.field.label')}</th><th scope="col">{t('setup.field.name')}</th><th scope="col">{t('setup.field.kind')}</th>
            <th scope="col" className={styles['mark']}>{t('setup.field.required')}</th><th scope="col" className={styles['mark']}>{t('setup.field.unique')}</th>
            <th scope="col">{t('setup.field.externalId')}</th><th scope="col">{t('setup.objects.state')}</th><th scope="col"><span className={styles['hidden']}>{t('ui.more')}</span></th>
          </tr>
        </thead>
        <tbody onDragOver={(event) => { if (dragged !== null) event.preventDefault(); }} onDrop={(event) => { event.preventDefault(); drop(); }}>
          {rows.map((row, index) => {
            const { name, property, isRequired, isNameField, state } = row;
            const isGone = state === 'REMOVED';
            const kind = property.guanxi.type;
            const Icon = kindIcon(kind);
            const title = titleOf(row);
            return (
              <tr key={property.guanxi.id} className={classNames(styles['row'], isGone && styles['gone'], dragged === name && styles['dragged'], target === index && dragged !== null && dragged !== name && styles['target'])}
                onDragEnter={() => { if (!isGone) setTarget(index); }}
                onClick={(event) => { if (!isGone && isEditable && !(event.target as Element).closest('button, a, [draggable]')) onOpen(name); }}>
                <th scope="row">
                  <span className={styles['label']}>
                    {isReorderable && !isGone && (
                      <span className={styles['handle']} draggable aria-hidden onDragEnd={() => { setDragged(null); setTarget(null); }}
                        onDragStart={(event) => { event.dataTransfer.effectAllowed = 'move'; setDragged(name); }}><GripVertical size={14} /></span>
                    )}
                    {isGone || !isEditable ? <span>{title}</span> : <PlainButton className={styles['open'] ?? ''} label={t('setup.field.openField', { name: title })} onPress={() => onOpen(name)}>{title}</PlainButton>}
                    {isNameField && <Badge tone="accent">{t('setup.field.nameField')}</Badge>}
                  </span>
                </th>
                <td><CodeText>{name}</CodeText></td>
                <td><span className={styles['kind']}><Icon size={14} aria-hidden />{isFieldTypeName(kind) ? t(`setup.kind.${kind}.label`) : kind}{typeof property.guanxi['target'] === 'string' && <span className={styles['quiet']}>→ {property.guanxi['target']}</span>}</span></td>
                <td className={styles['mark']}><Mark isOn={isRequired} label={t('setup.field.required')} /></td>
                <td className={styles['mark']}><Mark isOn={property.guanxi['unique'] === true} label={t('setup.field.unique')} /></td>
                <td>{property.guanxi['externalId'] === true && <span className={styles['kind']}><KeyRound size={14} aria-hidden />{t('ui.yes')}</span>}</td>
                <td><StateBadge state={state} /></td>
                <td className={styles['actions']}>
                  <Menu label={t('ui.more')} placement="bottom end" trigger={<IconButton size="small" icon={Ellipsis} label={t('setup.field.actions', { name: title })} isDisabled={!isEditable} />}
                    groups={isGone ? [{ id: 'back', items: [{ id: 'back', label: t('setup.field.bringBack'), icon: RotateCcw, onAction: () => onBringBack(row) }] }] : groupsFor(name, index)} />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );

  function groupsFor(name: string, index: number): readonly MenuGroup[] {
    return [
      { id: 'edit', items: [{ id: 'edit', label: t('ui.edit'), icon: Pencil, onAction: () => onOpen(name) }] },
      { id: 'move', items: [
        { id: 'up', label: t('setup.move.up'), icon: ArrowUp, isDisabled: !isReorderable || index === 0, onAction: () => onMove(name, index - 1) },
        { id: 'down', label: t('setup.move.down'), icon: ArrowDown, isDisabled: !isReorderable || index >= movable.length - 1, onAction: () => onMove(name, index + 1) },
        { id: 'top', label: t('setup.move.top'), icon: ArrowUpToLine, isDisabled: !isReorderable || index === 0, onAction: () => onMove(name, 0) },
      ] },
      { id: 'remove', items: [{ id: 'remove', label: t('setup.field.remove'), icon: Trash2, tone: 'danger', onAction: () => onRemove(name) }] },
    ];
  }
}

function Mark({ isOn, label }: { readonly isOn: boolean; readonly label: string }) {
  return isOn ? <Check size={15} role="img" aria-label={label} /> : null;
}
