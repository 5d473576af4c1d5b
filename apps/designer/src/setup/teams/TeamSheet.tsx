import { translate, type TeamDocument, type Translations } from '@guanxi/metadata';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../api/index.js';
import { Button, ErrorSummary, Notice, Sheet, showToast, TextArea, TextField } from '../../ui/index.js';
import type { StatedDocument } from '../documents/document-types.js';
import { suggestFieldName } from '../documents/suggest-name.js';
import { useSaveDraft } from '../documents/use-draft-edits.js';
import { useDraftUndo } from '../documents/use-draft-undo.js';
import formStyles from '../form/Form.module.css';
import { matchProblems, sayProblem } from '../form/match-problems.js';
import { TranslatedText } from '../form/TranslatedText.js';
import { useCloseGuard } from '../form/use-close-guard.js';
import { TeamMembers } from './TeamMembers.js';

interface Draft {
  readonly label: { readonly text: string; readonly titles: Translations };
  readonly name: string;
  readonly description: string;
}

/** One team: what it is called goes into the draft, who belongs to it is saved at once. Null makes a new one. */
export function TeamSheet({ stated, onClose }: { readonly stated: StatedDocument<TeamDocument> | null; readonly onClose: () => void }) {
  const { t, i18n } = useTranslation();
  const [initial] = useState<Draft>(() => (stated ? { label: { text: stated.document.title, titles: stated.document.titles ?? {} }, name: stated.name, description: stated.document.description ?? '' } : { label: { text: '', titles: {} }, name: '', description: '' }));
  const [draft, setDraft] = useState(initial);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [wasTried, setTried] = useState(false);
  const { mutateAsync: save, isPending } = useSaveDraft();
  const { undo } = useDraftUndo();
  const isDirty = draft !== initial;
  const { requestClose, dialog } = useCloseGuard(isDirty, onClose);
  const set = (changes: Partial<Draft>) => setDraft((before) => ({ ...before, ...changes }));
  const name = stated?.name ?? (draft.name || suggestFieldName(draft.label.text));
  const { byField, rest } = matchProblems(problems, { label: [`/team:${name}/title`], name: [`/team:${name}/name`] });
  const attempt = async (edit: Parameters<typeof save>[0], done: string) => {
    const found = await save(edit).catch((error: Error): readonly Problem[] => [{ path: '', code: 'failed', message: error.message }]);
    setProblems(found);
    if (found.length > 0) return;
    showToast({ message: done, tone: 'success', onUndo: undo });
    onClose();
  };
  const submit = () => {
    setTried(true);
    if (draft.label.text.trim() !== '' && name !== '') void attempt({ documents: [writeTeam({ ...draft, name }, stated?.document)] }, t('sharing.teams.saved'));
  };
  return (
    <>
      <Sheet isOpen onOpenChange={requestClose} title={stated ? translate(stated.document.title, stated.document.titles, i18n.language) : t('sharing.teams.new')} isGuarded={isDirty}
        footer={(
          <>
            {stated && <Button variant="quiet" onPress={() => void attempt({ remove: [{ kind: 'team', name: stated.name }] }, t('sharing.teams.removed'))}>{t('sharing.teams.remove')}</Button>}
            <Button onPress={requestClose}>{t('ui.cancel')}</Button>
            <Button variant="primary" isPending={isPending} isDisabled={stated !== null && !isDirty} onPress={submit}>{t('sharing.saveDraft')}</Button>
          </>
        )}>
        <form className={formStyles['stack']} noValidate onSubmit={(event) => { event.preventDefault(); submit(); }}>
          {rest.length > 0 && <ErrorSummary title={t('setup.form.refused')} entries={rest.map((problem) => ({ message: sayProblem(problem) }))} />}
          <TranslatedText label={t('sharing.titleField')} isRequired autoFocus={!stated} value={draft.label} onChange={(label) => set({ label })} error={byField.label ?? (wasTried && draft.label.text.trim() === '' ? t('sharing.titleMissing') : undefined)} />
          {!stated && <TextField label={t('setup.objects.apiName')} isCode isRequired value={name} maxLength={50} onChange={(next) => set({ name: next })} error={byField.name ?? null} />}
          <TextArea label={t('sharing.descriptionField')} value={draft.description} onChange={(description) => set({ description })} />
          {stated && stated.state !== 'CREATED' ? <TeamMembers team={stated.name} /> : <Notice tone="info">{t('sharing.teams.publishFirst')}</Notice>}
        </form>
      </Sheet>
      {dialog}
    </>
  );
}

function writeTeam({ label, name, description }: Draft, before?: TeamDocument): TeamDocument {
  return {
    kind: 'team', name, title: label.text.trim(), ...(Object.keys(label.titles).length > 0 && { titles: label.titles }), ...(description.trim() !== '' && { description: description.trim() }),
    guanxi: before?.guanxi ?? { id: crypto.randomUUID() },
  };
}
