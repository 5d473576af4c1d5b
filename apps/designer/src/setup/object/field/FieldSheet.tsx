import { isFieldTypeName } from '@guanxi/field-types';
import type { ObjectDocument } from '@guanxi/metadata';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Notice, Sheet, showToast } from '../../../ui/index.js';
import { draftedDocuments, isKind } from '../../documents/setup-queries.js';
import { useCloseGuard } from '../../form/use-close-guard.js';
import { changeKind, kindsToChangeTo, newField, readField, type FieldDraft } from './field-draft.js';
import { FieldForm } from './FieldForm.js';
import { kindIcon, offeredKinds, type OfferedKind } from './kind-faces.js';
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
}

/** The panel of one field: first its kind, then everything about it. */
export function FieldSheet({ object, objectTitle, fieldName, isPublished, onClose, onRemove }: FieldSheetProps) {
  const { t } = useTranslation();
  const property = fieldName === null ? undefined : object.properties[fieldName];
  const [initial] = useState<FieldDraft | null>(() => (fieldName !== null && property && isFieldTypeName(property.guanxi.type) ? readField(fieldName, property, object.required?.includes(fieldName) ?? false) : null));
  const [field, setField] = useState<FieldDraft | null>(initial);
  const [isPicking, setPicking] = useState(initial === null);
  const [isNamed, setNamed] = useState(initial !== null);
  const [addToLayouts, setAddToLayouts] = useState(true);
  const { data: documents = [] } = useQuery(draftedDocuments);
  const hasLayout = documents.filter(isKind('layout')).some(({ document }) => document.object === object.name);
  const form = useFieldForm({ object, previousName: fieldName ?? undefined, field: field ?? newField('text'), isNamed, addToLayouts });
  const isDirty = field !== initial;
  const { requestClose, dialog } = useCloseGuard(isDirty, onClose);

  const pick = (kind: OfferedKind) => {
    setField((before) => (before ? changeKind(before, kind) : newField(kind)));
    setPicking(false);
  };
  const save = async (another: boolean) => {
    if (!field || !await form.submit()) return;
    showToast({ message: t(fieldName === null ? 'setup.field.added' : 'setup.field.saved', { name: field.label.text }), tone: 'success' });
    if (!another) return onClose();
    setField(null);
    setNamed(false);
    setPicking(true);
  };
  const Icon = field ? kindIcon(field.kind) : null;
  const title = fieldName === null ? t('setup.field.new') : initial?.label.text ?? fieldName;

  return (
    <>
      <Sheet isOpen onOpenChange={requestClose} title={title} description={t('setup.field.of', { object: objectTitle })} isGuarded={isDirty}
        footer={field && !isPicking && (
          <>
            {fieldName !== null && onRemove && <span style={{ marginInlineEnd: 'auto' }}><Button variant="quiet" onPress={() => onRemove(fieldName)}>{t('setup.field.remove')}</Button></span>}
            <Button onPress={requestClose}>{t('ui.cancel')}</Button>
            {fieldName === null && <Button isDisabled={form.isPending} onPress={() => void save(true)}>{t('setup.field.saveAndNew')}</Button>}
            <Button variant="primary" isPending={form.isPending} isDisabled={fieldName !== null && !isDirty} onPress={() => void save(false)}>{t(fieldName === null ? 'setup.field.add' : 'ui.save')}</Button>
          </>
        )}>
        {isPicking || !field
          ? <KindPicker onPick={pick} {...(isPublished && initial && { kinds: kindsToChangeTo(initial.kind, offeredKinds) })} />
          : (
            <FieldForm field={field} onChange={setField} form={form} object={object} isNew={fieldName === null} onNamed={() => setNamed(true)} onSubmit={() => void save(false)}
              {...(fieldName === null && hasLayout && { addToLayouts, onAddToLayouts: setAddToLayouts })}
              head={(
                <div className={styles['chosen']}>
                  {Icon && <span className={styles['kindIcon']}><Icon size={16} aria-hidden /></span>}
                  <span className={styles['chosenWords']}><span className={styles['kindLabel']}>{t(`setup.kind.${field.kind}.label`)}</span><span className={styles['kindHelp']}>{t(`setup.kind.${field.kind}.help`)}</span></span>
                  <Button size="small" variant="quiet" onPress={() => setPicking(true)}>{t('setup.field.changeKind')}</Button>
                </div>
              )} />
          )}
        {isPublished && initial && field && field.kind !== initial.kind && !isPicking && <Notice tone="warning">{t('setup.field.kindChanged')}</Notice>}
      </Sheet>
      {dialog}
    </>
  );
}
