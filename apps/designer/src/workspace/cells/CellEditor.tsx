import { offeredValues, type FormValues } from '@guanxi/forms';
import type { JsonValue } from '@guanxi/field-types';
import { widgetOf } from '@guanxi/field-types/widgets';
import { valueName, type FieldDescription, type ObjectDescription } from '@guanxi/metadata';
import { useRef, useState, type FocusEvent, type KeyboardEvent } from 'react';
import { classNames, ComboBox, hasModKey, isComposing, RecordField, type AfterEdit, type CellEditorProps } from '../../ui/index.js';
import { recordNameIn, valueIn } from '../records/FieldValue.js';
import type { RecordRow } from '../records/record-row.js';
import { useDisplay } from '../records/use-display.js';
import { cellKind } from './cell-kinds.js';
import styles from './CellEditor.module.css';

/** What an editor hands back: the value, and of a reference what the record is called. */
export interface EditedValue { readonly value: JsonValue; readonly recordName?: string | undefined }

interface Props extends CellEditorProps<RecordRow> {
  readonly object: ObjectDescription;
  readonly fields: readonly FieldDescription[];
}

/** A value being changed where it stands. Enter and Tab save and go on, Escape leaves it, and so does going elsewhere save it. */
export function CellEditor(props: Props) {
  const field = props.fields.find(({ name }) => name === props.columnId);
  return field ? <KnownEditor {...props} field={field} /> : null;
}

function KnownEditor({ object, field, row, typed, onCommit, onCancel }: Props & { readonly field: FieldDescription }) {
  const kind = cellKind(field);
  const place = useRef<HTMLDivElement>(null);
  const draft = useRef<EditedValue>({ value: valueIn(row, field), recordName: recordNameIn(row, field) });
  const [value, setValue] = useState<JsonValue>(() => startValue(field, row, typed));
  const isDone = useRef(false);
  const lastKey = useRef('');

  const change = (next: JsonValue, recordName?: string) => {
    draft.current = { value: next, recordName };
    setValue(next);
  };
  const commit = (then: AfterEdit) => {
    if (isDone.current) return;
    isDone.current = true;
    onCommit(draft.current, then);
  };
  const afterKey = (): AfterEdit => (lastKey.current === 'Tab' ? 'right' : 'down');
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event) || event.defaultPrevented) return;
    if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      isDone.current = true;
      onCancel();
    } else if (event.key === 'Tab' && kind !== 'panel') {
      event.preventDefault();
      commit(event.shiftKey ? 'left' : 'right');
    } else if (event.key === 'Enter' && (kind !== 'panel' || hasModKey(event) || (event.target instanceof HTMLTextAreaElement && !event.shiftKey))) {
      event.preventDefault();
      commit('down');
    }
  };
  // Lists and calendars of an input stand elsewhere in the document, and take the focus for a while.
  const onBlur = (event: FocusEvent) => {
    if (isInOverlay(event.relatedTarget)) return;
    requestAnimationFrame(() => {
      const now = document.activeElement;
      if (!place.current || place.current.contains(now) || isInOverlay(now)) return;
      commit('stay');
    });
  };
  return (
    <div ref={place} className={classNames(styles['place'], styles[kind])} onKeyDownCapture={(event) => { lastKey.current = event.key; }} onKeyDown={onKeyDown} onBlur={onBlur}>
      {kind === 'choice' ? <ChoiceInput object={object} field={field} row={row} typed={typed} value={value} onChange={change} onChoose={() => commit(afterKey())} />
        : kind === 'record' ? <RecordInput field={field} row={row} typed={typed} value={value} onChange={change} onChoose={() => commit(afterKey())} />
          : <WidgetInput field={field} row={row} value={value} onChange={change} />}
    </div>
  );
}

interface InputProps {
  readonly field: FieldDescription;
  readonly row: RecordRow;
  readonly value: JsonValue;
  readonly onChange: (value: JsonValue, recordName?: string) => void;
}

interface ListInputProps extends InputProps {
  readonly typed: string | null;
  readonly onChoose: () => void;
}

function ChoiceInput({ object, field, row, typed, value, onChange, onChoose }: ListInputProps & { readonly object: ObjectDescription }) {
  const offered = offeredValues(field, object, row as unknown as FormValues);
  const colours = new Map((field.settings['values'] as readonly { readonly value: string; readonly color?: string }[] | undefined)?.map(({ value: each, color }) => [each, color]));
  const choices = Object.entries(field.valueLabels ?? {}).filter(([choice]) => offered === undefined || offered.includes(choice) || choice === value)
    .map(([choice, label]) => ({ value: choice, label, hue: colours.get(choice) ?? null }));
  return (
    <ComboBox label={field.label} hideLabel autoFocus startsOpen {...(typed && { startText: typed })} isRequired={field.required} choices={choices} value={value as string | null}
      onChange={(next) => { onChange(next); if (next !== null) onChoose(); }} />
  );
}

function RecordInput({ field, row, typed, value, onChange, onChoose }: ListInputProps) {
  const name = useRef<string | undefined>(undefined);
  return (
    <RecordField label={field.label} hideLabel autoFocus startsOpen {...(typed && { startText: typed })} isRequired={field.required} object={field.target ?? ''} displayName={recordNameIn(row, field) ?? null} value={value as string | null}
      onFind={(record) => { name.current = record.name; }} onChange={(next) => { onChange(next, name.current); if (next !== null) onChoose(); }} />
  );
}

function WidgetInput({ field, row, value, onChange }: InputProps) {
  const display = useDisplay();
  const { widget: { Input }, settings } = widgetOf(field);
  const { codeFrom } = field.value.settings;
  const recordCurrency = typeof codeFrom === 'string' ? row[codeFrom] : undefined;
  return (
    <Input label={field.label} hideLabel autoFocus value={value} onChange={onChange} settings={settings} name={valueName(field)}
      display={{ ...display, ...(typeof recordCurrency === 'string' && { recordCurrency }), ...(field.valueLabels && { valueLabels: field.valueLabels }) }} />
  );
}

/** What people typed stands in place of the value where it is a line of text or the beginning of a number. */
function startValue(field: FieldDescription, row: RecordRow, typed: string | null): JsonValue {
  const held = valueIn(row, field);
  if (typed === null || cellKind(field) !== 'line') return held;
  const isText = typeof field.value.type === 'string' && textKinds.includes(field.value.type);
  if (isText) return typed === '' ? null : typed;
  return numberKinds.includes(field.value.type) && /^\d$/.test(typed) ? typed : held;
}

const textKinds: readonly string[] = ['text', 'email', 'phone', 'url', 'encryptedText'];
const numberKinds: readonly string[] = ['integer', 'decimal', 'currency', 'percent'];

function isInOverlay(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[data-trigger], [role="listbox"], [role="dialog"], [role="menu"]') !== null;
}
