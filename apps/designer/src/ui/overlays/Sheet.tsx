import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { classNames } from '../class-names.js';
import { IconButton } from '../controls/IconButton.js';
import { PanelEdge } from './PanelEdge.js';
import styles from './Sheet.module.css';

export interface SheetProps {
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  readonly title: string;
  readonly glyph?: ReactNode;
  readonly description?: ReactNode;
  readonly headerActions?: ReactNode;
  readonly children: ReactNode;
  readonly footer?: ReactNode;
  readonly size?: 'medium' | 'large';
  /** Not closed by Esc or a click outside. */
  readonly isGuarded?: boolean;
}

/** A panel from the side over the page, for one thing of a list: a field, a step, a new record. */
export function Sheet({ isOpen, onOpenChange, title, glyph, description, headerActions, children, footer, size = 'medium', isGuarded = false }: SheetProps) {
  const { t } = useTranslation();
  return (
    <ModalOverlay isOpen={isOpen} onOpenChange={onOpenChange} isDismissable={!isGuarded} isKeyboardDismissDisabled={isGuarded} className={styles['scrim'] ?? ''}>
      <Modal className={classNames(styles['modal'], styles[size])}>
        <AriaDialog data-modal className={styles['panel'] ?? ''}>
          <header className={styles['head']}>
            {glyph}
            <div className={styles['words']}>
              <Heading slot="title" className={styles['title'] ?? ''}>{title}</Heading>
              {description && <div className={styles['description']}>{description}</div>}
            </div>
            {headerActions}
            <IconButton icon={X} label={t('ui.close')} onPress={() => onOpenChange(false)} />
          </header>
          <div className={styles['body']}>{children}</div>
          {footer && <footer className={styles['foot']}>{footer}</footer>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

export interface SidePanelProps extends Pick<SheetProps, 'title' | 'glyph' | 'description' | 'headerActions' | 'children' | 'footer'> {
  readonly onClose: () => void;
  /** Names it for screen readers where the title alone does not say what it is. */
  readonly label?: string;
  /** Pixels; with `onResize` its edge can be dragged, or moved by the arrow keys. */
  readonly width?: number;
  readonly onResize?: (width: number) => void;
}

/** The same panel beside the page, which stays usable: the peek of a list, the inspector of a canvas. */
export function SidePanel({ title, glyph, description, headerActions, children, footer, onClose, label, width, onResize }: SidePanelProps) {
  const { t } = useTranslation();
  return (
    <aside className={styles['beside']} aria-label={label ?? title} data-region tabIndex={-1} style={width === undefined ? {} : { width: `min(${width}px, 100vw)` }}>
      {onResize && width !== undefined && <PanelEdge width={width} onResize={onResize} />}
      <div className={styles['panel']}>
        <header className={styles['head']}>
          {glyph}
          <div className={styles['words']}>
            <h2 className={styles['title']}>{title}</h2>
            {description && <div className={styles['description']}>{description}</div>}
          </div>
          {headerActions}
          <IconButton icon={X} label={t('ui.close')} onPress={onClose} />
        </header>
        <div className={styles['body']}>{children}</div>
        {footer && <footer className={styles['foot']}>{footer}</footer>}
      </div>
    </aside>
  );
}
