import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Dialog, Select } from '../../ui/index.js';

interface MoveDialogProps {
  /** Of the role or the person. */
  readonly name: string;
  readonly present: string | null;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  /** What nothing chosen means: the top of the tree, or no role. */
  readonly none: string;
  /** Why it cannot come there; null where it can. */
  readonly refuse: (target: string | null) => string | null;
  readonly onMove: (target: string | null) => void;
  readonly onClose: () => void;
}

/** Where a role or a person goes, for hands that do not drag. */
export function MoveDialog({ name, present, choices, none, refuse, onMove, onClose }: MoveDialogProps) {
  const { t } = useTranslation();
  const [target, setTarget] = useState(present);
  const refusal = target === present ? null : refuse(target);
  return (
    <Dialog isOpen onOpenChange={onClose} size="small" title={t('sharing.roles.moveTitle', { name })}
      footer={<><Button onPress={onClose}>{t('ui.cancel')}</Button><Button variant="primary" isDisabled={target === present || refusal !== null} onPress={() => onMove(target)}>{t('sharing.roles.moveHere')}</Button></>}>
      <Select label={t('sharing.roles.under')} isClearable value={target} placeholder={none} choices={choices} onChange={setTarget} error={refusal} />
    </Dialog>
  );
}
