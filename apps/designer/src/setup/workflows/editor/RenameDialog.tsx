import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Dialog, TextArea, TextField } from '../../../ui/index.js';
import type { WorkflowDraft } from '../automation-types.js';
import styles from './Inspector.module.css';

interface RenameDialogProps {
  readonly workflow: WorkflowDraft;
  readonly onChange: (workflow: WorkflowDraft) => void;
  readonly onClose: () => void;
}

/** Title and description; the API name stays. */
export function RenameDialog({ workflow, onChange, onClose }: RenameDialogProps) {
  const { t } = useTranslation();
  const [title, setTitle] = useState(workflow.title);
  const [description, setDescription] = useState(workflow.description ?? '');
  const apply = () => {
    const { description: _before, ...rest } = workflow;
    onChange({ ...rest, title: title.trim(), ...(description.trim() !== '' && { description: description.trim() }) });
    onClose();
  };
  return (
    <Dialog isOpen onOpenChange={onClose} title={t('automation.rename')} size="small"
      footer={<><Button onPress={onClose}>{t('ui.cancel')}</Button><Button variant="primary" isDisabled={title.trim() === ''} onPress={apply}>{t('ui.done')}</Button></>}>
      <div className={styles['stack']}>
        <TextField label={t('automation.new.title')} value={title} onChange={setTitle} isRequired autoFocus maxLength={200} />
        <TextArea label={t('automation.new.description')} value={description} onChange={setDescription} />
      </div>
    </Dialog>
  );
}
