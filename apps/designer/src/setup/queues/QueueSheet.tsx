import type { QueueChoice, QueueDocument } from '@guanxi/metadata';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../api/index.js';
import { Button, ErrorSummary, NumberField, RadioGroup, Sheet, showToast, TextField } from '../../ui/index.js';
import type { StatedDocument } from '../documents/document-types.js';
import { suggestFieldName } from '../documents/suggest-name.js';
import { useSaveDraft } from '../documents/use-draft-edits.js';
import { useDraftUndo } from '../documents/use-draft-undo.js';
import { matchProblems, sayProblem } from '../form/match-problems.js';
import { TranslatedText } from '../form/TranslatedText.js';
import { useCloseGuard } from '../form/use-close-guard.js';
import { MemberList } from './MemberList.js';
import { emptyQueue, readQueue, writeQueue, type QueueDraft } from './queue-draft.js';
import { TerritoryList } from './TerritoryList.js';
import formStyles from '../form/Form.module.css';

const choices: readonly QueueChoice[] = ['roundRobin', 'leastLoaded', 'take'];

/** The panel of one queue; null makes a new one. */
export function QueueSheet({ stated, onClose }: { readonly stated: StatedDocument<QueueDocument> | null; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const [initial] = useState<QueueDraft>(() => (stated ? readQueue(stated.document) : emptyQueue));
  const [draft, setDraft] = useState(initial);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [wasTried, setTried] = useState(false);
  const { mutateAsync: save, isPending } = useSaveDraft();
  const { undo } = useDraftUndo();
  const isDirty = draft !== initial;
  const { requestClose, dialog } = useCloseGuard(isDirty, onClose);
  const set = (changes: Partial<QueueDraft>) => setDraft((before) => ({ ...before, ...changes }));
  const name = stated?.name ?? (draft.name || suggestFieldName(draft.label.text));
  const at = `/queue:${name}`;
  const { byField, rest } = matchProblems(problems, { label: [`${at}/title`], name: [`${at}/name`], members: [`${at}/members`], territory: [`${at}/territory`] });
  const attempt = async (edit: Parameters<typeof save>[0], done: string) => {
    const found = await save(edit).catch((error: Error): readonly Problem[] => [{ path: '', code: 'failed', message: error.message }]);
    setProblems(found);
    if (found.length > 0) return;
    showToast({ message: done, tone: 'success', onUndo: undo });
    onClose();
  };
  const submit = () => {
    setTried(true);
    if (draft.label.text.trim() !== '' && name !== '') void attempt({ documents: [writeQueue({ ...draft, name }, stated?.document)] }, t('people.queues.saved'));
  };
  return (
    <>
      <Sheet isOpen onOpenChange={requestClose} size="large" title={stated ? draft.label.text : t('people.queues.new')} isGuarded={isDirty}
        footer={(
          <>
            {stated && <Button variant="quiet" onPress={() => void attempt({ remove: [{ kind: 'queue', name: stated.name }] }, t('people.queues.removed'))}>{t('people.queues.remove')}</Button>}
            <Button onPress={requestClose}>{t('ui.cancel')}</Button>
            <Button variant="primary" isPending={isPending} isDisabled={stated !== null && !isDirty} onPress={submit}>{t('people.queues.save')}</Button>
          </>
        )}>
        <form className={formStyles['stack']} noValidate onSubmit={(event) => { event.preventDefault(); submit(); }}>
          {rest.length > 0 && <ErrorSummary title={t('setup.form.refused')} entries={rest.map((problem) => ({ message: sayProblem(problem) }))} />}
          <TranslatedText label={t('people.queues.titleField')} isRequired autoFocus={!stated} value={draft.label} onChange={(label) => set({ label })} error={byField.label ?? (wasTried && draft.label.text.trim() === '' ? t('mail.titleMissing') : undefined)} />
          {!stated && <TextField label={t('people.queues.name')} isCode isRequired value={name} maxLength={50} onChange={(next) => set({ name: next })} error={byField.name ?? null} />}
          <MemberList members={draft.members} error={byField.members} onChange={(members) => set({ members })} />
          <RadioGroup label={t('people.queues.choose')} value={draft.choose} onChange={(choose) => set({ choose: choose as QueueChoice })} choices={choices.map((value) => ({ value, label: t(`people.queues.chooses.${value}`) }))} />
          <TerritoryList territory={draft.territory} error={byField.territory} onChange={(territory) => set({ territory })} />
          {draft.territory.length > 0 && <NumberField label={t('people.queues.rank')} help={t('people.queues.rankHelp')} value={draft.rank} onChange={(rank) => set({ rank })} />}
        </form>
      </Sheet>
      {dialog}
    </>
  );
}
