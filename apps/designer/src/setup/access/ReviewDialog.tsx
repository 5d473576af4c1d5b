import { useTranslation } from 'react-i18next';
import { Button, Dialog } from '../../ui/index.js';
import type { Difference } from './describe-differences.js';
import { DifferenceList } from './DifferenceList.js';
import styles from './Access.module.css';

interface ReviewDialogProps {
  readonly title: string;
  readonly description?: string;
  readonly differences: readonly Difference[];
  readonly objectTitle: (name: string) => string;
  readonly isPending?: boolean;
  readonly onSave: () => void;
  readonly onClose: () => void;
}

/** What will be different, a sentence each. */
export function ReviewDialog({ title, description, differences, objectTitle, isPending = false, onSave, onClose }: ReviewDialogProps) {
  const { t } = useTranslation();
  return (
    <Dialog isOpen onOpenChange={onClose} title={title} {...(description !== undefined && { description })}
      footer={<><Button onPress={onClose}>{t('ui.cancel')}</Button><Button variant="primary" isPending={isPending} onPress={onSave}>{t('access.review.save')}</Button></>}>
      {differences.length === 0 ? <p className={styles['quiet']}>{t('access.review.none')}</p> : <DifferenceList differences={differences} objectTitle={objectTitle} />}
    </Dialog>
  );
}
