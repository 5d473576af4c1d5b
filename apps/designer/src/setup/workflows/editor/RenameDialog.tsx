import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, ComboBox, Dialog, TextArea, TextField } from '../../../ui/index.js';
import { draftedDocuments, isKind } from '../../documents/setup-queries.js';
import type { WorkflowDraft } from '../automation-types.js';
import styles from './Inspector.module.css';

interface RenameDialogProps {
  readonly workflow: WorkflowDraft;
  readonly onChange: (workflow: WorkflowDraft) => void;
  readonly onClose: () => void;
}

/** Title, description and folder; the API name stays. */
export function RenameDialog({ workflow, onChange, onClose }: RenameDialogProps) {
  const { t } = useTranslation();
  const [title, setTitle] = useState(workflow.title);
  const [description, setDescription] = useState(workflow.description ?? '');
  const [folder, setFolder] = useState(workflow.folder ?? null);
  const { data: documents = [] } = useQuery(draftedDocuments);
  const folders = [...new Set(documents.filter(isKind('workflow')).flatMap(({ document }) => document.folder ?? []))].sort((one, other) => one.localeCompare(other));
  const apply = () => {
    const { description: _description, folder: _folder, ...rest } = workflow;
    const place = folder?.trim() ?? '';
    onChange({ ...rest, title: title.trim(), ...(description.trim() !== '' && { description: description.trim() }), ...(place !== '' && { folder: place }) });
    onClose();
  };
  return (
    <Dialog isOpen onOpenChange={onClose} title={t('automation.rename')} size="small"
      footer={<><Button onPress={onClose}>{t('ui.cancel')}</Button><Button variant="primary" isDisabled={title.trim() === ''} onPress={apply}>{t('ui.done')}</Button></>}>
      <div className={styles['stack']}>
        <TextField label={t('automation.new.title')} value={title} onChange={setTitle} isRequired autoFocus maxLength={200} />
        <TextArea label={t('automation.new.description')} value={description} onChange={setDescription} />
        <ComboBox label={t('automation.new.folder')} help={t('automation.new.folderHelp')} choices={folders.map((value) => ({ value, label: value }))} value={folder} onChange={setFolder} allowsCustomValue />
      </div>
    </Dialog>
  );
}
