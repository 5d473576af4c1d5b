import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CommandDialog } from '../../../../ui/overlays/CommandDialog.js';
import type { WorkflowAction } from '../../automation-types.js';
import { actionIcon } from '../action-icons.js';
import { groupActions } from './step-groups.js';
import styles from './Steps.module.css';

interface StepPickerProps {
  readonly actions: readonly WorkflowAction[];
  readonly isBeforeSave: boolean;
  /** A step was copied and can be pasted here: what it is called. */
  readonly copied: string | null;
  readonly onChoose: (action: string) => void;
  readonly onPaste: () => void;
  readonly onClose: () => void;
}

const paste = '\u0000paste';

/** Every step that can be put here, by groups, found by its title and by what it does. */
export function StepPicker({ actions, isBeforeSave, copied, onChoose, onPaste, onClose }: StepPickerProps) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const wanted = text.trim().toLocaleLowerCase();
  const sections = groupActions(actions, isBeforeSave).map(({ group, actions: own }) => ({
    title: t(`flow.group.${group}`),
    rows: own.map(({ name, title, description }) => ({ id: name, label: t(`automation.action.${name}.title`, { defaultValue: title }), description: t(`automation.action.${name}.description`, { defaultValue: description }), name }))
      .filter(({ label, description, name }) => [label, description, name].some((words) => words.toLocaleLowerCase().includes(wanted)))
      .map(({ name, ...row }) => { const Icon = actionIcon(name); return { ...row, glyph: <span className={styles['sign']}><Icon size={15} aria-hidden /></span> }; }),
  })).filter(({ rows }) => rows.length > 0);
  const pasting = copied !== null && wanted === '' ? [{ title: t('flow.copiedStep'), rows: [{ id: paste, label: t('flow.pasteStep', { title: copied }), shortcut: 'mod+v' }] }] : [];
  return (
    <CommandDialog isOpen onOpenChange={onClose} label={t('automation.flow.addStep')} placeholder={t('flow.searchSteps')} text={text} onTextChange={setText} sections={[...sections, ...pasting]}
      emptyText={t('ui.noMatch')} onChoose={(id) => (id === paste ? onPaste() : onChoose(id))} />
  );
}
