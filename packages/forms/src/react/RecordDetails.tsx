import type { JsonValue } from '@guanxi/field-types';
import { useWidgetKit, widgetOf } from '@guanxi/field-types/widgets';
import { useState } from 'react';
import type { FormValues } from '../form-values.js';
import { changedValues } from '../record-conversion.js';
import { settleChoices } from '../resolve/offered-values.js';
import type { FieldProblem, FormCell } from '../resolve/form-tree.js';
import { readProblems } from '../validate/read-problems.js';
import { validateRecord } from '../validate/validate-record.js';
import { EditInPlace } from './EditInPlace.js';
import { FormSections, type PartsAround } from './FormSections.js';
import { displayOf } from './RecordForm.js';
import type { RecordPageProps, Save } from './record-page-props.js';
import { useOpenTab } from './use-open-tab.js';
import { useFormPlan, useFormTree } from './use-form-tree.js';

export interface RecordDetailsProps extends RecordPageProps {
  /** Gets the value that was changed, with those that depend on it. Without it nothing can be edited here. */
  readonly onSave?: Save;
  /** Without it the form's own tabs are all there are. */
  readonly around?: PartsAround;
}

/** A record as people read it; each field opens for editing where it stands, by pencil or double click. */
export function RecordDetails(props: RecordDetailsProps) {
  const { object, record, texts, onSave, schema, validator, around } = props;
  const [editing, setEditing] = useState<string | null>(null);
  const tree = useFormTree(useFormPlan(props), props, { mode: 'view', record });

  const { open, setOpen } = useOpenTab(tree);

  const judge = (cell: FormCell, values: FormValues): readonly FieldProblem[] => {
    const problems = validateRecord(tree, values, { object, schema: schema ?? {}, validator: validator ?? (() => []) });
    return problems[cell.name] ?? [];
  };
  const save = async (cell: FormCell, value: JsonValue): Promise<readonly FieldProblem[]> => {
    // What depends on the value goes with it in the same save.
    const values = settleChoices(object, record.values, { ...record.values, [cell.name]: value });
    const refused = judge(cell, values);
    if (refused.length > 0) return refused;
    const { fields, form } = readProblems(object, (await onSave?.(changedValues(record.values, values), false)) ?? []);
    const answer = [...Object.values(fields).flat(), ...form.map((message) => ({ code: 'refused', message }))];
    if (answer.length === 0) setEditing((current) => (current === cell.name ? null : current));
    return answer;
  };
  return (
    <FormSections tree={tree} open={open} onOpen={setOpen} texts={texts} {...(onSave && { foldsBlank: true })} {...(around && { around })}>
      {(cell) =>
        editing === cell.name ? (
          <EditInPlace cell={cell} display={displayOf(cell, props)} texts={texts} onSave={(value) => save(cell, value)} onCancel={() => setEditing(null)} />
        ) : (
          <ShownField cell={cell} page={props} {...(cell.enabled && onSave ? { onEdit: () => setEditing(cell.name) } : {})} />
        )
      }
    </FormSections>
  );
}

function ShownField({ cell, page, onEdit }: { readonly cell: FormCell; readonly page: RecordPageProps; readonly onEdit?: () => void }) {
  const { ReadField } = useWidgetKit();
  const { field, value, locked } = cell;
  const { widget: { Value }, settings } = widgetOf(field);
  const { texts } = page;
  return (
    <div data-field={cell.name} onDoubleClick={onEdit && ((event) => isInLink(event.target) || onEdit())}>
      <ReadField
        label={field.label}
        editLabel={texts('edit', { field: field.label })}
        {...(field.help === undefined ? {} : { help: field.help })}
        {...(onEdit === undefined ? {} : { onEdit })}
        {...(locked === undefined || field.system ? {} : { lockedReason: texts(`locked.${locked}`) })}
        {...(page.fieldTools === undefined ? {} : { tools: page.fieldTools(field) })}
      >
        {value === null ? null : <Value value={value} settings={settings} display={displayOf(cell, page)} />}
      </ReadField>
    </div>
  );
}

/** A link under the pointer is followed; its field opens by the pencil. */
function isInLink(target: EventTarget): boolean {
  return target instanceof Element && target.closest('a') !== null;
}
