import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Badge, Button, Dialog } from '../../ui/index.js';
import { HoldNotice } from './HoldNotice.js';
import { recordHoldsOptions } from './hold-queries.js';
import styles from './Privacy.module.css';

/** Says that a record is on hold, and by a press why; nothing where it is not. */
export function HoldBadge({ recordId }: { readonly recordId: string }) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const { data: holds } = useQuery(recordHoldsOptions(recordId));
  if (!isOpen && (holds?.length ?? 0) === 0) return null;
  return (
    <>
      <Button variant="quiet" size="small" onPress={() => setOpen(true)}><Badge tone="warning" hasDot>{t('privacy.hold.badge')}</Badge></Button>
      {isOpen && <Dialog isOpen onOpenChange={setOpen} title={t('privacy.hold.badge')} size="small" footer={<Button onPress={() => setOpen(false)}>{t('ui.close')}</Button>}><div className={styles['stack']}><HoldNotice recordId={recordId} /></div></Dialog>}
    </>
  );
}
