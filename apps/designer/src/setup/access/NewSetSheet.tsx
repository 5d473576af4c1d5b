import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../api/index.js';
import { Button, ErrorSummary, Sheet, TextField } from '../../ui/index.js';
import { suggestFieldName } from '../documents/suggest-name.js';
import { useSaveDraft } from '../documents/use-draft-edits.js';
import { matchProblems, sayProblem } from '../form/match-problems.js';
import { TranslatedText, type TranslatedTextValue } from '../form/TranslatedText.js';
import { useCloseGuard } from '../form/use-close-guard.js';
import styles from '../form/Form.module.css';

const noTitle: TranslatedTextValue = { text: '', titles: {} };

export function NewSetSheet({ onClose, onCreated }: { readonly onClose: () => void; readonly onCreated: (name: string) => void }) {
  const { t } = useTranslation();
  const [title, setTitle] = useState(noTitle);
  const [typedName, setTypedName] = useState<string | null>(null);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [wasTried, setTried] = useState(false);
  const { mutateAsync: save, isPending } = useSaveDraft();
  const { requestClose, dialog } = useCloseGuard(title !== noTitle, onClose);
  const name = typedName ?? suggestFieldName(title.text);
  const { byField, rest } = matchProblems(problems, { title: [`/permissions:${name}/title`], name: [`/permissions:${name}/name`] });

  const submit = async () => {
    setTried(true);
    if (title.text.trim() === '' || name === '') return;
    const document = { kind: 'permissions', name, title: title.text.trim(), ...(Object.keys(title.titles).length > 0 && { titles: title.titles }), objects: {}, guanxi: {} };
    const found = await save({ documents: [document] }).catch((error: Error): readonly Problem[] => [{ path: '', code: 'failed', message: error.message }]);
    setProblems(found);
    if (found.length > 0) return;
    onClose();
    onCreated(name);
  };
  return (
    <>
      <Sheet isOpen onOpenChange={requestClose} title={t('setup.sets.new')} description={t('setup.sets.newHelp')} isGuarded={title !== noTitle}
        footer={<><Button onPress={requestClose}>{t('ui.cancel')}</Button><Button variant="primary" isPending={isPending} onPress={() => void submit()}>{t('setup.sets.create')}</Button></>}>
        <form className={styles['stack']} noValidate onSubmit={(event) => { event.preventDefault(); void submit(); }}>
          {rest.length > 0 && <ErrorSummary title={t('setup.form.refused')} entries={rest.map((problem) => ({ message: sayProblem(problem) }))} />}
          <TranslatedText label={t('setup.sets.title')} isRequired autoFocus value={title} onChange={setTitle} error={byField.title ?? (wasTried && title.text.trim() === '' ? t('setup.sets.titleMissing') : undefined)} />
          <TextField label={t('setup.objects.apiName')} isCode isRequired value={name} onChange={setTypedName} maxLength={100} placeholder="fieldSales" error={byField.name ?? (wasTried && title.text.trim() !== '' && name === '' ? t('setup.field.nameMissing') : null)} />
        </form>
      </Sheet>
      {dialog}
    </>
  );
}
