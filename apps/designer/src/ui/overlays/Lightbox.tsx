import { X } from 'lucide-react';
import type { KeyboardEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { IconButton } from '../controls/IconButton.js';
import styles from './Lightbox.module.css';

export interface LightboxProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly title: string;
  readonly description?: ReactNode;
  readonly actions?: ReactNode;
  /** What stands between the content and the edges: the ways to the one before and after. */
  readonly before?: ReactNode;
  readonly after?: ReactNode;
  readonly onKeyDown?: (event: KeyboardEvent) => void;
  readonly children: ReactNode;
}

/** One thing, as large as the screen allows. Esc closes it, as does a click beside it. */
export function Lightbox({ isOpen, onClose, title, description, actions, before, after, onKeyDown, children }: LightboxProps) {
  const { t } = useTranslation();
  return (
    <ModalOverlay isOpen={isOpen} onOpenChange={(next) => { if (!next) onClose(); }} className={styles['scrim'] ?? ''}>
      <Modal className={styles['modal'] ?? ''}>
        <div className={styles['keys']} onKeyDown={onKeyDown}>
          <AriaDialog data-modal className={styles['dialog'] ?? ''}>
            <header className={styles['head']}>
              <div className={styles['words']}>
                <Heading slot="title" className={styles['title'] ?? ''}>{title}</Heading>
                {description && <div className={styles['description']}>{description}</div>}
              </div>
              {actions}
              <IconButton icon={X} label={t('ui.close')} onPress={onClose} />
            </header>
            <div className={styles['stage']} onClick={(event) => { if (event.target === event.currentTarget) onClose(); }}>
              <div className={styles['way']}>{before}</div>
              <div className={styles['content']} onClick={(event) => { if (event.target === event.currentTarget) onClose(); }}>{children}</div>
              <div className={styles['way']}>{after}</div>
            </div>
          </AriaDialog>
        </div>
      </Modal>
    </ModalOverlay>
  );
}
