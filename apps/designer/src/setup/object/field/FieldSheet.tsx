import { isFieldTypeName } from '@guanxi/field-types';
import type { ObjectDocument } from '@guanxi/metadata';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Notice, Sheet, showToast } from '../../../ui/index.js';
import { draftedDocuments, isKind } from '../../documents/setup-queries.js';
import { useDraftUndo } from '../../documents/use-draft-undo.js';
import { useCloseGuard } from '../../form/use-close-guard.js';
import { changeKind, kindsToChangeTo, newField, readField, type FieldDraft } from './field-draft.js';
import { FieldAside } from './FieldAside.js';
import { FieldForm } from './FieldForm.js';
import { KindChangeReview } from './KindChangeReview.js';
import { KindHead } from './KindHead.js';
import { kindFaces, offeredKinds, type Intent, type OfferedKind } from './kind-faces.js';
import { KindPicker } from './KindPicker.js';
import { useFieldForm } from './use-field-form.js';
import styles from './Field.module.css';

interface FieldSheetProps {
  readonly object: ObjectDocument;
  readonly objectTitle: string;
  /** The field to change; null makes a new one. */
  readonly fieldName: string | null;
  /** The field as it is published: values of its kind are kept. */
  readonly isPublished: boolean;
  readonly onClose: () => void;
  readonly onRemove?: (name: string) => void;
  /** Offers only the kinds for one purpose. */
  readonly intent?: Intent;
  /** A new field to begin with. */
  readonly proposed?: FieldDraft;
  /** A new field is in the draft. */
  readonly onAdded?: (name: string) => void;
}

/** The panel of one field: first its kind, then everything about it. */
export function FieldSheet({ object, objectTitle, fieldName, isPublished, onClose, onRemove, intent, proposed, onAdded }: FieldSheetProps) {
  const { t } = useTranslation();
  const property = fieldName === null ? undefined : object.properties[fieldName];
  const [initial] = useState<FieldDraft | null>(() => (fieldName !== null && property && isFieldTypeName(property.guanxi.type) ? readField(fieldName, property, object.required?.includes(fieldName) ?? false) : null));
  const [begun] = useState<FieldDraft | null>(initial ?? proposed ?? null);
  const [field, setField] = useState<FieldDraft | null>(begun);
  const [step, setStep] = useState<'kind' | 'field' | 'review'>(begun === null ? 'kind' : 'field');
  const [isNamed, setNamed] = useState(initial !== null);
  const [also, setAlso] = useState<readonly unknown[]>([]);
  const [addToLayouts, setAddToLayouts] = useState(true);
  const [added, setAdded] = useState<string | null>(null);
  const { data: documents = [] } = useQuery(draftedDocuments);
  const { undo } = useDraftUndo();
  const hasLayout = documents.filter(isKind('layout')).some(({ document }) => document.object === object.name);
  const form = useFieldForm({ object, previousName: fieldName ?? undefined, field: field ?? newField('text'), isNamed, addToLayouts, also });
  const isDirty = step !== 'review' && field !== begun;
  const { requestClose, dialog } = useCloseGuard(isDirty, onClose);
  const isKindChanged = isPublished && initial !== null && field !== null && field.kind !== initial.kind;

  const pick = (kind: OfferedKind) => {
    setField((before) => (before ? changeKind(before, kind) : newField(kind)));
    setAlso([]);
    setStep('field');
  };
  const save = async (another: boolean) => {
    if (!field || !await form.submit()) return;
    if (isKindChanged) return setStep('review');
    if (fieldName === null) onAdded?.(form.name);
    const said = t(fieldName === null ? 'setup.field.added' : 'setup.field.saved', { name: field.label.text });
    if (!another) {
      showToast({ message: said, tone: 'success', onUndo: undo });
      return onClose();
    }
    // A toast would lie over the kinds that are chosen from next.
    setAdded(said);
    setField(null);
    setAlso([]);
    setNamed(false);
    setStep('kind');
  };

  return (
    <>
      <Sheet isOpen onOpenChange={requestClose} size="large" title={fieldName === null ? t('setup.field.new') : initial?.label.text ?? fieldName} description={t('setup.field.of', { object: objectTitle })} isGuarded={isDirty}
        footer={field && step === 'field' && (
          <>
            {fieldName !== null && onRemove && <span className={styles['footStart']}><Button variant="quiet" onPress={() => onRemove(fieldName)}>{t('setup.field.remove')}</Button></span>}
            <Button onPress={requestClose}>{t('ui.cancel')}</Button>
            {fieldName === null && proposed === undefined && <Button isDisabled={form.isPending} onPress={() => void save(true)}>{t('setup.field.saveAndNew')}</Button>}
            <Button variant="primary" isPending={form.isPending} isDisabled={fieldName !== null && !isDirty} onPress={() => void save(false)}>{t(fieldName === null ? 'setup.field.add' : isKindChanged ? 'model.kindChange.saveAndLook' : 'ui.save')}</Button>
          </>
        )}>
        {step === 'kind' && added !== null && <div className={styles['added']}><Notice tone="success" isAnnounced>{added}</Notice></div>}
        {step === 'kind' || !field ? <KindPicker onPick={pick} kinds={isPublished && initial ? kindsToChangeTo(initial.kind, offeredKinds) : offeredKinds.filter((kind) => intent === undefined || kindFaces[kind].intent === intent)} />
          : step === 'review' && initial
            ? <KindChangeReview object={object.name} fieldName={form.name} from={initial.kind} to={field.kind} onKeep={onClose} onUndo={() => { undo(); onClose(); }} />
            : (
              <div className={styles['panes']}>
                <FieldForm field={field} onChange={setField} form={form} object={object} isNew={fieldName === null} onNamed={() => setNamed(true)} onSubmit={() => void save(false)} onAlso={setAlso}
                  {...(fieldName === null && hasLayout && { addToLayouts, onAddToLayouts: setAddToLayouts })}
                  head={<KindHead kind={field.kind} isChanged={isKindChanged} onChange={() => setStep('kind')} />} />
                <FieldAside field={field} object={object} fieldName={fieldName} isPublished={isPublished} />
              </div>
            )}
      </Sheet>
      {dialog}
    </>
  );
}
