import { fieldType, isFieldTypeName } from '@guanxi/field-types';
import type { ObjectDocument } from '@guanxi/metadata';
import { CircleAlert, CircleCheck, Plus, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../../api/index.js';
import { Button, Checkbox, ErrorSummary, hasModKey, isComposing, RadioGroup, Sheet, showToast } from '../../../ui/index.js';
import { suggestFieldName } from '../../documents/suggest-name.js';
import { useSaveDraft } from '../../documents/use-draft-edits.js';
import { useDraftUndo } from '../../documents/use-draft-undo.js';
import { sayProblem } from '../../form/match-problems.js';
import { TranslatedText } from '../../form/TranslatedText.js';
import { useCloseGuard } from '../../form/use-close-guard.js';
import { emptyDuplicateRule, putDuplicateRule, readDuplicateRule, writeDuplicateRule, type DuplicateDraft, type DuplicateRuleKeyword } from './duplicate-draft.js';
import { MatchRow } from './MatchRow.js';
import styles from '../../form/Form.module.css';

interface DuplicateRuleSheetProps {
  readonly object: ObjectDocument;
  readonly rule: DuplicateRuleKeyword | null;
  readonly onClose: () => void;
}

export function DuplicateRuleSheet({ object, rule, onClose }: DuplicateRuleSheetProps) {
  const { t } = useTranslation();
  const [initial] = useState<DuplicateDraft>(() => (rule ? readDuplicateRule(rule) : { ...emptyDuplicateRule, match: [{ field: object.guanxi.nameField ?? 'name', how: 'fuzzy' }] }));
  const [draft, setDraft] = useState(initial);
  const [id] = useState(() => rule?.id ?? crypto.randomUUID());
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [wasTried, setTried] = useState(false);
  const { mutateAsync: save, isPending } = useSaveDraft();
  const { undo } = useDraftUndo();
  const { requestClose, dialog } = useCloseGuard(draft !== initial, onClose);
  const set = (changes: Partial<DuplicateDraft>) => setDraft((before) => ({ ...before, ...changes }));
  const fields = Object.entries(object.properties).filter(([, { guanxi }]) => isFieldTypeName(guanxi.type) && canMatch(guanxi.type));
  const isMissing = draft.label.text.trim() === '';
  const hasMatch = draft.match.some(({ field }) => field !== '');

  const submit = async () => {
    setTried(true);
    if (isMissing || !hasMatch) return;
    const name = rule ? draft.name : suggestFieldName(draft.label.text) || `duplicates${(object.guanxi.duplicates ?? []).length + 1}`;
    const found = await save({ documents: [putDuplicateRule(object, writeDuplicateRule({ ...draft, name }, id))] });
    setProblems(found);
    if (found.length > 0) return;
    showToast({ message: t('model.rules.saved', { name: draft.label.text }), tone: 'success', onUndo: undo });
    onClose();
  };
  return (
    <>
      <Sheet isOpen onOpenChange={requestClose} title={rule ? initial.label.text : t('model.duplicates.new')} description={t('model.duplicates.sheet')} isGuarded={draft !== initial}
        footer={<><Button onPress={requestClose}>{t('ui.cancel')}</Button><Button variant="primary" isPending={isPending} isDisabled={rule !== null && draft === initial} onPress={() => void submit()}>{t(rule ? 'ui.save' : 'model.duplicates.create')}</Button></>}>
        <form className={styles['stack']} noValidate onSubmit={(event) => { event.preventDefault(); void submit(); }} onKeyDown={(event) => { if (event.key === 'Enter' && hasModKey(event) && !isComposing(event)) void submit(); }}>
          {problems.length > 0 && <ErrorSummary title={t('setup.form.refused')} entries={problems.map((problem) => ({ message: sayProblem(problem) }))} />}
          <TranslatedText label={t('model.rules.rule')} isRequired autoFocus={rule === null} value={draft.label} placeholder={t('model.duplicates.titleExample')} onChange={(label) => set({ label })} error={wasTried && isMissing ? t('model.rules.titleMissing') : undefined} />
          <fieldset className={styles['picker']}>
            <legend className={styles['legend']}>{t('model.duplicates.lead')}</legend>
            {draft.match.map((entry, index) => (
              <MatchRow key={index} entry={entry} number={index + 1} fields={fields.map(([name, property]) => ({ value: name, label: property.title ?? name }))}
                onChange={(next) => set({ match: draft.match.map((one, at) => (at === index ? next : one)) })} {...(draft.match.length > 1 && { onRemove: () => set({ match: draft.match.filter((_, at) => at !== index) }) })} />
            ))}
            {wasTried && !hasMatch && <p className={styles['wrong']} role="alert">{t('model.duplicates.matchMissing')}</p>}
            <span><Button size="small" variant="quiet" icon={Plus} onPress={() => set({ match: [...draft.match, { field: '', how: 'exact' }] })}>{t('model.duplicates.addField')}</Button></span>
          </fieldset>
          <RadioGroup label={t('model.duplicates.onSave')} value={draft.onSave} onChange={(onSave) => set({ onSave: onSave as DuplicateDraft['onSave'] })} choices={[
            { value: 'block', label: t('model.duplicates.saves.block'), description: t('model.duplicates.savesHelp.block'), icon: CircleAlert },
            { value: 'warn', label: t('model.duplicates.saves.warn'), description: t('model.duplicates.savesHelp.warn'), icon: TriangleAlert },
            { value: 'allow', label: t('model.duplicates.saves.allow'), description: t('model.duplicates.savesHelp.allow'), icon: CircleCheck },
          ]} />
          <Checkbox isSelected={draft.isActive} onChange={(isActive) => set({ isActive })}>{t('model.rules.active')}</Checkbox>
        </form>
      </Sheet>
      {dialog}
    </>
  );
}

function canMatch(kind: Parameters<typeof fieldType>[0]): boolean {
  const { parts, list, encrypted, derived, storage, scalar } = fieldType(kind);
  return !parts && !list && !encrypted && !derived && !storage && scalar !== 'JSON';
}
