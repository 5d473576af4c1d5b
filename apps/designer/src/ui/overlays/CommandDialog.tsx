import { Search } from 'lucide-react';
import type { ReactNode } from 'react';
import { Autocomplete, Dialog, Header, Input, Menu, MenuItem, MenuSection, Modal, ModalOverlay, SearchField } from 'react-aria-components';
import { Kbd } from '../display/Kbd.js';
import styles from './CommandDialog.module.css';

export interface CommandRow {
  readonly id: string;
  readonly label: string;
  /** Drawn in place of the label. */
  readonly drawn?: ReactNode;
  readonly description?: ReactNode;
  readonly glyph?: ReactNode;
  readonly shortcut?: string;
}

export interface CommandDialogProps {
  readonly label: string;
  readonly placeholder: string;
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  readonly text: string;
  readonly onTextChange: (text: string) => void;
  /** Already narrowed to the text. */
  readonly sections: readonly { readonly title: string; readonly rows: readonly CommandRow[] }[];
  readonly onChoose: (id: string) => void;
  readonly emptyText: string;
  readonly hint?: ReactNode;
}

/** A field over a list that arrow keys and Enter act on while the field keeps the focus. */
export function CommandDialog({ label, placeholder, isOpen, onOpenChange, text, onTextChange, sections, onChoose, emptyText, hint }: CommandDialogProps) {
  return (
    <ModalOverlay isOpen={isOpen} onOpenChange={onOpenChange} isDismissable className={styles['scrim'] ?? ''}>
      <Modal className={styles['modal'] ?? ''}>
        <Dialog data-modal aria-label={label} className={styles['dialog'] ?? ''}>
          <Autocomplete inputValue={text} onInputChange={onTextChange}>
            <SearchField aria-label={label} autoFocus className={styles['field'] ?? ''}>
              <Search size={17} aria-hidden className={styles['icon']} />
              <Input placeholder={placeholder} className={styles['input'] ?? ''} />
            </SearchField>
            <Menu aria-label={label} className={styles['menu'] ?? ''} onAction={(key) => onChoose(String(key))}
              renderEmptyState={() => <p className={styles['empty']}>{emptyText}</p>}>
              {sections.map(({ title, rows }) => (
                <MenuSection key={title} aria-label={title}>
                  <Header className={styles['title'] ?? ''}>{title}</Header>
                  {rows.map((row) => (
                    <MenuItem key={row.id} id={row.id} textValue={row.label} className={styles['item'] ?? ''}>
                      <span className={styles['glyph']}>{row.glyph}</span>
                      <span className={styles['words']}>{row.drawn ?? row.label}{row.description && <span className={styles['description']}>{row.description}</span>}</span>
                      {row.shortcut && <Kbd keys={row.shortcut} />}
                    </MenuItem>
                  ))}
                </MenuSection>
              ))}
            </Menu>
          </Autocomplete>
          {hint && <footer className={styles['hint']}>{hint}</footer>}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
