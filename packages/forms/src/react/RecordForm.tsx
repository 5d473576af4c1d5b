import { type ErrorEntry, useWidgetKit, type WidgetDisplay } from '@guanxi/field-types/widgets';
import { type FormEvent, type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import type { FormCell, FormTree } from '../resolve/form-tree.js';
import { focusField } from './focus-field.js';
import { FormField } from './FormField.js';
import { FormSections } from './FormSections.js';
import type { FormTexts } from './form-texts.js';
import { asksToSave, isComposing } from './keyboard.js';
import type { RecordPageProps, Save } from './record-page-props.js';
import { sayProblem } from './say-problem.js';
import { useOpenTab, useTabOfProblems } from './use-open-tab.js';
import type { FormChanges } from './use-form-changes.js';
import type { RecordTypeChoice } from './use-record-type.js';
import { useDirtyReport, useRecordForm } from './use-record-form.js';

export interface RecordFormProps extends RecordPageProps, RecordTypeChoice, FormChanges {
  readonly mode: 'create' | 'edit';
  /** Gets all values of a new record, and only changed ones of another. */
  readonly onSave: Save;
  readonly onCancel?: () => void;
  readonly onDirtyChange?: (dirty: boolean) => void;
  /** Draws other buttons than Save and Cancel; a submit button of the kit saves. */
  readonly actions?: (state: FormState) => ReactNode;
}

export interface FormState {
  readonly saving: boolean;
  readonly dirty: boolean;
  /** Saves, and asks for another new record after this one. */
  readonly saveNext: () => void;
}

/**
 * A record as a form. Values that the form begins with are those of the first rendering: another record is another
 * form, told apart by its `key`.
 */
export function RecordForm(props: RecordFormProps) {
  const { texts, onCancel, onDirtyChange, actions } = props;
  const { ErrorSummary } = useWidgetKit();
  const form = useRef<HTMLFormElement>(null);
  const { tree, shown, control, dirty, saving, formProblems, refusals, submit, judgeField } = useRecordForm(props);
  useDirtyReport(dirty, onDirtyChange);
  const tabs = useOpenTab(tree);
  useTabOfProblems(tree, tabs, refusals);
  const [wanted, setWanted] = useState<{ readonly name: string } | null>(null);
  useEffect(() => {
    if (wanted) focusField(form.current, wanted.name);
  }, [wanted]);
  const lead = (name: string) => {
    tabs.showField(name);
    setWanted({ name });
  };
  useFirstProblem(refusals, formProblems.length > 0 ? undefined : firstWrongCell(tree), lead);
  const entries = refusals > 0 ? summaryEntries(tree, formProblems, texts, lead) : [];
  const first = firstOpenCell(tree);

  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    submit();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event)) {
      if (event.key === 'Enter') event.preventDefault();
      return;
    }
    const wish = asksToSave(event);
    if (wish === null) return;
    event.preventDefault();
    submit(wish === 'next');
  };
  return (
    <form ref={form} noValidate onSubmit={onSubmit} onKeyDown={onKeyDown}>
      {entries.length > 0 && <ErrorSummary key={refusals} title={texts('errorSummary', { count: entries.length })} entries={entries} />}
      <FormSections tree={tree} open={tabs.open} onOpen={tabs.setOpen} texts={texts}>
        {(cell) => (
          <div data-field={cell.name}>
            <FormField cell={cell} control={control} display={displayOf(cell, { ...props, record: shown })} texts={texts} autoFocus={cell.name === first} onLeave={judgeField} />
          </div>
        )}
      </FormSections>
      {actions ? actions({ saving, dirty, saveNext: () => submit(true) }) : <SaveAndCancel texts={texts} saving={saving} {...(onCancel === undefined ? {} : { onCancel })} />}
    </form>
  );
}

function SaveAndCancel({ texts, saving, onCancel }: { readonly texts: FormTexts; readonly saving: boolean; readonly onCancel?: () => void }) {
  const { FormActions, Button } = useWidgetKit();
  return (
    <FormActions>
      {onCancel && (
        <Button kind="plain" onPress={onCancel}>
          {texts('cancel')}
        </Button>
      )}
      <Button kind="primary" submit busy={saving}>
        {texts('save')}
      </Button>
    </FormActions>
  );
}

/** How the values of one cell are shown: the page's language, and what only this field knows. */
export function displayOf(
  { name, field }: FormCell,
  { display, record, texts, object, workspace }: Pick<RecordPageProps, 'display' | 'record' | 'texts' | 'object' | 'workspace'>,
): WidgetDisplay {
  const recordName = record.recordNames[name];
  const { codeFrom } = field.value.settings;
  const recordCurrency = typeof codeFrom === 'string' ? record.values[codeFrom] : undefined;
  const listedObject = field.storage === 'through' ? object.relations.find((relation) => relation.name === name)?.object : undefined;
  return {
    ...display,
    ...(listedObject === undefined ? {} : { listedObject }),
    ...(field.members === undefined ? {} : { objectLabels: Object.fromEntries(workspace.objects.map((one) => [one.name, one.label])) }),
    ...(typeof recordCurrency === 'string' && { recordCurrency }),
    yesNo: [texts('yes'), texts('no')],
    ...(recordName === undefined ? {} : { recordName }),
    ...(field.valueLabels === undefined ? {} : { valueLabels: field.valueLabels }),
  };
}

function summaryEntries(tree: FormTree, formProblems: readonly string[], texts: FormTexts, choose: (name: string) => void): ErrorEntry[] {
  const cells = tree.sections.flatMap((section) => section.cells);
  const fields = cells.flatMap(({ name, field, problems }) =>
    problems.map((problem) => ({ label: field.label, message: sayProblem(problem, field.label, texts), onChoose: () => choose(name) })),
  );
  return [...formProblems.map((message) => ({ message })), ...fields];
}

/** After a refused save the first field that is wrong has the focus; where it is the form as a whole, its summary keeps it. */
function useFirstProblem(refusals: number, name: string | undefined, lead: (name: string) => void): void {
  const latest = useRef({ name, lead });
  useEffect(() => {
    latest.current = { name, lead };
  });
  useEffect(() => {
    const { name: wrong, lead: go } = latest.current;
    if (refusals > 0 && wrong !== undefined) go(wrong);
  }, [refusals]);
}

function firstWrongCell(tree: FormTree): string | undefined {
  return cellsInOrder(tree).find(({ visible, problems }) => visible && problems.length > 0)?.name;
}

function firstOpenCell(tree: FormTree): string | undefined {
  return cellsInOrder(tree).find(({ visible, enabled }) => visible && enabled)?.name;
}

/** As they are seen: what stands in no tab first. */
function cellsInOrder({ sections, tabs }: FormTree): readonly FormCell[] {
  const shown = sections.filter(({ visible }) => visible);
  return [undefined, ...tabs].flatMap((tab) => shown.filter((section) => section.tab === tab)).flatMap(({ cells }) => cells);
}
