import { translate, type SharedAccess, type SharingRuleDocument } from '@guanxi/metadata';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../api/index.js';
import { Button, Checkbox, ErrorSummary, RadioGroup, SegmentedControl, Select, Sheet, showToast, TextField } from '../../ui/index.js';
import type { StatedDocument } from '../documents/document-types.js';
import { useDraftedObjects } from '../documents/drafted-objects.js';
import { suggestFieldName } from '../documents/suggest-name.js';
import { useSaveDraft } from '../documents/use-draft-edits.js';
import { useDraftUndo } from '../documents/use-draft-undo.js';
import formStyles from '../form/Form.module.css';
import { matchProblems, sayProblem } from '../form/match-problems.js';
import { TranslatedText } from '../form/TranslatedText.js';
import { useCloseGuard } from '../form/use-close-guard.js';
import { FormulaField } from '../formula/FormulaField.js';
import { recordScope } from '../formula/record-scope.js';
import { GranteeList } from './GranteeList.js';
import { RuleReach } from './RuleReach.js';
import { emptyRule, readRule, whichOf, writeRule, type RuleDraft } from './sharing-draft.js';
import { TerritorySelect } from './TerritorySelect.js';

/** One rule that opens records; null makes a new one. */
export function SharingRuleSheet({ stated, onClose }: { readonly stated: StatedDocument<SharingRuleDocument> | null; readonly onClose: () => void }) {
  const { t, i18n } = useTranslation();
  const objects = useDraftedObjects();
  const [initial] = useState<RuleDraft>(() => (stated ? readRule(stated.document) : emptyRule));
  const [draft, setDraft] = useState(initial);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [wasTried, setTried] = useState(false);
  const { mutateAsync: save, isPending } = useSaveDraft();
  const { undo } = useDraftUndo();
  const isDirty = draft !== initial;
  const { requestClose, dialog } = useCloseGuard(isDirty, onClose);
  const set = (changes: Partial<RuleDraft>) => setDraft((before) => ({ ...before, ...changes }));
  const name = stated?.name ?? (draft.name || suggestFieldName(draft.label.text));
  const at = `/sharing-rule:${name}`;
  const { byField, rest } = matchProblems(problems, { label: [`${at}/title`], name: [`${at}/name`], object: [`${at}/object`], which: [`${at}/which`], to: [`${at}/to`] });
  const missing = (isMissing: boolean, words: string) => (wasTried && isMissing ? t(words) : undefined);
  const which = whichOf(draft);
  const attempt = async (edit: Parameters<typeof save>[0], done: string) => {
    const found = await save(edit).catch((error: Error): readonly Problem[] => [{ path: '', code: 'failed', message: error.message }]);
    setProblems(found);
    if (found.length > 0) return;
    showToast({ message: done, tone: 'success', onUndo: undo });
    onClose();
  };
  const submit = () => {
    setTried(true);
    const document = writeRule({ ...draft, name }, stated?.document);
    if (document && draft.label.text.trim() !== '' && name !== '') void attempt({ documents: [document] }, t('sharing.rules.saved'));
  };
  const whichError = byField.which ?? missing(which === null, 'sharing.rules.whichMissing');
  return (
    <>
      <Sheet isOpen onOpenChange={requestClose} size="large" title={stated ? translate(stated.document.title, stated.document.titles, i18n.language) : t('sharing.rules.new')} isGuarded={isDirty}
        footer={(
          <>
            {stated && <Button variant="quiet" onPress={() => void attempt({ remove: [{ kind: 'sharing-rule', name: stated.name }] }, t('sharing.rules.removed'))}>{t('sharing.rules.remove')}</Button>}
            <Button onPress={requestClose}>{t('ui.cancel')}</Button>
            <Button variant="primary" isPending={isPending} isDisabled={stated !== null && !isDirty} onPress={submit}>{t('sharing.saveDraft')}</Button>
          </>
        )}>
        <form className={formStyles['stack']} noValidate onSubmit={(event) => { event.preventDefault(); submit(); }}>
          {rest.length > 0 && <ErrorSummary title={t('setup.form.refused')} entries={rest.map((problem) => ({ message: sayProblem(problem) }))} />}
          <TranslatedText label={t('sharing.titleField')} isRequired autoFocus={!stated} value={draft.label} onChange={(label) => set({ label })} error={byField.label ?? missing(draft.label.text.trim() === '', 'sharing.titleMissing')} />
          {!stated && <TextField label={t('setup.objects.apiName')} isCode isRequired value={name} maxLength={50} onChange={(next) => set({ name: next })} error={byField.name ?? null} />}
          <Select label={t('sharing.objects.object')} isRequired value={draft.object} choices={objects.filter(({ platform }) => !platform).map((one) => ({ value: one.name, label: one.label }))} onChange={(object) => set({ object })} error={byField.object ?? missing(draft.object === null, 'sharing.rules.objectMissing') ?? null} />
          <SegmentedControl label={t('sharing.rules.which')} value={draft.by} onChange={(by) => set({ by })} segments={(['ownedBy', 'when', 'territory'] as const).map((value) => ({ value, label: t(`sharing.rules.by.${value}`) }))} />
          {draft.by === 'ownedBy' && <GranteeList label={t('sharing.rules.owners')} help={t('sharing.rules.ownersHelp')} value={draft.ownedBy} error={whichError} onChange={(ownedBy) => set({ ownedBy })} />}
          {draft.by === 'when' && <FormulaField label={t('sharing.rules.when')} help={t('sharing.rules.whenHelp')} expected="boolean" value={draft.when} scope={recordScope(objects, draft.object ?? '', { isUnattended: true })} onChange={(when) => set({ when })} {...(whichError !== undefined && { error: whichError })} />}
          {draft.by === 'territory' && <TerritorySelect object={draft.object} value={draft.territory} error={whichError} onChange={(territory) => set({ territory })} />}
          <RuleReach object={draft.object} which={which} />
          <GranteeList label={t('sharing.rules.to')} help={t('sharing.rules.toHelp')} value={draft.to} error={byField.to ?? missing(draft.to.length === 0, 'sharing.rules.toMissing')} onChange={(to) => set({ to })} />
          <RadioGroup label={t('sharing.rules.access')} value={draft.access} onChange={(access) => set({ access: access as SharedAccess })} choices={(['read', 'edit'] as const).map((value) => ({ value, label: t(`sharing.access.${value}`), description: t(`sharing.accessHelp.${value}`) }))} />
          <Checkbox isSelected={draft.active} onChange={(active) => set({ active })}>{t('sharing.rules.active')}</Checkbox>
        </form>
      </Sheet>
      {dialog}
    </>
  );
}
