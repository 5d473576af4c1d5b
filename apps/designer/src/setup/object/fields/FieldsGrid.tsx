import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Checkbox } from '../../../ui/index.js';
import type { FieldStatistic } from '../../documents/document-types.js';
import { FieldGridRow } from './FieldGridRow.js';
import type { FieldRow } from './field-rows.js';
import { useFieldsKeyboard } from './use-fields-keyboard.js';
import styles from './Fields.module.css';

export interface FieldsGridProps {
  readonly label: string;
  readonly rows: readonly FieldRow[];
  readonly titleOf: (row: FieldRow) => string;
  readonly statistics: ReadonlyMap<string, FieldStatistic> | undefined;
  readonly isCounting: boolean;
  readonly selection: ReadonlySet<string>;
  readonly onSelectionChange: (selection: ReadonlySet<string>) => void;
  readonly isReorderable: boolean;
  readonly isEditable: boolean;
  readonly onOpen: (name: string) => void;
  readonly onMove: (name: string, index: number) => void;
  readonly onRelabel: (name: string, label: string) => void;
  readonly onRemove: (name: string) => void;
  readonly onBringBack: (row: FieldRow) => void;
  readonly onAskUses: (row: FieldRow) => void;
}

/** One tab stop; arrows walk the cells, Enter opens, F2 edits the label, Space chooses, Alt with an arrow moves the field. */
export function FieldsGrid(props: FieldsGridProps) {
  const { t } = useTranslation();
  const { label, rows, selection, onSelectionChange, onMove, isEditable } = props;
  const place = useRef<HTMLTableElement>(null);
  const [dragged, setDragged] = useState<string | null>(null);
  const [target, setTarget] = useState<number | null>(null);
  const [renaming, setRenaming] = useState<string | null>(null);
  const movable = rows.filter(({ state }) => state !== 'REMOVED');
  const choosable = movable.filter(({ isNameField }) => !isNameField).map(({ name }) => name);
  const toggle = (name: string) => {
    if (!choosable.includes(name)) return;
    onSelectionChange(new Set(selection.has(name) ? [...selection].filter((one) => one !== name) : [...selection, name]));
  };
  const keyboard = useFieldsKeyboard({ ...props, place, onToggle: toggle, onRename: setRenaming });
  const drop = () => {
    if (dragged !== null && target !== null && movable[target]?.name !== dragged) onMove(dragged, target);
    setDragged(null);
    setTarget(null);
  };
  return (
    <div className={styles['frame']}>
      <table ref={place} role="grid" className={styles['table']} aria-label={label} aria-rowcount={rows.length + 1} aria-multiselectable {...keyboard.gridProps}>
        <thead>
          <tr>
            <th scope="col" className={styles['choose']}>
              {isEditable && (
                <Checkbox aria-label={t('ui.grid.selectAll')} excludeFromTabOrder isSelected={selection.size > 0 && selection.size === choosable.length} isIndeterminate={selection.size > 0 && selection.size < choosable.length}
                  onChange={() => onSelectionChange(selection.size > 0 ? new Set() : new Set(choosable))} />
              )}
            </th>
            <th scope="col">{t('setup.field.label')}</th><th scope="col">{t('setup.field.name')}</th><th scope="col">{t('setup.field.kind')}</th>
            <th scope="col" className={styles['mark']}>{t('setup.field.required')}</th><th scope="col" className={styles['mark']}>{t('setup.field.unique')}</th>
            <th scope="col" className={styles['number']}>{t('model.fields.usedBy')}</th><th scope="col" className={styles['number']}>{t('model.fields.filled')}</th><th scope="col">{t('model.fields.lastUsed')}</th>
            <th scope="col">{t('setup.objects.state')}</th><th scope="col"><span className={styles['hidden']}>{t('ui.more')}</span></th>
          </tr>
        </thead>
        <tbody onDragOver={(event) => { if (dragged !== null) event.preventDefault(); }} onDrop={(event) => { event.preventDefault(); drop(); }}>
          {rows.map((row, index) => (
            <FieldGridRow key={row.property.guanxi.id} grid={props} row={row} index={index} lastIndex={movable.length - 1} activeColumn={keyboard.active.row === index ? keyboard.active.column : null}
              isRenaming={renaming === row.name} onRename={setRenaming} onToggle={toggle} onRenamed={(name) => { setRenaming(null); keyboard.focus({ row: index, column: 1 }); if (name !== null) props.onRelabel(row.name, name); }}
              isDragged={dragged === row.name} isTarget={target === index && dragged !== null && dragged !== row.name}
              onDragStart={() => setDragged(row.name)} onDragOver={() => setTarget(index)} onDragEnd={() => { setDragged(null); setTarget(null); }} />
          ))}
        </tbody>
      </table>
    </div>
  );
}
