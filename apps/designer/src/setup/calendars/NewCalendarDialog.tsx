import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../api/index.js';
import { Button, Dialog, ErrorSummary, TextField } from '../../ui/index.js';
import type { StatedDocument } from '../documents/document-types.js';
import { freeName, suggestFieldName } from '../documents/suggest-name.js';
import { useSaveDraft } from '../documents/use-draft-edits.js';
import { sayProblem } from '../form/match-problems.js';
import { newCalendar } from './calendar-draft.js';
import formStyles from '../form/Form.module.css';

/** A name; the hours begin as those of an office and are changed where they are seen. */
export function NewCalendarDialog({ documents, onClose }: { readonly documents: readonly StatedDocument[]; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [title, setTitle] = useState('');
  const [wasTried, setTried] = useState(false);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const { mutateAsync: save, isPending } = useSaveDraft();
  const create = async () => {
    setTried(true);
    if (title.trim() === '') return;
    const taken = documents.filter(({ kind }) => kind === 'business-calendar').map(({ name }) => name);
    const name = freeName(suggestFieldName(title) || 'calendar', taken);
    const found = await save({ documents: [newCalendar(name, title.trim(), crypto.randomUUID())] }).catch((error: Error) => [{ path: '', code: 'failed', message: error.message }]);
    setProblems(found);
    if (found.length > 0) return;
    onClose();
    void navigate({ to: '/setup/calendars/$calendar', params: { calendar: name } });
  };
  return (
    <Dialog isOpen onOpenChange={onClose} title={t('calendars.new')} footer={(
      <>
        <Button onPress={onClose}>{t('ui.cancel')}</Button>
        <Button variant="primary" isPending={isPending} onPress={() => void create()}>{t('calendars.create')}</Button>
      </>
    )}>
      <form className={formStyles['stack']} noValidate onSubmit={(event) => { event.preventDefault(); void create(); }}>
        {problems.length > 0 && <ErrorSummary title={t('setup.form.refused')} entries={problems.map((problem) => ({ message: sayProblem(problem) }))} />}
        <TextField label={t('setup.field.label')} isRequired autoFocus value={title} onChange={setTitle} maxLength={255} placeholder={t('calendars.example')} help={t('calendars.newBody')} error={wasTried && title.trim() === '' ? t('calendars.titleMissing') : null} />
      </form>
    </Dialog>
  );
}
