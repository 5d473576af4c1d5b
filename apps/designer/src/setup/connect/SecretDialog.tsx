import { useTranslation } from 'react-i18next';
import { Button, CodeText, Dialog } from '../../ui/index.js';

/** Shows a key or a secret this one time; it is closed only by saying that it was copied. */
export function SecretDialog({ title, body, secret, onClose }: { readonly title: string; readonly body: string; readonly secret: string; readonly onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Dialog isOpen onOpenChange={onClose} isGuarded title={title} description={body} footer={<Button variant="primary" onPress={onClose}>{t('setup.keys.done')}</Button>}>
      <CodeText isBlock isCopyable>{secret}</CodeText>
    </Dialog>
  );
}
