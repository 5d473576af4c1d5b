import type { PicklistValue } from '@guanxi/field-types';
import { ArrowDown, ArrowUp, ArrowUpToLine, Ellipsis, Eye, EyeOff, GripVertical, Languages, Merge, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/index.js';
import { languageNames } from '../../shell/index.js';
import { classNames, hueOf, IconButton, Menu, PlainButton, Popover, TextField } from '../../ui/index.js';
import { ColorSwatches } from '../form/ColorSwatches.js';
import styles from './Values.module.css';

interface ValueRowProps {
  readonly value: PicklistValue;
  readonly index: number;
  readonly count: number;
  /** Records may hold the value. */
  readonly isSaved: boolean;
  /** How many do; undefined where nobody has counted. */
  readonly records: number | undefined;
  readonly isDragged: boolean;
  readonly isTarget: boolean;
  readonly onLabel: (label: string) => void;
  readonly onChange: (changes: Partial<PicklistValue>) => void;
  readonly onMove: (to: number) => void;
  readonly onRemove: () => void;
  readonly onReplace?: () => void;
  readonly onDragStart: () => void;
  readonly onDragOver: () => void;
  readonly onDragEnd: () => void;
}

const others = ['zh-TW', 'zh-CN'] as const;

export function ValueRow({ value, index, count, isSaved, records, isDragged, isTarget, onLabel, onChange, onMove, onRemove, onReplace, onDragStart, onDragOver, onDragEnd }: ValueRowProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [isTranslating, setTranslating] = useState(false);
  const name = value.label || value.value;
  const isOffered = value.active !== false;
  const isHeld = (records ?? 0) > 0;
  const translateTo = (language: string, text: string) => {
    const { [language]: _before, ...labels } = value.labels ?? {};
    onChange({ labels: text === '' ? labels : { ...labels, [language]: text } });
  };
  return (
    <li className={classNames(styles['item'], isDragged && styles['dragged'], isTarget && styles['target'])} onDragEnter={onDragOver}>
      <div className={classNames(styles['row'], !isOffered && styles['off'])}>
        <span className={styles['handle']} draggable aria-hidden onDragStart={(event) => { event.dataTransfer.effectAllowed = 'move'; onDragStart(); }} onDragEnd={onDragEnd}><GripVertical size={14} /></span>
        <Popover label={t('setup.picklist.color', { name })} trigger={<PlainButton className={styles['color'] ?? ''} label={t('setup.picklist.color', { name })}><span className={styles['dot']} style={{ '--hue': hueOf(value.color ?? value.value) }} /></PlainButton>}>
          <ColorSwatches label={t('setup.newObject.color')} value={value.color ?? null} onChange={(color) => onChange({ color })} />
        </Popover>
        <TextField label={t('setup.picklist.labelOf', { number: index + 1 })} hideLabel value={value.label} onChange={onLabel} maxLength={255} />
        <TextField label={t('setup.picklist.valueOf', { name })} hideLabel isCode value={value.value} onChange={(next) => onChange({ value: next })} isReadOnly={isSaved} maxLength={255} />
        <span className={styles['records']} title={records === undefined ? undefined : t('model.picklist.records', { count: records, number: format.number(records) })}>{records === undefined ? '' : format.number(records)}</span>
        <IconButton size="small" icon={isOffered ? Eye : EyeOff} label={t(isOffered ? 'model.picklist.offered' : 'model.picklist.notOffered', { name })} onPress={() => onChange({ active: isOffered ? false : undefined } as Partial<PicklistValue>)} />
        <Menu label={t('ui.more')} trigger={<IconButton size="small" icon={Ellipsis} label={t('setup.picklist.actions', { name })} />} placement="bottom end" groups={[
          { id: 'move', items: [
            { id: 'up', label: t('setup.move.up'), icon: ArrowUp, isDisabled: index === 0, onAction: () => onMove(index - 1) },
            { id: 'down', label: t('setup.move.down'), icon: ArrowDown, isDisabled: index === count - 1, onAction: () => onMove(index + 1) },
            { id: 'top', label: t('setup.move.top'), icon: ArrowUpToLine, isDisabled: index === 0, onAction: () => onMove(0) },
          ] },
          { id: 'words', items: [{ id: 'translate', label: t('model.picklist.translate'), icon: Languages, isChosen: isTranslating, onAction: () => setTranslating(!isTranslating) }] },
          { id: 'remove', items: [
            ...(onReplace && isSaved ? [{ id: 'merge', label: t('model.picklist.merge'), icon: Merge, onAction: onReplace }] : []),
            { id: 'remove', label: t('ui.remove'), icon: Trash2, tone: 'danger' as const, onAction: isHeld && onReplace ? onReplace : onRemove },
          ] },
        ]} />
      </div>
      {isTranslating && (
        <div className={styles['labels']}>
          {others.map((language) => (
            <TextField key={language} label={t('setup.form.inLanguage', { label: name, language: languageNames[language] })} hideLabel prefix={<span lang={language}>{languageNames[language]}</span>}
              value={value.labels?.[language] ?? ''} onChange={(text) => translateTo(language, text)} maxLength={255} />
          ))}
        </div>
      )}
    </li>
  );
}
