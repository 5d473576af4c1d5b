import { useTranslation } from 'react-i18next';
import { Button, CopyButton, Dialog, TextField } from '../../ui/index.js';

export interface LinkDialogProps {
  readonly name: string;
  readonly link: string;
  readonly onClose: () => void;
}

/** Where no mail goes out, whoever looks after people hands the link over. */
export function LinkDialog({ name, link, onClose }: LinkDialogProps) {
  const { t } = useTranslation();
  return (
    <Dialog isOpen onOpenChange={onClose} title={t('identity.users.linkTitle')} description={t('identity.users.linkBody', { name })} isGuarded footer={<Button variant="primary" onPress={onClose}>{t('identity.sheet.done')}</Button>}>
      <TextField label={name} isReadOnly isCode value={link} onChange={() => undefined} suffix={<CopyButton text={link} />} />
    </Dialog>
  );
}
