import { isFieldTypeName } from '@guanxi/field-types';
import { ArrowDown, ArrowUp, ArrowUpToLine, Check, Ellipsis, Eye, GripVertical, KeyRound, Lock, Network, Pencil, RotateCcw, TextCursorInput, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../format/index.js';
import { Badge, Checkbox, classNames, CodeText, IconButton, Menu, PlainButton, Skeleton, type MenuGroup } from '../../../ui/index.js';
import { StateBadge } from '../../documents/StateBadge.js';
import { kindIcon } from '../field/kind-icons.js';
import { FieldLabelInput } from './FieldLabelInput.js';
import { isSensitive } from './field-filters.js';
import type { FieldsGridProps } from './FieldsGrid.js';
import type { FieldRow } from './field-rows.js';
import styles from './Fields.module.css';

interface FieldGridRowProps {
  readonly grid: FieldsGridProps;
  readonly row: FieldRow;
  readonly index: number;
  readonly lastIndex: number;
  readonly activeColumn: number | null;
  readonly isRenaming: boolean;
  readonly onRename: (name: string) => void;
  /** With the new label; null leaves the old one. */
  readonly onRenamed: (label: string | null) => void;
  readonly onToggle: (name: string) => void;
  readonly isDragged: boolean;
  readonly isTarget: boolean;
  readonly onDragStart: () => void;
  readonly onDragOver: () => void;
  readonly onDragEnd: () => void;
}

export function FieldGridRow({ grid, row, index, lastIndex, activeColumn, isRenaming, onRename, onRenamed, onToggle, isDragged, isTarget, onDragStart, onDragOver, onDragEnd }: FieldGridRowProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { titleOf, selection, isReorderable, isEditable, statistics, isCounting, onOpen, onMove, onRemove, onBringBack, onAskUses } = grid;
  const { name, property, isRequired, isNameField, state } = row;
  const { guanxi } = property;
  const isGone = state === 'REMOVED';
  const mayChange = isEditable && !isGone;
  const title = titleOf(row);
  const Icon = isFieldTypeName(guanxi.type) ? kindIcon(guanxi.type) : null;
  const statistic = state === 'CREATED' ? undefined : statistics?.get(name);
  const cell = (column: number) => ({ 'data-cell': `${index}:${column}`, tabIndex: activeColumn === column ? 0 : -1 });
  const counted = (text: string | null) => (text ?? (isCounting && state !== 'CREATED' ? <Skeleton width="32px" height="10px" /> : <span className={styles['quiet']}>–</span>));
  const target = guanxi['target'] ?? (guanxi['targets'] as readonly string[] | undefined)?.join(', ') ?? (guanxi['through'] as { readonly object?: string } | undefined)?.object;

  return (
    <tr className={classNames(styles['row'], isGone && styles['gone'], isDragged && styles['dragged'], isTarget && styles['target'], selection.has(name) && styles['selected'])} aria-selected={selection.has(name)}
      onDragEnter={() => { if (!isGone) onDragOver(); }} onClick={(event) => { if (mayChange && !(event.target as Element).closest('button, a, input, label, [draggable], [data-choose]')) onOpen(name); }}>
      <td className={styles['choose']} data-choose {...cell(0)}>
        {mayChange && !isNameField && <Checkbox aria-label={t('ui.grid.selectRow', { name: title })} excludeFromTabOrder isSelected={selection.has(name)} onChange={() => onToggle(name)} />}
      </td>
      <th scope="row" {...cell(1)} onDoubleClick={() => { if (mayChange) onRename(name); }}>
        <span className={styles['label']}>
          {isReorderable && !isGone && (
            <span className={styles['handle']} draggable aria-hidden onDragEnd={onDragEnd} onDragStart={(event) => { event.dataTransfer.effectAllowed = 'move'; onDragStart(); }}><GripVertical size={14} /></span>
          )}
          {isRenaming ? <FieldLabelInput label={t('model.fields.labelOf', { name })} value={title} onDone={onRenamed} />
            : mayChange ? <PlainButton className={styles['open'] ?? ''} excludeFromTabOrder label={t('setup.field.openField', { name: title })} onPress={() => onOpen(name)}>{title}</PlainButton> : <span>{title}</span>}
          {isNameField && <Badge tone="accent">{t('setup.field.nameField')}</Badge>}
          {guanxi['externalId'] === true && <KeyRound size={13} role="img" aria-label={t('setup.field.externalId')} className={styles['sign']} />}
          {guanxi['personal'] === true && <Lock size={13} role="img" aria-label={t('model.field.personal')} className={styles['sign']} />}
          {isSensitive(guanxi) && <Eye size={13} role="img" aria-label={t('model.field.sensitive')} className={styles['sign']} />}
        </span>
      </th>
      <td {...cell(2)}><CodeText>{name}</CodeText></td>
      <td {...cell(3)}><span className={styles['kind']}>{Icon && <Icon size={14} aria-hidden />}{isFieldTypeName(guanxi.type) ? t(`setup.kind.${guanxi.type}.label`) : guanxi.type}{typeof target === 'string' && <span className={styles['quiet']}>→ {target}</span>}</span></td>
      <td className={styles['mark']} {...cell(4)}><Mark isOn={isRequired || guanxi.type === 'masterDetail'} label={t('setup.field.required')} /></td>
      <td className={styles['mark']} {...cell(5)}><Mark isOn={guanxi['unique'] === true} label={t('setup.field.unique')} /></td>
      <td className={styles['number']} {...cell(6)}>
        {statistic ? <PlainButton className={styles['open'] ?? ''} excludeFromTabOrder label={t('model.fields.askUses', { name: title, count: statistic.usedBy })} onPress={() => onAskUses(row)}>{format.number(statistic.usedBy)}</PlainButton> : counted(null)}
      </td>
      <td className={styles['number']} {...cell(7)}>{counted(statistic && statistic.filled !== null && statistic.total !== null ? t('model.fields.percent', { percent: format.number(statistic.total === 0 ? 0 : Math.round((statistic.filled / statistic.total) * 100)) }) : null)}</td>
      <td {...cell(8)}>{counted(statistic ? statistic.lastUsedAt ? format.date(statistic.lastUsedAt.slice(0, 10)) : t('model.fields.never') : null)}</td>
      <td {...cell(9)}><StateBadge state={state} /></td>
      <td className={styles['actions']} {...cell(10)}>
        <Menu label={t('ui.more')} placement="bottom end" trigger={<IconButton size="small" excludeFromTabOrder icon={Ellipsis} label={t('setup.field.actions', { name: title })} isDisabled={!isEditable} />}
          groups={isGone ? [{ id: 'back', items: [{ id: 'back', label: t('setup.field.bringBack'), icon: RotateCcw, onAction: () => onBringBack(row) }] }] : groups()} />
      </td>
    </tr>
  );

  function groups(): readonly MenuGroup[] {
    return [
      { id: 'edit', items: [
        { id: 'edit', label: t('ui.edit'), icon: Pencil, onAction: () => onOpen(name) },
        { id: 'rename', label: t('model.fields.rename'), icon: TextCursorInput, shortcut: 'f2', onAction: () => onRename(name) },
        { id: 'uses', label: t('model.usage.open'), icon: Network, onAction: () => onAskUses(row) },
      ] },
      { id: 'move', items: [
        { id: 'up', label: t('setup.move.up'), icon: ArrowUp, isDisabled: !isReorderable || index === 0, onAction: () => onMove(name, index - 1) },
        { id: 'down', label: t('setup.move.down'), icon: ArrowDown, isDisabled: !isReorderable || index >= lastIndex, onAction: () => onMove(name, index + 1) },
        { id: 'top', label: t('setup.move.top'), icon: ArrowUpToLine, isDisabled: !isReorderable || index === 0, onAction: () => onMove(name, 0) },
      ] },
      { id: 'remove', items: [{ id: 'remove', label: t('setup.field.remove'), icon: Trash2, tone: 'danger', onAction: () => onRemove(name) }] },
    ];
  }
}

function Mark({ isOn, label }: { readonly isOn: boolean; readonly label: string }) {
  return isOn ? <Check size={15} role="img" aria-label={label} /> : null;
}
