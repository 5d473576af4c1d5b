import { useState, type ReactNode } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import { Button } from '../controls/Button.js';
import { TextField } from '../fields/TextField.js';
import { Dialog } from './Dialog.js';
import styles from './Dialog.module.css';

export interface AlertDialogProps {
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  /** Names what happens: "Delete the field Email?" */
  readonly title: string;
  /** What is lost, with numbers. */
  readonly children?: ReactNode;
  /** A verb with its object: "Delete field". */
  readonly confirmLabel: string;
  readonly cancelLabel?: string;
  readonly tone?: 'danger' | 'primary';
  /** Must be typed before the button works; for what cannot be undone. */
  readonly typedConfirmation?: string;
  readonly isPending?: boolean;
  /** The dialog stays open; the caller closes it when the work is done. */
  readonly onConfirm: () => void;
}

export function AlertDialog(props: AlertDialogProps) {
  return props.isOpen ? <OpenAlertDialog {...props} /> : null;
}

function OpenAlertDialog({
  isOpen, onOpenChange, title, children, confirmLabel, cancelLabel, tone = 'danger', typedConfirmation, isPending = false, onConfirm,
}: AlertDialogProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const isConfirmed = typedConfirmation === undefined || typed.trim() === typedConfirmation;
  return (
    <Dialog isOpen={isOpen} onOpenChange={onOpenChange} title={title} size="small" role="alertdialog"
      footer={(
        <>
          <Button onPress={() => onOpenChange(false)} autoFocus={typedConfirmation === undefined}>{cancelLabel ?? t('ui.cancel')}</Button>
          <Button variant={tone} isDisabled={!isConfirmed} isPending={isPending} onPress={onConfirm}>{confirmLabel}</Button>
        </>
      )}>
      {(children || typedConfirmation !== undefined) && (
        <div className={styles['typed']}>
          {children && <div className={styles['prose']}>{children}</div>}
          {typedConfirmation !== undefined && (
            <>
              <p className={styles['prose']}><Trans i18nKey="ui.typeToConfirm" values={{ text: typedConfirmation }} components={{ strong: <strong /> }} /></p>
              <TextField label={t('ui.typedText')} hideLabel value={typed} onChange={setTyped} autoFocus autoComplete="off" />
            </>
          )}
        </div>
      )}
    </Dialog>
  );
}
