import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../api/index.js';
import { Button, Dialog, ErrorSummary, Select, TextField } from '../../ui/index.js';
import { useDraftedObjects } from '../documents/drafted-objects.js';
import type { StatedDocument } from '../documents/document-types.js';
import { freeName, suggestFieldName } from '../documents/suggest-name.js';
import { useSaveDraft } from '../documents/use-draft-edits.js';
import { sayProblem } from '../form/match-problems.js';
import { newTemplate } from './letter-draft.js';
import formStyles from '../form/Form.module.css';

/** A title, and what the document is made of. */
export function NewLetterDialog({ documents, onClose }: { readonly documents: readonly StatedDocument[]; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const objects = useDraftedObjects().filter(({ platform }) => !platform);
  const [title, setTitle] = useState('');
  const [object, setObject] = useState<string | null>(null);
  const [wasTried, setTried] = useState(false);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const { mutateAsync: save, isPending } = useSaveDraft();
  const chosen = objects.find(({ name }) => name === object);

  const create = async () => {
    setTried(true);
    if (title.trim() === '' || !chosen) return;
    const name = freeName(suggestFieldName(title) || 'letter', documents.filter(({ kind }) => kind === 'document-template').map((one) => one.name));
    const found = await save({ documents: [newTemplate({ name, title: title.trim(), object: chosen, objects })] }).catch((error: Error) => [{ path: '', code: 'failed', message: error.message }]);
    setProblems(found);
    if (found.length > 0) return;
    onClose();
    void navigate({ to: '/setup/letters/$template', params: { template: name } });
  };
  return (
    <Dialog isOpen onOpenChange={onClose} title={t('letters.new')} footer={(
      <>
        <Button onPress={onClose}>{t('ui.cancel')}</Button>
        <Button variant="primary" isPending={isPending} onPress={() => void create()}>{t('letters.create')}</Button>
      </>
    )}>
      <form className={formStyles['stack']} noValidate onSubmit={(event) => { event.preventDefault(); void create(); }}>
        {problems.length > 0 && <ErrorSummary title={t('setup.form.refused')} entries={problems.map((problem) => ({ message: sayProblem(problem) }))} />}
        <TextField label={t('setup.field.label')} isRequired autoFocus value={title} onChange={setTitle} maxLength={255} error={wasTried && title.trim() === '' ? t('letters.titleMissing') : null} />
        <Select label={t('letters.about')} isRequired value={object} onChange={setObject} choices={objects.map(({ name, label }) => ({ value: name, label }))} error={wasTried && !chosen ? t('letters.aboutMissing') : null} />
      </form>
    </Dialog>
  );
}
