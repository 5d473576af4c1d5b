import { translate, type RoleDocument, type Translations } from '@guanxi/metadata';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../api/index.js';
import { Button, ErrorSummary, Select, Sheet, showToast, TextArea, TextField } from '../../ui/index.js';
import { suggestFieldName } from '../documents/suggest-name.js';
import { useSaveDraft } from '../documents/use-draft-edits.js';
import { useDraftUndo } from '../documents/use-draft-undo.js';
import formStyles from '../form/Form.module.css';
import { matchProblems, sayProblem } from '../form/match-problems.js';
import { TranslatedText } from '../form/TranslatedText.js';
import { useCloseGuard } from '../form/use-close-guard.js';
import { findCircle, type StatedRole } from './role-tree.js';

interface Draft {
  readonly label: { readonly text: string; readonly titles: Translations };
  readonly name: string;
  readonly parent: string | null;
  readonly description: string;
}

/** One role; null makes a new one. */
export function RoleSheet({ stated, roles, onClose }: { readonly stated: StatedRole | null; readonly roles: readonly StatedRole[]; readonly onClose: () => void }) {
  const { t, i18n } = useTranslation();
  const [initial] = useState<Draft>(() => (stated ? { label: { text: stated.document.title, titles: stated.document.titles ?? {} }, name: stated.name, parent: stated.document.parent ?? null, description: stated.document.description ?? '' } : { label: { text: '', titles: {} }, name: '', parent: null, description: '' }));
  const [draft, setDraft] = useState(initial);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [wasTried, setTried] = useState(false);
  const { mutateAsync: save, isPending } = useSaveDraft();
  const { undo } = useDraftUndo();
  const isDirty = draft !== initial;
  const { requestClose, dialog } = useCloseGuard(isDirty, onClose);
  const set = (changes: Partial<Draft>) => setDraft((before) => ({ ...before, ...changes }));
  const name = stated?.name ?? (draft.name || suggestFieldName(draft.label.text));
  const at = `/role:${name}`;
  const { byField, rest } = matchProblems(problems, { label: [`${at}/title`], name: [`${at}/name`], parent: [`${at}/parent`] });
  const circle = stated && draft.parent !== null ? findCircle(stated.name, draft.parent, roles) : null;
  const titleOf = ({ document: { title, titles } }: StatedRole) => translate(title, titles, i18n.language);
  const attempt = async (edit: Parameters<typeof save>[0], done: string) => {
    const found = await save(edit).catch((error: Error): readonly Problem[] => [{ path: '', code: 'failed', message: error.message }]);
    setProblems(found);
    if (found.length > 0) return;
    showToast({ message: done, tone: 'success', onUndo: undo });
    onClose();
  };
  const submit = () => {
    setTried(true);
    if (draft.label.text.trim() !== '' && name !== '' && !circle) void attempt({ documents: [writeRole({ ...draft, name }, stated?.document)] }, t('sharing.roles.saved'));
  };
  return (
    <>
      <Sheet isOpen onOpenChange={requestClose} title={stated ? titleOf(stated) : t('sharing.roles.new')} isGuarded={isDirty}
        footer={(
          <>
            {stated && <Button variant="quiet" onPress={() => void attempt({ remove: [{ kind: 'role', name: stated.name }] }, t('sharing.roles.removed'))}>{t('sharing.roles.remove')}</Button>}
            <Button onPress={requestClose}>{t('ui.cancel')}</Button>
            <Button variant="primary" isPending={isPending} isDisabled={stated !== null && !isDirty} onPress={submit}>{t('sharing.saveDraft')}</Button>
          </>
        )}>
        <form className={formStyles['stack']} noValidate onSubmit={(event) => { event.preventDefault(); submit(); }}>
          {rest.length > 0 && <ErrorSummary title={t('setup.form.refused')} entries={rest.map((problem) => ({ message: sayProblem(problem) }))} />}
          <TranslatedText label={t('sharing.titleField')} isRequired autoFocus={!stated} value={draft.label} onChange={(label) => set({ label })} error={byField.label ?? (wasTried && draft.label.text.trim() === '' ? t('sharing.titleMissing') : undefined)} />
          {!stated && <TextField label={t('setup.objects.apiName')} isCode isRequired value={name} maxLength={50} onChange={(next) => set({ name: next })} error={byField.name ?? null} />}
          <Select label={t('sharing.roles.parent')} help={t('sharing.roles.parentHelp')} isClearable value={draft.parent} placeholder={t('sharing.roles.top')} onChange={(parent) => set({ parent })}
            choices={roles.filter((role) => role.name !== stated?.name).map((role) => ({ value: role.name, label: titleOf(role) }))} error={circle ? t('sharing.roles.circle', { way: circle.map(titleOf).join(' → ') }) : byField.parent ?? null} />
          <TextArea label={t('sharing.descriptionField')} value={draft.description} onChange={(description) => set({ description })} />
        </form>
      </Sheet>
      {dialog}
    </>
  );
}

function writeRole({ label, name, parent, description }: Draft, before?: RoleDocument): RoleDocument {
  return {
    kind: 'role', name, title: label.text.trim(), ...(Object.keys(label.titles).length > 0 && { titles: label.titles }), ...(description.trim() !== '' && { description: description.trim() }),
    ...(parent !== null && { parent }), guanxi: before?.guanxi ?? { id: crypto.randomUUID() },
  };
}
