import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Dialog, RadioGroup, showToast } from '../../../ui/index.js';

interface GoOnDialogProps {
  readonly title: string;
  readonly doHelp: string;
  readonly skipHelp: string;
  readonly isPending: boolean;
  readonly onClose: () => void;
  readonly onGoOn: (skip: boolean, done: { readonly onSuccess: () => void; readonly onError: (error: Error) => void }) => void;
}

/** Asks what becomes of what has waited. */
export function GoOnDialog({ title, doHelp, skipHelp, isPending, onClose, onGoOn }: GoOnDialogProps) {
  const { t } = useTranslation();
  const [choice, setChoice] = useState('do');
  const isSkipped = choice === 'skip';
  const goOn = () => onGoOn(isSkipped, {
    onSuccess: () => { showToast({ message: t('care.goOn.done') }); onClose(); },
    onError: (error) => showToast({ message: error.message, tone: 'danger' }),
  });
  return (
    <Dialog isOpen onOpenChange={onClose} title={title} size="small"
      footer={(
        <>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button variant={isSkipped ? 'danger' : 'primary'} isPending={isPending} onPress={goOn}>{t(isSkipped ? 'care.goOn.actionSkip' : 'care.goOn.confirm')}</Button>
        </>
      )}>
      <RadioGroup label={t('care.goOn.question')} value={choice} onChange={setChoice} choices={[
        { value: 'do', label: t('care.goOn.do'), description: doHelp },
        { value: 'skip', label: t('care.goOn.skip'), description: skipHelp },
      ]} />
    </Dialog>
  );
}
