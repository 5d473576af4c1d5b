import { CircleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../controls/Button.js';
import { PlainButton } from '../controls/PlainButton.js';
import { Popover } from '../overlays/Popover.js';
import type { CellFault } from './data-grid-types.js';
import styles from './DataGrid.module.css';

/** The red corner of a cell whose value is not saved: says why, and offers to try again or to take the value back. */
export function FaultSign({ fault: { message, onRetry, onRevert }, label }: { readonly fault: CellFault; readonly label: string }) {
  const { t } = useTranslation();
  const name = t('ui.grid.notSaved', { name: label });
  return (
    <Popover label={name} placement="bottom end" trigger={<PlainButton className={styles['corner'] ?? ''} label={name} excludeFromTabOrder><CircleAlert size={13} aria-hidden /></PlainButton>}>
      <div className={styles['fault']}>
        <p role="alert">{message}</p>
        <div className={styles['faultActions']}>
          <Button size="small" onPress={onRevert}>{t('ui.grid.revert')}</Button>
          <Button size="small" variant="primary" onPress={onRetry}>{t('ui.retry')}</Button>
        </div>
      </div>
    </Popover>
  );
}
