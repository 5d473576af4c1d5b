import { translate, type ObjectDocument, type Translations } from '@guanxi/metadata';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../api/index.js';
import { Button, Checkbox, ErrorSummary, hasModKey, isComposing, Select, Sheet, showToast, TextField } from '../../ui/index.js';
import { freeName, suggestFieldName } from '../documents/suggest-name.js';
import { useSaveDraft } from '../documents/use-draft-edits.js';
import { useDraftUndo } from '../documents/use-draft-undo.js';
import { ConditionEditor } from '../form/ConditionEditor.js';
import { matchProblems, sayProblem } from '../form/match-problems.js';
import { TranslatedText } from '../form/TranslatedText.js';
import { useCloseGuard } from '../form/use-close-guard.js';
import { emptyRule, readRule, writeRule, type RuleDraft, type RuleKeyword } from './rule-draft.js';
import { RuleTestPanel } from './RuleTestPanel.js';
import styles from './Rules.module.css';
import formStyles from '../form/Form.module.css';

interface RuleSheetProps {
  readonly object: ObjectDocument;
  readonly isPublished: boolean;
  /** Null makes a new one, of what is given in `start`. */
  readonly rule: RuleKeyword | null;
  readonly start?: Partial<RuleDraft>;
  readonly onClose: () => void;
  readonly onSave: (rule: RuleKeyword) => ObjectDocument;
}

/** A rule can ask what the record was before the change. */
const withPrior = { allow: { prior: true } } as const;

/** The panel of one validation rule, with a try on the latest records. */
export function RuleSheet({ object, isPublished, rule, start, onClose, onSave }: RuleSheetProps) {
  const { t, i18n } = useTranslation();
  const [initial] = useState<RuleDraft>(() => (rule ? readRule(rule) : { ...emptyRule, ...start }));
  const [draft, setDraft] = useState(initial);
  const [id] = useState(() => rule?.id ?? crypto.randomUUID());
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [wasTried, setTried] = useState(false);
  const [tests, setTests] = useState(0);
  const { mutateAsync: save, isPending } = useSaveDraft();
  const { undo } = useDraftUndo();
  const isDirty = draft !== initial || (rule === null && start?.when !== undefined);
  const { requestClose, dialog } = useCloseGuard(draft !== initial, onClose);
  const set = (changes: Partial<RuleDraft>) => setDraft((before) => ({ ...before, ...changes }));
  const rules = object.guanxi.rules ?? [];
  const name = rule ? draft.name : freeName(suggestFieldName(draft.title) || `rule${rules.length + 1}`, rules.map((one) => one.name));
  const written = writeRule({ ...draft, name }, id);
  const index = rules.findIndex((one) => one.id === id);
  const place = `/object:${object.name}/guanxi/rules/${index < 0 ? rules.length : index}`;
  const { byField, rest } = matchProblems(problems, { when: [`${place}/when`], message: [`${place}/message`, `${place}/messages`], field: [`${place}/field`], title: [`${place}/title`, `${place}/name`] });
  const missing = { title: draft.title.trim() === '', when: draft.when.trim() === '', message: draft.message.text.trim() === '' };

  const submit = async () => {
    setTried(true);
    if (missing.title || missing.when || missing.message) return;
    const found = await save({ documents: [onSave(written)] });
    setProblems(found);
    if (found.length > 0) return;
    showToast({ message: t('model.rules.saved', { name: draft.title }), tone: 'success', onUndo: undo });
    onClose();
  };
  return (
    <>
      <Sheet isOpen onOpenChange={requestClose} size="large" title={rule ? initial.title : t('model.rules.new')} description={t('model.rules.sheet')} isGuarded={draft !== initial}
        footer={<><Button onPress={requestClose}>{t('ui.cancel')}</Button><Button variant="primary" isPending={isPending} isDisabled={rule !== null && !isDirty} onPress={() => void submit()}>{t(rule ? 'ui.save' : 'model.rules.create')}</Button></>}>
        <form className={formStyles['stack']} noValidate onSubmit={(event) => { event.preventDefault(); void submit(); }}
          onKeyDown={(event) => {
            const act = hasModKey(event) && !isComposing(event) ? { Enter: () => setTests((count) => count + 1), s: () => void submit() }[event.key] : undefined;
            if (!act) return;
            event.preventDefault();
            act();
          }}>
          {rest.length > 0 && <ErrorSummary title={t('setup.form.refused')} entries={rest.map((problem) => ({ message: sayProblem(problem) }))} />}
          <TextField label={t('model.rules.rule')} isRequired autoFocus={rule === null} value={draft.title} maxLength={255} placeholder={t('model.rules.titleExample')} onChange={(title) => set({ title })}
            error={byField.title ?? (wasTried && missing.title ? t('model.rules.titleMissing') : null)} />
          <div className={styles['condition']}>
            <p className={styles['lead']}>{t('model.rules.lead')}</p>
            <ConditionEditor label={t('model.rules.when')} object={object.name} formula={draft.when} onChange={(when) => set({ when })} options={withPrior} noneText={t('model.condition.none.rule')} help={t('model.rules.whenHelp')} placeholder="AND(ISCHANGED(amount), amount < 0)"
              error={byField.when ?? (wasTried && missing.when ? t('model.rules.whenMissing') : undefined)} />
          </div>
          <TranslatedText label={t('model.rules.message')} isRequired value={draft.message} onChange={(message) => set({ message })} help={t('model.rules.messageHelp')} error={byField.message ?? (wasTried && missing.message ? t('model.rules.messageMissing') : undefined)} />
          <Select label={t('model.rules.field')} value={draft.field} isClearable onChange={(field) => set({ field })} placeholder={t('model.rules.atRecord')} error={byField.field ?? null}
            choices={Object.entries(object.properties).map(([value, property]) => ({ value, label: translate(property.title ?? value, property.guanxi['titles'] as Translations | undefined, i18n.language) }))} />
          <Checkbox isSelected={draft.isActive} onChange={(isActive) => set({ isActive })} help={t('model.rules.activeHelp')}>{t('model.rules.active')}</Checkbox>
          {isPublished && <RuleTestPanel object={object.name} rule={written} tests={tests} />}
        </form>
      </Sheet>
      {dialog}
    </>
  );
}
