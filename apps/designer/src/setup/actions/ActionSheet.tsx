import type { ActionDocument, ActionEffect, ObjectDocument } from '@guanxi/metadata';
import { useQuery } from '@tanstack/react-query';
import { ExternalLink, FilePlus2, PenLine } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../api/index.js';
import { Button, ErrorSummary, RadioGroup, Select, Sheet, showToast } from '../../ui/index.js';
import { suggestFieldName } from '../documents/suggest-name.js';
import { draftedDocuments, isKind } from '../documents/setup-queries.js';
import { useSaveDraft } from '../documents/use-draft-edits.js';
import { titleOf } from '../documents/use-object-title.js';
import { sayProblem } from '../form/match-problems.js';
import { TranslatedText } from '../form/TranslatedText.js';
import { useCloseGuard } from '../form/use-close-guard.js';
import { FormulaField } from '../formula/FormulaField.js';
import { nameNext } from '../layouts/name-next.js';
import { FormulaValues } from './FormulaValues.js';
import styles from '../views/Views.module.css';

export type ActionDraft = Omit<ActionDocument, 'guanxi'> & { readonly guanxi?: { readonly id: string } };

/** Conversions are written as documents; here they are kept as they are. */
type EffectKind = 'create' | 'update' | 'openUrl';

interface ActionSheetProps {
  readonly object: ObjectDocument;
  readonly action: ActionDraft;
  readonly taken: readonly string[];
  readonly onClose: () => void;
}

/** One button of record pages: what it does, with which values, and when it is seen. */
export function ActionSheet({ object, action, taken, onClose }: ActionSheetProps) {
  const { t, i18n } = useTranslation();
  const { data = [] } = useQuery(draftedDocuments);
  const [edited, setEdited] = useState(action);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const { mutateAsync: save, isPending } = useSaveDraft();
  const isDirty = edited !== action;
  const { requestClose, dialog } = useCloseGuard(isDirty, onClose);
  const set = (changes: Partial<ActionDraft>) => setEdited((before) => ({ ...before, ...changes }));
  const objects = data.filter(isKind('object')).filter(({ state }) => state !== 'REMOVED').map(({ document }) => document);
  const effect = edited.do;
  const kind = Object.keys(effect)[0] as EffectKind;
  const target = 'create' in effect ? objects.find(({ name }) => name === effect.create.object) : object;

  const submit = async () => {
    const name = edited.guanxi ? edited.name : nameNext(suggestFieldName(edited.title) || `${object.name}Action`, taken);
    const { titles, confirm, confirms, visibleWhen, ...rest } = edited;
    const document = {
      ...rest, name,
      ...(titles && Object.keys(titles).length > 0 && { titles }),
      ...(confirm?.trim() && { confirm, ...(confirms && Object.keys(confirms).length > 0 && { confirms }) }),
      ...(visibleWhen?.trim() && { visibleWhen }),
    };
    const found = await save({ documents: [document] });
    setProblems(found);
    if (found.length > 0) return;
    showToast({ message: t('interface.action.saved', { name: edited.title }), description: t('setup.sets.savedHint'), tone: 'success' });
    onClose();
  };
  return (
    <>
      <Sheet isOpen onOpenChange={requestClose} isGuarded={isDirty} size="large" title={edited.guanxi ? t('interface.action.edit') : t('interface.action.new')} description={t('interface.action.body')}
        footer={<><Button onPress={requestClose}>{t('ui.cancel')}</Button><Button variant="primary" isPending={isPending} isDisabled={edited.title.trim() === ''} onPress={() => void submit()}>{t('ui.save')}</Button></>}>
        <div className={styles['stack']}>
          {problems.length > 0 && <ErrorSummary title={t('setup.form.refused')} entries={problems.map((problem) => ({ message: sayProblem(problem) }))} />}
          <TranslatedText label={t('interface.action.title')} isRequired autoFocus value={{ text: edited.title, titles: edited.titles ?? {} }} onChange={({ text, titles }) => set({ title: text, titles })} />
          {!('convert' in effect) && <RadioGroup label={t('interface.action.does')} isCards value={kind} onChange={(next) => set({ do: startEffect(next as EffectKind, object.name) })} choices={[
            { value: 'update', label: t('interface.action.update'), description: t('interface.action.updateBody'), icon: PenLine },
            { value: 'create', label: t('interface.action.create'), description: t('interface.action.createBody'), icon: FilePlus2 },
            { value: 'openUrl', label: t('interface.action.openUrl'), description: t('interface.action.openUrlBody'), icon: ExternalLink },
          ]} />}
          {'create' in effect && (
            <Select label={t('interface.action.object')} value={effect.create.object} choices={objects.map((one) => ({ value: one.name, label: titleOf(one, i18n.language) }))}
              onChange={(name) => { if (name) set({ do: { create: { object: name, values: {} } } }); }} />
          )}
          {'openUrl' in effect && <FormulaField label={t('interface.action.address')} help={t('interface.action.addressHelp')} object={object.name} expected="text" value={effect.openUrl} onChange={(openUrl) => set({ do: { openUrl } })} />}
          {!('openUrl' in effect) && !('convert' in effect) && target && (
            <FormulaValues object={target} source={object.name} values={('create' in effect ? effect.create.values : effect.update.values) ?? {}}
              onChange={(values) => set({ do: 'create' in effect ? { create: { ...effect.create, values } } : { update: { values } } })} />
          )}
          <FormulaField label={t('interface.action.visibleWhen')} help={t('interface.action.visibleWhenHelp')} object={object.name} expected="boolean" value={edited.visibleWhen ?? ''} onChange={(visibleWhen) => set({ visibleWhen })} />
          <TranslatedText label={t('interface.action.confirm')} help={t('interface.action.confirmHelp')} value={{ text: edited.confirm ?? '', titles: edited.confirms ?? {} }} onChange={({ text, titles }) => set({ confirm: text, confirms: titles })} />
        </div>
      </Sheet>
      {dialog}
    </>
  );
}

export function startEffect(kind: EffectKind, object: string): ActionEffect {
  return { create: { create: { object, values: {} } }, update: { update: { values: {} } }, openUrl: { openUrl: '' } }[kind];
}
