import { CircleAlert, CircleCheck, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import {
  Text, UNSTABLE_Toast as Toast, UNSTABLE_ToastContent as AriaToastContent, UNSTABLE_ToastRegion as AriaToastRegion,
} from 'react-aria-components';
import { classNames } from '../class-names.js';
import { Button } from '../controls/Button.js';
import { IconButton } from '../controls/IconButton.js';
import { toastQueue } from './toast-queue.js';
import styles from './ToastRegion.module.css';

/** Stands once in the page; messages come from `showToast`. */
export function ToastRegion() {
  const { t } = useTranslation();
  return (
    <AriaToastRegion queue={toastQueue} aria-label={t('ui.toast.region')} className={styles['region'] ?? ''}>
      {({ toast }) => {
        const { message, description, tone = 'neutral', onUndo, action } = toast.content;
        const close = () => toastQueue.close(toast.key);
        return (
          <Toast toast={toast} className={classNames(styles['toast'], styles[tone])}>
            {tone === 'success' && <CircleCheck size={16} aria-hidden className={styles['icon']} />}
            {tone === 'danger' && <CircleAlert size={16} aria-hidden className={styles['icon']} />}
            <AriaToastContent className={styles['content'] ?? ''}>
              <Text slot="title">{message}</Text>
              {description && <Text slot="description" className={styles['description'] ?? ''}>{description}</Text>}
            </AriaToastContent>
            {onUndo && <Button size="small" onPress={() => { onUndo(); close(); }}>{t('ui.undo')}</Button>}
            {action && <Button size="small" onPress={() => { action.run(); close(); }}>{action.label}</Button>}
            <IconButton size="small" icon={X} label={t('ui.close')} onPress={close} />
          </Toast>
        );
      }}
    </AriaToastRegion>
  );
}
