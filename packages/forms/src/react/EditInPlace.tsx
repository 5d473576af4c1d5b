import type { JsonValue } from '@guanxi/field-types';
import { useWidgetKit, type WidgetDisplay, widgetOf } from '@guanxi/field-types/widgets';
import { type KeyboardEvent, useState } from 'react';
import type { FieldProblem, FormCell } from '../resolve/form-tree.js';
import type { FormTexts } from './form-texts.js';
import { asksToSave, isComposing } from './keyboard.js';
import { sayProblem } from './say-problem.js';

interface EditInPlaceProps {
  readonly cell: FormCell;
  readonly display: WidgetDisplay;
  readonly texts: FormTexts;
  /** Answers what is wrong with the value; nothing when it was saved. */
  readonly onSave: (value: JsonValue) => Promise<readonly FieldProblem[]>;
  readonly onCancel: () => void;
}

/** One field open for editing on a record page: Enter saves, Escape leaves everything as it was. */
export function EditInPlace({ cell, display, texts, onSave, onCancel }: EditInPlaceProps) {
  const { FormActions, Button } = useWidgetKit();
  const [value, setValue] = useState<JsonValue>(cell.value);
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const [saving, setSaving] = useState(false);
  const { field } = cell;
  const { widget: { Input }, settings } = widgetOf(field);

  const save = () => {
    if (saving) return;
    if (value === cell.value) {
      onCancel();
      return;
    }
    setSaving(true);
    onSave(value)
      .then(setProblems)
      .catch(() => setProblems([{ code: 'saveFailed', message: texts('saveFailed') }]))
      .finally(() => setSaving(false));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event) || event.defaultPrevented) return;
    if (event.key === 'Escape') onCancel();
    else if (asksToSave(event) !== null || (event.key === 'Enter' && isLineOfText(event.target))) {
      event.preventDefault();
      save();
    }
  };
  return (
    <div data-field={cell.name} onKeyDown={onKeyDown}>
      <Input
        name={cell.name}
        label={field.label}
        {...(field.help === undefined ? {} : { help: field.help })}
        value={value}
        onChange={setValue}
        required={cell.required}
        errors={problems.map((problem) => sayProblem(problem, field.label, texts))}
        autoFocus
        settings={settings}
        display={display}
        {...(cell.lookupFilter && { recordFilter: cell.lookupFilter })}
      />
      <FormActions>
        <Button kind="plain" onPress={onCancel}>
          {texts('cancel')}
        </Button>
        <Button kind="primary" onPress={save} busy={saving}>
          {texts('save')}
        </Button>
      </FormActions>
    </div>
  );
}

/** In longer text Enter makes a line, on buttons it presses, in lists it chooses. */
function isLineOfText(target: EventTarget): boolean {
  return target instanceof HTMLInputElement && target.type !== 'checkbox' && target.getAttribute('role') !== 'combobox';
}
