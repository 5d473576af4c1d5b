import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Dialog, TextArea } from '../../ui/index.js';

interface PasteDialogProps {
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  readonly onTake: (text: string) => void;
}

/** Rows that were copied out of a spreadsheet, headings and all, taken as a file. */
export function PasteDialog({ isOpen, onOpenChange, onTake }: PasteDialogProps) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const take = () => {
    onOpenChange(false);
    onTake(text);
    setText('');
  };
  return (
    <Dialog isOpen={isOpen} onOpenChange={onOpenChange} title={t('importing.paste.title')} description={t('importing.paste.help')} size="large"
      footer={<><Button onPress={() => onOpenChange(false)}>{t('ui.cancel')}</Button><Button variant="primary" isDisabled={text.trim() === ''} onPress={take}>{t('importing.paste.take')}</Button></>}>
      <TextArea label={t('importing.paste.rows')} value={text} onChange={setText} rows={12} />
    </Dialog>
  );
}
