import type { PicklistValue } from '@guanxi/field-types';
import { ArrowDown, ArrowUp, ArrowUpToLine, Ellipsis, GripVertical, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { classNames, hueOf, IconButton, Menu, PlainButton, Popover, TextField } from '../../../../ui/index.js';
import { ColorSwatches } from '../../../form/ColorSwatches.js';
import styles from './Picklist.module.css';

interface PicklistRowProps {
  readonly value: PicklistValue;
  readonly index: number;
  readonly count: number;
  /** Records may hold the value. */
  readonly isSaved: boolean;
  readonly isDragged: boolean;
  readonly isTarget: boolean;
  readonly onLabel: (label: string) => void;
  readonly onChange: (changes: Partial<PicklistValue>) => void;
  readonly onMove: (to: number) => void;
  readonly onRemove: () => void;
  readonly onDragStart: () => void;
  readonly onDragOver: () => void;
  readonly onDragEnd: () => void;
}

export function PicklistRow({ value, index, count, isSaved, isDragged, isTarget, onLabel, onChange, onMove, onRemove, onDragStart, onDragOver, onDragEnd }: PicklistRowProps) {
  const { t } = useTranslation();
  const name = value.label || value.value;
  return (
    <li className={classNames(styles['row'], isDragged && styles['dragged'], isTarget && styles['target'])} onDragEnter={onDragOver}>
      <span className={styles['handle']} draggable aria-hidden onDragStart={(event) => { event.dataTransfer.effectAllowed = 'move'; onDragStart(); }} onDragEnd={onDragEnd}><GripVertical size={14} /></span>
      <Popover label={t('setup.picklist.color', { name })} trigger={<PlainButton className={styles['color'] ?? ''} label={t('setup.picklist.color', { name })}><span className={styles['dot']} style={{ '--hue': hueOf(value.color ?? value.value) }} /></PlainButton>}>
        <ColorSwatches label={t('setup.newObject.color')} value={value.color ?? null} onChange={(color) => onChange({ color })} />
      </Popover>
      <TextField label={t('setup.picklist.labelOf', { number: index + 1 })} hideLabel value={value.label} onChange={onLabel} maxLength={255} />
      <TextField label={t('setup.picklist.valueOf', { name })} hideLabel isCode value={value.value} onChange={(next) => onChange({ value: next })} isReadOnly={isSaved} maxLength={255} />
      <Menu label={t('ui.more')} trigger={<IconButton size="small" icon={Ellipsis} label={t('setup.picklist.actions', { name })} />} placement="bottom end" groups={[
        { id: 'move', items: [
          { id: 'up', label: t('setup.move.up'), icon: ArrowUp, isDisabled: index === 0, onAction: () => onMove(index - 1) },
          { id: 'down', label: t('setup.move.down'), icon: ArrowDown, isDisabled: index === count - 1, onAction: () => onMove(index + 1) },
          { id: 'top', label: t('setup.move.top'), icon: ArrowUpToLine, isDisabled: index === 0, onAction: () => onMove(0) },
        ] },
        { id: 'remove', items: [{ id: 'remove', label: t('ui.remove'), icon: Trash2, tone: 'danger', onAction: onRemove }] },
      ]} />
    </li>
  );
}
