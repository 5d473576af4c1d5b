import type { ObjectDocument } from '@guanxi/metadata';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../../api/index.js';
import { Button, Checkbox, ErrorSummary, hasModKey, isComposing, Sheet, showToast, TextArea, TextField } from '../../../ui/index.js';
import { draftedDocuments, isKind } from '../../documents/setup-queries.js';
import { suggestFieldName } from '../../documents/suggest-name.js';
import { useSaveDraft } from '../../documents/use-draft-edits.js';
import { useDraftUndo } from '../../documents/use-draft-undo.js';
import { sayProblem } from '../../form/match-problems.js';
import { TranslatedText } from '../../form/TranslatedText.js';
import { useCloseGuard } from '../../form/use-close-guard.js';
import { listedValues } from '../../picklists/listed-values.js';
import { emptyRecordType, putRecordType, readRecordType, writeRecordType, type RecordTypeDraft, type RecordTypeKeyword } from './record-type-draft.js';
import { OfferedValues } from './OfferedValues.js';
import styles from '../../form/Form.module.css';

interface RecordTypeSheetProps {
  readonly object: ObjectDocument;
  readonly type: RecordTypeKeyword | null;
  readonly onClose: () => void;
}

export function RecordTypeSheet({ object, type, onClose }: RecordTypeSheetProps) {
  const { t } = useTranslation();
  const { data = [] } = useQuery(draftedDocuments);
  const [initial] = useState<RecordTypeDraft>(() => (type ? readRecordType(type) : { ...emptyRecordType, isDefault: (object.guanxi.recordTypes ?? []).length === 0 }));
  const [draft, setDraft] = useState(initial);
  const [isNamed, setNamed] = useState(type !== null);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [wasTried, setTried] = useState(false);
  const { mutateAsync: save, isPending } = useSaveDraft();
  const { undo } = useDraftUndo();
  const { requestClose, dialog } = useCloseGuard(draft !== initial, onClose);
  const set = (changes: Partial<RecordTypeDraft>) => setDraft((before) => ({ ...before, ...changes }));
  const name = isNamed ? draft.name : suggestFieldName(draft.label.text);
  const sets = data.filter(isKind('picklist')).map(({ document }) => document);
  const picklists = Object.entries(object.properties).filter(([, { guanxi }]) => guanxi.type === 'picklist' || guanxi.type === 'multiPicklist');

  const submit = async () => {
    setTried(true);
    if (draft.label.text.trim() === '' || name === '') return;
    const found = await save({ documents: [putRecordType(object, writeRecordType({ ...draft, name }), type?.name)] });
    setProblems(found);
    if (found.length > 0) return;
    showToast({ message: t('model.recordTypes.saved', { name: draft.label.text }), tone: 'success', onUndo: undo });
    onClose();
  };
  return (
    <>
      <Sheet isOpen onOpenChange={requestClose} title={type ? initial.label.text : t('model.recordTypes.new')} description={t('model.recordTypes.sheet')} isGuarded={draft !== initial}
        footer={<><Button onPress={requestClose}>{t('ui.cancel')}</Button><Button variant="primary" isPending={isPending} isDisabled={type !== null && draft === initial} onPress={() => void submit()}>{t(type ? 'ui.save' : 'model.recordTypes.create')}</Button></>}>
        <form className={styles['stack']} noValidate onSubmit={(event) => { event.preventDefault(); void submit(); }} onKeyDown={(event) => { if (event.key === 'Enter' && hasModKey(event) && !isComposing(event)) void submit(); }}>
          {problems.length > 0 && <ErrorSummary title={t('setup.form.refused')} entries={problems.map((problem) => ({ message: sayProblem(problem) }))} />}
          <TranslatedText label={t('setup.field.label')} isRequired autoFocus={type === null} value={draft.label} onChange={(label) => set({ label })} error={wasTried && draft.label.text.trim() === '' ? t('model.recordTypes.labelMissing') : undefined} />
          <TextField label={t('setup.field.name')} isCode isRequired value={name} maxLength={50} placeholder="partner" onChange={(next) => { setNamed(true); set({ name: next }); }} error={wasTried && name === '' ? t('setup.field.nameMissing') : null} />
          <TextArea label={t('setup.object.description')} value={draft.description} onChange={(description) => set({ description })} rows={2} />
          <Checkbox isSelected={draft.isActive} onChange={(isActive) => set({ isActive })} help={t('model.recordTypes.activeHelp')}>{t('model.recordTypes.active')}</Checkbox>
          <Checkbox isSelected={draft.isDefault} onChange={(isDefault) => set({ isDefault })} help={t('model.recordTypes.defaultHelp')}>{t('model.recordTypes.default')}</Checkbox>
          {picklists.map(([field, property]) => (
            <OfferedValues key={field} title={property.title ?? field} values={listedValues(property, sets)} offered={draft.values[field]}
              onChange={(next) => { const { [field]: _before, ...others } = draft.values; set({ values: next === undefined ? others : { ...others, [field]: next } }); }} />
          ))}
        </form>
      </Sheet>
      {dialog}
    </>
  );
}
