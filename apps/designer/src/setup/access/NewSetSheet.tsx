import type { PermissionDocument } from '@guanxi/metadata';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../api/index.js';
import { Button, ErrorSummary, MultiSelect, Sheet, TextField } from '../../ui/index.js';
import { suggestFieldName } from '../documents/suggest-name.js';
import { useSaveDraft } from '../documents/use-draft-edits.js';
import { matchProblems, sayProblem } from '../form/match-problems.js';
import { TranslatedText, type TranslatedTextValue } from '../form/TranslatedText.js';
import { useCloseGuard } from '../form/use-close-guard.js';
import { useAccessDocuments } from './use-access-documents.js';
import styles from '../form/Form.module.css';

const noTitle: TranslatedTextValue = { text: '', titles: {} };

interface NewSetSheetProps {
  readonly kind: 'permissions' | 'permission-group';
  /** A permission set that the new one is to be like. */
  readonly like?: PermissionDocument;
  readonly onClose: () => void;
  readonly onCreated: (name: string) => void;
}

/** Names a new permission set, a copy of one, or a group. */
export function NewSetSheet({ kind, like, onClose, onCreated }: NewSetSheetProps) {
  const { t } = useTranslation();
  const { sets, say } = useAccessDocuments();
  const [title, setTitle] = useState<TranslatedTextValue>(like ? { text: t('access.list.copyOf', { title: like.title }), titles: {} } : noTitle);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const isGroup = kind === 'permission-group';
  const [typedName, setTypedName] = useState<string | null>(null);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [wasTried, setTried] = useState(false);
  const { mutateAsync: save, isPending } = useSaveDraft();
  const { requestClose, dialog } = useCloseGuard(title !== noTitle, onClose);
  const name = typedName ?? suggestFieldName(title.text);
  const { byField, rest } = matchProblems(problems, { title: [`/${kind}:${name}/title`], name: [`/${kind}:${name}/name`] });

  const submit = async () => {
    setTried(true);
    if (title.text.trim() === '' || name === '' || (isGroup && chosen.length === 0)) return;
    const { objects = {}, recordTypes, setup } = like ?? {};
    const content = isGroup ? { sets: chosen } : { objects, ...(recordTypes && { recordTypes }), ...(setup && { setup }) };
    const document = { kind, name, title: title.text.trim(), ...(Object.keys(title.titles).length > 0 && { titles: title.titles }), ...content, guanxi: {} };
    const found = await save({ documents: [document] });
    setProblems(found);
    if (found.length > 0) return;
    onClose();
    onCreated(name);
  };
  return (
    <>
      <Sheet isOpen onOpenChange={requestClose} title={t(isGroup ? 'access.list.newGroup' : 'setup.sets.new')} description={t(isGroup ? 'access.group.newHelp' : 'setup.sets.newHelp')} isGuarded={title !== noTitle}
        footer={<><Button onPress={requestClose}>{t('ui.cancel')}</Button><Button variant="primary" isPending={isPending} onPress={() => void submit()}>{t(isGroup ? 'access.group.create' : 'setup.sets.create')}</Button></>}>
        <form className={styles['stack']} noValidate onSubmit={(event) => { event.preventDefault(); void submit(); }}>
          {rest.length > 0 && <ErrorSummary title={t('setup.form.refused')} entries={rest.map((problem) => ({ message: sayProblem(problem) }))} />}
          <TranslatedText label={t('setup.sets.title')} isRequired autoFocus value={title} onChange={setTitle} error={byField.title ?? (wasTried && title.text.trim() === '' ? t('setup.sets.titleMissing') : undefined)} />
          <TextField label={t('setup.objects.apiName')} isCode isRequired value={name} onChange={setTypedName} maxLength={100} placeholder="fieldSales" error={byField.name ?? (wasTried && title.text.trim() !== '' && name === '' ? t('setup.field.nameMissing') : null)} />
          {isGroup && <MultiSelect label={t('access.group.sets')} isRequired choices={sets.map((one) => ({ value: one.name, label: say(one) }))} value={chosen} onChange={setChosen} error={wasTried && chosen.length === 0 ? t('access.group.noSets') : null} />}
        </form>
      </Sheet>
      {dialog}
    </>
  );
}
