import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../api/index.js';
import { Button, Dialog, ErrorSummary, RadioGroup, Select, TextField } from '../../ui/index.js';
import { useDraftedObjects } from '../documents/drafted-objects.js';
import type { StatedDocument } from '../documents/document-types.js';
import { freeName, suggestFieldName } from '../documents/suggest-name.js';
import { useSaveDraft } from '../documents/use-draft-edits.js';
import { sayProblem } from '../form/match-problems.js';
import { writeTemplate } from './message-draft.js';
import { starters, type StarterName } from './starters.js';
import formStyles from '../form/Form.module.css';

const starterNames = Object.keys(starters) as StarterName[];

/** A name, what it is about, and what to begin with. */
export function NewMessageDialog({ documents, onClose }: { readonly documents: readonly StatedDocument[]; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const objects = useDraftedObjects().filter(({ platform }) => !platform);
  const [title, setTitle] = useState('');
  const [object, setObject] = useState<string | null>(null);
  const [starter, setStarter] = useState<StarterName>('follow-up');
  const [wasTried, setTried] = useState(false);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const { mutateAsync: save, isPending } = useSaveDraft();
  const chosen = objects.find(({ name }) => name === object);

  const create = async () => {
    setTried(true);
    if (title.trim() === '' || !chosen) return;
    const taken = documents.filter(({ kind }) => kind === 'message-template').map(({ name }) => name);
    const name = freeName(suggestFieldName(title) || 'message', taken);
    const found = await save({ documents: [writeTemplate({ name, label: { text: title, titles: {} }, object: chosen.name, ...starters[starter](chosen.nameField) })] }).catch((error: Error) => [{ path: '', code: 'failed', message: error.message }]);
    setProblems(found);
    if (found.length > 0) return;
    onClose();
    void navigate({ to: '/setup/messages/$template', params: { template: name } });
  };
  return (
    <Dialog isOpen onOpenChange={onClose} title={t('mail.new')} footer={(
      <>
        <Button onPress={onClose}>{t('ui.cancel')}</Button>
        <Button variant="primary" isPending={isPending} onPress={() => void create()}>{t('mail.create')}</Button>
      </>
    )}>
      <form className={formStyles['stack']} noValidate onSubmit={(event) => { event.preventDefault(); void create(); }}>
        {problems.length > 0 && <ErrorSummary title={t('setup.form.refused')} entries={problems.map((problem) => ({ message: sayProblem(problem) }))} />}
        <TextField label={t('setup.field.label')} isRequired autoFocus value={title} onChange={setTitle} maxLength={255} error={wasTried && title.trim() === '' ? t('mail.titleMissing') : null} />
        <Select label={t('mail.about')} isRequired value={object} onChange={setObject} choices={objects.map(({ name, label }) => ({ value: name, label }))} error={wasTried && !chosen ? t('mail.aboutMissing') : null} />
        <RadioGroup label={t('mail.beginWith')} value={starter} onChange={(next) => setStarter(next as StarterName)} choices={starterNames.map((name) => ({ value: name, label: t(`mail.starters.${name}.title`), description: t(`mail.starters.${name}.body`) }))} />
      </form>
    </Dialog>
  );
}
