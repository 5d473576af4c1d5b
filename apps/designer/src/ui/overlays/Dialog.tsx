import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { classNames } from '../class-names.js';
import { IconButton } from '../controls/IconButton.js';
import styles from './Dialog.module.css';

export interface DialogProps {
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  readonly title: string;
  readonly description?: ReactNode;
  readonly children?: ReactNode;
  /** Buttons, the primary one last. */
  readonly footer?: ReactNode;
  readonly size?: 'small' | 'medium' | 'large';
  /** Not closed by Esc or a click outside: there is unsaved work, or a decision to make. */
  readonly isGuarded?: boolean;
  readonly role?: 'dialog' | 'alertdialog';
}

export function Dialog({ isOpen, onOpenChange, title, description, children, footer, size = 'medium', isGuarded = false, role = 'dialog' }: DialogProps) {
  const { t } = useTranslation();
  return (
    <ModalOverlay isOpen={isOpen} onOpenChange={onOpenChange} isDismissable={!isGuarded} isKeyboardDismissDisabled={isGuarded} className={styles['scrim'] ?? ''}>
      <Modal className={classNames(styles['modal'], styles[size])}>
        <AriaDialog role={role} data-modal className={styles['dialog'] ?? ''}>
          <header className={styles['head']}>
            <div className={styles['words']}>
              <Heading slot="title" className={styles['title'] ?? ''}>{title}</Heading>
              {description && <div className={styles['description']}>{description}</div>}
            </div>
            {role === 'dialog' && <IconButton icon={X} label={t('ui.close')} onPress={() => onOpenChange(false)} />}
          </header>
          {children && <div className={styles['body']}>{children}</div>}
          {footer && <footer className={styles['foot']}>{footer}</footer>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
