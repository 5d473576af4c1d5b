import type { PicklistValue } from '@guanxi/field-types';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWorkspaceQuery } from '../../api/index.js';
import { useFormat } from '../../format/index.js';
import { Button, Dialog, ErrorSummary, ProgressBar, Select, showToast } from '../../ui/index.js';
import { useReplaceValue } from './use-replace-value.js';
import styles from './Dependency.module.css';

interface ReplaceValueDialogProps {
  readonly object: string;
  readonly field: string;
  readonly isList: boolean;
  readonly value: string;
  /** The published values that can stand in for it. */
  readonly values: readonly PicklistValue[];
  readonly onClose: () => void;
  /** No record holds the value any more. */
  readonly onReplaced: () => void;
}

/** Gives every record that holds a value another one, so that the value can go: at once, with a history entry for each record. */
export function ReplaceValueDialog({ object, field, isList, value, values, onClose, onReplaced }: ReplaceValueDialogProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { data: workspace } = useWorkspaceQuery();
  const described = workspace?.objects.find(({ name }) => name === object);
  const [next, setNext] = useState<string | null>(null);
  const { replace, done, isPending, error } = useReplaceValue();
  const run = async () => {
    if (!described || next === null) return;
    const count = await replace({ object: described, field, isList, from: value, to: next });
    if (count === null) return;
    showToast({ message: t('model.picklist.replaced', { count, number: format.number(count) }), tone: 'success' });
    onReplaced();
    onClose();
  };
  return (
    <Dialog isOpen onOpenChange={onClose} title={t('model.picklist.replaceTitle', { name: value })}
      footer={<><Button onPress={onClose} isDisabled={isPending}>{t('ui.cancel')}</Button><Button variant="primary" isPending={isPending} isDisabled={next === null || !described} onPress={() => void run()}>{t('model.picklist.replace')}</Button></>}>
      <div className={styles['matrix']}>
        {error && <ErrorSummary title={t('model.picklist.replaceFailed')} entries={[{ message: error }]} />}
        <p>{t('model.picklist.replaceBody')}</p>
        <Select label={t('model.picklist.replaceBy')} isRequired value={next} onChange={setNext} isDisabled={isPending} choices={values.map((one) => ({ value: one.value, label: one.label, hue: one.color ?? null }))} />
        {isPending && <ProgressBar label={t('model.picklist.replacing', { count: done, number: format.number(done) })} />}
      </div>
    </Dialog>
  );
}
