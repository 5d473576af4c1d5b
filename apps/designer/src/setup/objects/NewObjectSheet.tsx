import { objectNameFault, pluralize } from '@guanxi/metadata';
import { Hash, Type } from 'lucide-react';
import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Checkbox, ErrorSummary, hasModKey, isComposing, ObjectGlyph, RadioGroup, Sheet, showToast, TextField, type Hue } from '../../ui/index.js';
import { draftedDocuments } from '../documents/setup-queries.js';
import { freeName, suggestObjectName } from '../documents/suggest-name.js';
import { useSaveDraft } from '../documents/use-draft-edits.js';
import { GlyphPicker } from '../form/GlyphPicker.js';
import { matchProblems, sayProblem } from '../form/match-problems.js';
import { TranslatedText } from '../form/TranslatedText.js';
import { useCloseGuard } from '../form/use-close-guard.js';
import type { Problem } from '../../api/index.js';
import { describeNewObject, type NewObject } from './describe-new-object.js';
import styles from '../form/Form.module.css';

const emptyObject: NewObject = {
  label: { text: '', titles: {} }, plural: { text: '', titles: {} }, name: '', icon: 'box', color: 'indigo' satisfies Hue,
  nameStyle: 'text', numberFormat: '{00000}', hasActivity: true,
};

interface NewObjectSheetProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onCreated: (name: string) => void;
}

export function NewObjectSheet(props: NewObjectSheetProps) {
  return props.isOpen ? <OpenSheet {...props} /> : null;
}

function OpenSheet({ onClose, onCreated }: NewObjectSheetProps) {
  const { t } = useTranslation();
  const [object, setObject] = useState(emptyObject);
  const [isNamed, setNamed] = useState(false);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [wasTried, setTried] = useState(false);
  const { data: documents = [] } = useQuery(draftedDocuments);
  const { mutateAsync: save, isPending } = useSaveDraft();
  const { requestClose, dialog } = useCloseGuard(object !== emptyObject, onClose);
  const set = (changes: Partial<NewObject>) => setObject((before) => ({ ...before, ...changes }));

  const suggested = suggestObjectName(object.label.text);
  const name = isNamed ? object.name : suggested;
  const suggestedPlural = pluralize(object.label.text.trim());
  const address = `/object:${name}`;
  const { byField, rest } = matchProblems(problems, {
    label: [`${address}/title`], plural: [`${address}/guanxi/pluralTitle`], name: [`${address}/name`, `${address}/guanxi/plural`], numberFormat: [`${address}/properties/number/guanxi/format`], whole: [],
  });
  const isLabelMissing = object.label.text.trim() === '';
  const isTaken = documents.some((one) => one.kind === 'object' && one.name === name);
  const nameFault = name === '' ? t('setup.newObject.nameMissing') : isTaken ? t('model.newObject.taken', { name, free: freeName(name, documents.map((one) => one.name)) }) : objectNameFault(name) ? t('setup.newObject.nameFault') : undefined;
  const needsName = !isLabelMissing && suggested === '' && !isNamed;

  const submit = async () => {
    setTried(true);
    if (isLabelMissing || nameFault) return;
    const found = await save({ documents: [describeNewObject({ ...object, name, plural: { ...object.plural, text: object.plural.text || suggestedPlural } })] });
    setProblems(found);
    if (found.length > 0) return;
    showToast({ message: t('setup.newObject.created', { name: object.label.text }), description: t('setup.newObject.createdHint'), tone: 'success' });
    onClose();
    onCreated(name);
  };

  return (
    <>
      <Sheet isOpen onOpenChange={requestClose} title={t('setup.newObject.title')} description={t('setup.newObject.description')} isGuarded={object !== emptyObject}
        footer={<><Button onPress={requestClose}>{t('ui.cancel')}</Button><Button variant="primary" isPending={isPending} onPress={() => void submit()}>{t('setup.newObject.create')}</Button></>}>
        <form className={styles['stack']} noValidate onSubmit={(event: FormEvent) => { event.preventDefault(); void submit(); }}
          onKeyDown={(event) => { if (event.key === 'Enter' && hasModKey(event) && !isComposing(event)) void submit(); }}>
          {rest.length > 0 && <ErrorSummary title={t('setup.form.refused')} entries={rest.map((problem) => ({ message: sayProblem(problem) }))} />}
          <div className={styles['preview']}>
            <ObjectGlyph name={name} icon={object.icon} hue={object.color} size="large" />
            <div className={styles['previewWords']}>
              <span className={styles['previewTitle']}>{object.label.text || t('setup.newObject.previewLabel')}</span>
              <span className={styles['hint']}>{name || '—'}</span>
            </div>
          </div>
          <TranslatedText label={t('setup.newObject.label')} placeholder={t('setup.newObject.labelExample')} isRequired autoFocus value={object.label} onChange={(label) => set({ label })}
            error={byField.label ?? (wasTried && isLabelMissing ? t('setup.newObject.labelMissing') : undefined)} />
          <TranslatedText label={t('setup.newObject.plural')} help={t('setup.newObject.pluralHelp')} placeholder={suggestedPlural} value={object.plural} onChange={(plural) => set({ plural })} error={byField.plural} />
          <TextField label={t('setup.newObject.name')} isCode isRequired value={name} maxLength={50} placeholder="OrderItem"
            onChange={(next) => { setNamed(true); set({ name: next }); }}
            help={needsName ? t('setup.newObject.nameNeeded') : t('setup.newObject.nameHelp')}
            error={byField.name ?? ((wasTried || isNamed || isTaken) && !isLabelMissing ? nameFault : undefined)} />
          <hr className={styles['divider']} />
          <RadioGroup label={t('setup.newObject.nameStyle')} isCards value={object.nameStyle} onChange={(nameStyle) => set({ nameStyle: nameStyle as NewObject['nameStyle'] })}
            choices={[
              { value: 'text', label: t('setup.newObject.nameText'), description: t('setup.newObject.nameTextHelp'), icon: Type },
              { value: 'autoNumber', label: t('setup.newObject.nameNumber'), description: t('setup.newObject.nameNumberHelp'), icon: Hash },
            ]} />
          {object.nameStyle === 'autoNumber' && (
            <TextField label={t('setup.setting.format')} isCode value={object.numberFormat} onChange={(numberFormat) => set({ numberFormat })} help={t('setup.settingHelp.format')} error={byField.numberFormat ?? null} />
          )}
          <Checkbox isSelected={object.hasActivity} onChange={(hasActivity) => set({ hasActivity })} help={t('setup.newObject.activityHelp')}>{t('setup.newObject.activity')}</Checkbox>
          <hr className={styles['divider']} />
          <GlyphPicker icon={object.icon} color={object.color} onIconChange={(icon) => set({ icon })} onColorChange={(color) => set({ color })} />
        </form>
      </Sheet>
      {dialog}
    </>
  );
}
