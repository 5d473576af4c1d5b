import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../format/index.js';
import { Button, Dialog, NumberField, showToast } from '../../../ui/index.js';
import type { WorkflowState } from '../automation-types.js';
import { useLimitWorkflow } from './care-queries.js';

/** How many runs an hour are too many for a workflow, and how much it weighs among the others. */
export function LimitDialog({ state, onClose }: { readonly state: WorkflowState; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [limit, setLimit] = useState(state.limitIsSet ? state.hourlyLimit : null);
  const [weight, setWeight] = useState<number | null>(state.weight);
  const { mutate, isPending } = useLimitWorkflow();
  const save = () => mutate({ name: state.name, runsPerHour: limit, weight: weight ?? 1 }, {
    onSuccess: () => { showToast({ message: t('care.limit.done') }); onClose(); },
    onError: (error) => showToast({ message: error.message, tone: 'danger' }),
  });
  return (
    <Dialog isOpen onOpenChange={onClose} title={t('care.limit.title', { name: state.title })} size="small"
      footer={<><Button onPress={onClose}>{t('ui.cancel')}</Button><Button variant="primary" isPending={isPending} onPress={save}>{t('ui.save')}</Button></>}>
      <NumberField label={t('care.limit.label')} value={limit} onChange={setLimit} min={1} max={10_000_000}
        placeholder={state.limitIsSet ? '' : format.number(state.hourlyLimit)} help={t('care.limit.help')} />
      <NumberField label={t('care.limit.weight')} value={weight} onChange={setWeight} min={1} max={10} help={t('care.limit.weightHelp')} />
    </Dialog>
  );
}
