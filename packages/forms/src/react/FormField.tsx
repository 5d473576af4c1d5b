import type { JsonValue } from '@guanxi/field-types';
import { type WidgetDisplay, widgetOf } from '@guanxi/field-types/widgets';
import { type Control, useController } from 'react-hook-form';
import type { FormCell } from '../resolve/form-tree.js';
import type { FormTexts } from './form-texts.js';
import { sayProblem } from './say-problem.js';

/** JsonValue inside: its recursion is more than the path types of react-hook-form can follow. */
export type FormFields = Record<string, unknown>;

interface FormFieldProps {
  readonly cell: FormCell;
  readonly control: Control<FormFields>;
  readonly display: WidgetDisplay;
  readonly texts: FormTexts;
  readonly autoFocus: boolean;
  readonly onLeave: (name: string) => void;
}

/** One field of a form. It alone is drawn again when its value changes. */
export function FormField({ cell, control, display, texts, autoFocus, onLeave }: FormFieldProps) {
  const { field: held } = useController({ name: cell.name, control });
  const { field, name } = cell;
  const { widget: { Input }, settings } = widgetOf(field);
  const help = cell.locked === undefined ? field.help : texts(`locked.${cell.locked}`);
  return (
    <Input
      name={name}
      label={field.label}
      {...(help === undefined ? {} : { help })}
      value={(held.value ?? null) as JsonValue}
      onChange={held.onChange}
      onBlur={() => {
        held.onBlur();
        onLeave(name);
      }}
      required={cell.required}
      readOnly={!cell.enabled}
      errors={cell.problems.map((problem) => sayProblem(problem, field.label, texts))}
      autoFocus={autoFocus}
      settings={settings}
      display={display}
      {...(cell.lookupFilter && { recordFilter: cell.lookupFilter })}
    />
  );
}
