import type { PicklistDocument } from '@guanxi/metadata';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../api/index.js';
import { AlertDialog, Button, ErrorSummary, hasModKey, isComposing, Sheet, showToast, TextArea, TextField, TextLink } from '../../ui/index.js';
import type { StatedDocument } from '../documents/document-types.js';
import { draftedDocuments, publishedDocuments } from '../documents/setup-queries.js';
import { suggestObjectName } from '../documents/suggest-name.js';
import { useSaveDraft } from '../documents/use-draft-edits.js';
import { useDraftUndo } from '../documents/use-draft-undo.js';
import { useObjectTitle } from '../documents/use-object-title.js';
import { matchProblems, sayProblem } from '../form/match-problems.js';
import { TranslatedText } from '../form/TranslatedText.js';
import { useCloseGuard } from '../form/use-close-guard.js';
import { emptySet, readSet, renameSetUsers, writeSet, type SetDraft } from './picklist-draft.js';
import { useSetUsage } from './use-set-usage.js';
import { usersOfSet } from './users-of-set.js';
import { ValuesEditor } from './ValuesEditor.js';
import styles from './Picklists.module.css';
import formStyles from '../form/Form.module.css';

/** The panel of one global list; null makes a new one. */
export function PicklistSheet({ stated, onClose }: { readonly stated: StatedDocument<PicklistDocument> | null; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const objectTitle = useObjectTitle();
  const { data: documents = [] } = useQuery(draftedDocuments);
  const { data: published = [] } = useQuery(publishedDocuments);
  const [initial] = useState<SetDraft>(() => (stated ? readSet(stated.document) : emptySet));
  const [draft, setDraft] = useState(initial);
  const [isNamed, setNamed] = useState(stated !== null);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [wasTried, setTried] = useState(false);
  const [isRemoving, setRemoving] = useState(false);
  const { mutateAsync: save, isPending } = useSaveDraft();
  const { undo } = useDraftUndo();
  const isDirty = draft !== initial;
  const { requestClose, dialog } = useCloseGuard(isDirty, onClose);
  const set = (changes: Partial<SetDraft>) => setDraft((before) => ({ ...before, ...changes }));
  const name = isNamed ? draft.name : suggestObjectName(draft.label.text);
  const before = published.find(({ document }) => document.guanxi.id === stated?.document.guanxi.id)?.document as PicklistDocument | undefined;
  const users = stated ? usersOfSet(stated.name, documents) : [];
  const usage = useSetUsage(before ? users : []);
  const { byField, rest } = matchProblems(problems, { label: [`/picklist:${name}/title`], name: [`/picklist:${name}/name`], values: [`/picklist:${name}/values`] });

  const attempt = async (edit: Parameters<typeof save>[0]): Promise<boolean> => {
    const found = await save(edit);
    setProblems(found);
    return found.length === 0;
  };
  const submit = async () => {
    setTried(true);
    if (draft.label.text.trim() === '' || name === '' || draft.values.length === 0) return;
    const renamed = stated && stated.name !== name ? renameSetUsers(stated.name, name, documents) : [];
    if (!await attempt({ documents: [writeSet({ ...draft, name }, stated?.document), ...renamed] })) return;
    showToast({ message: t('model.picklists.saved', { name: draft.label.text }), tone: 'success', onUndo: undo });
    onClose();
  };
  const remove = async () => {
    if (!stated) return;
    const isDone = await attempt({ remove: [{ kind: 'picklist', name: stated.name }] });
    setRemoving(false);
    if (!isDone) return;
    showToast({ message: t('setup.remove.done', { name: draft.label.text }), tone: 'success', onUndo: undo });
    onClose();
  };
  return (
    <>
      <Sheet isOpen onOpenChange={requestClose} size="large" title={stated ? draft.label.text : t('model.picklists.new')} description={t('model.picklists.sheet')} isGuarded={isDirty}
        footer={(
          <>
            {stated && <span className={styles['footStart']}><Button variant="quiet" isDisabled={users.length > 0} onPress={() => setRemoving(true)}>{t('model.picklists.remove')}</Button></span>}
            <Button onPress={requestClose}>{t('ui.cancel')}</Button>
            <Button variant="primary" isPending={isPending} isDisabled={stated !== null && !isDirty} onPress={() => void submit()}>{t(stated ? 'ui.save' : 'model.picklists.create')}</Button>
          </>
        )}>
        <form className={formStyles['stack']} noValidate onSubmit={(event) => { event.preventDefault(); void submit(); }} onKeyDown={(event) => { if (event.key === 'Enter' && hasModKey(event) && !isComposing(event)) void submit(); }}>
          {rest.length > 0 && <ErrorSummary title={t('setup.form.refused')} entries={rest.map((problem) => ({ message: sayProblem(problem) }))} />}
          <TranslatedText label={t('setup.field.label')} isRequired autoFocus={!stated} value={draft.label} onChange={(label) => set({ label })} error={byField.label ?? (wasTried && draft.label.text.trim() === '' ? t('model.picklists.labelMissing') : undefined)} />
          <TextField label={t('setup.field.name')} isCode isRequired value={name} maxLength={50} placeholder="Tier" onChange={(next) => { setNamed(true); set({ name: next }); }} help={t('model.picklists.nameHelp')}
            error={byField.name ?? (wasTried && name === '' ? t('setup.newObject.nameMissing') : null)} />
          <ValuesEditor label={t('setup.setting.values')} values={draft.values} onChange={(values) => set({ values })} usage={usage} saved={new Set(before?.values.map(({ value }) => value))}
            error={byField.values ?? (wasTried && draft.values.length === 0 ? t('model.picklists.valuesMissing') : undefined)} />
          <TextArea label={t('setup.object.description')} value={draft.description} onChange={(description) => set({ description })} rows={2} />
          {stated && (
            <section aria-label={t('model.picklists.usedBy')}>
              <p className={formStyles['legend']}>{users.length === 0 ? t('model.picklists.unused') : t('model.picklists.usedBy')}</p>
              <ul className={styles['users']}>
                {users.map(({ object, field, title }) => <li key={`${object}.${field}`}><TextLink isPlain href={`/setup/objects/${object}?field=${field}`}>{objectTitle(object)} › {title}</TextLink></li>)}
              </ul>
            </section>
          )}
        </form>
      </Sheet>
      <AlertDialog isOpen={isRemoving} onOpenChange={setRemoving} title={t('model.picklists.removeTitle', { name: draft.label.text })} confirmLabel={t('model.picklists.remove')} isPending={isPending} onConfirm={() => void remove()}>{t('setup.remove.unused')}</AlertDialog>
      {dialog}
    </>
  );
}

