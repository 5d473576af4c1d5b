import { translate, type ObjectDocument, type Translations } from '@guanxi/metadata';
import { ChevronRight } from 'lucide-react';
import { classNames, IconButton, ObjectGlyph } from '../../../ui/index.js';
import type { AccessObject } from '../use-access-documents.js';
import type { GrantRow } from './grant-grid-types.js';
import styles from '../Access.module.css';

interface RowWish {
  readonly openName: string | null;
  readonly language: string;
  readonly isChanged: (object: string) => boolean;
  readonly fieldsLabel: (object: string) => string;
  readonly onToggle: (object: string) => void;
}

/** Rows of objects, and under the open one those of its fields; a field's row is called `Object.field`. */
export function objectRows(objects: readonly AccessObject[], { openName, language, isChanged, fieldsLabel, onToggle }: RowWish): readonly GrantRow[] {
  return objects.flatMap(({ name, title, document }) => {
    const isOpen = openName === name;
    const head = (
      <span className={styles['object']}>
        <span className={classNames(styles['opener'], isOpen && styles['opened'])}>
          {document && <IconButton size="small" icon={ChevronRight} label={fieldsLabel(title)} aria-expanded={isOpen} onPress={() => onToggle(name)} />}
        </span>
        <ObjectGlyph name={name} icon={document?.guanxi.icon ?? (document ? null : 'user')} hue={document?.guanxi.color ?? document?.guanxi.id} />
        {title}
      </span>
    );
    const row: GrantRow = { id: name, name: title, head, isChanged: isChanged(name), ...(document && { isOpen }) };
    return [row, ...(isOpen && document ? fieldRows(document, language) : [])];
  });
}

export function fieldRows(document: ObjectDocument, language: string): readonly GrantRow[] {
  return Object.entries(document.properties).map(([name, property]) => {
    const title = translate(property.title ?? name, property.guanxi['titles'] as Translations | undefined, language);
    return { id: `${document.name}.${name}`, name: title, head: title, isField: true };
  });
}
