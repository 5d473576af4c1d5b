import { useMemo } from 'react';
import type { FormRecord } from '../form-values.js';
import type { FieldProblems, FormMode, FormTree } from '../resolve/form-tree.js';
import { type FormPlan, layoutOf, planForm } from '../resolve/plan-form.js';
import { resolveForm } from '../resolve/resolve-form.js';
import type { RecordPageProps } from './record-page-props.js';

/** The layout's formulas are read again only when the layout or what this person may see has changed. */
export function useFormPlan({ workspace, object, layout, record }: RecordPageProps, recordType: unknown = record.values['recordType'] ?? null): FormPlan {
  // A given layout is that of the type which the record has; another type has its own.
  const given = recordType === (record.values['recordType'] ?? null) ? layout : undefined;
  const chosen = given ?? layoutOf(object, recordType);
  return useMemo(() => planForm(workspace, object, chosen), [workspace, object, chosen]);
}

export function useFormTree(plan: FormPlan, props: RecordPageProps, state: { mode: FormMode; record: FormRecord; problems?: FieldProblems }): FormTree {
  const { user, now, display, readRelated } = props;
  const { mode, record, problems } = state;
  const { locale, timeZone } = display;
  return useMemo(
    () =>
      resolveForm(plan, {
        mode,
        record,
        user,
        saved: props.record.values,
        moment: { now, timeZone },
        locale,
        ...(problems === undefined ? {} : { problems }),
        ...(readRelated === undefined ? {} : { readRelated }),
      }),
    [plan, mode, record, props.record.values, problems, user, now, locale, timeZone, readRelated],
  );
}
