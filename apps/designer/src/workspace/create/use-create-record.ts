import { writeInput, type FormValues } from '@guanxi/forms';
import type { ObjectDescription } from '@guanxi/metadata';
import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError, recordsRequest, type Problem } from '../../api/index.js';
import { showToast } from '../../ui/index.js';
import { forgetLists } from '../records/record-lists.js';
import { recordHref } from '../records/record-href.js';
import { recordName } from '../records/record-name.js';
import { createMutation } from '../records/record-queries.js';
import type { RecordRow } from '../records/record-row.js';
import { afterWrite } from '../records/save-record.js';
import { selectFields } from '../records/select-fields.js';
import { readSimilar, type Similar } from './SimilarRecords.js';

/** A save that was refused because of records that are there already. */
interface Warned {
  readonly records: readonly Similar[];
  readonly values: FormValues;
  readonly isNext: boolean;
  /** Nothing else is wrong. */
  readonly isAll: boolean;
}

interface CreateOptions {
  readonly object: ObjectDescription;
  /** The toast offers to open the record. */
  readonly isOpenable: boolean;
  readonly onSaved: (record: RecordRow, isNext: boolean) => void;
}

/** Saves new records, and goes on in spite of similar ones where people want it. */
export function useCreateRecord({ object, isOpenable, onSaved }: CreateOptions) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [warned, setWarned] = useState<Warned | null>(null);
  /** A form whose only fault is its likeness to others takes itself for saved. */
  const isWarned = useRef(false);
  const save = async (values: FormValues, isNext: boolean, allowDuplicates = false): Promise<readonly Problem[] | undefined> => {
    try {
      setWarned(null);
      isWarned.current = false;
      const { query, variables } = createMutation(object, presentValues(writeInput(object, values)), selectFields({ objects: [] }, object, [object.nameField]), allowDuplicates);
      const { record } = await recordsRequest<{ record: RecordRow }>(query, variables);
      forgetLists(object.name);
      afterWrite(object.name);
      onSaved(record, isNext);
      showToast({ tone: 'success', message: t('workspace.create.done', { name: recordName(object, record) }), ...(isOpenable && { action: { label: t('workspace.open'), run: () => void navigate({ href: recordHref(object.name, record.id) }) } }) });
      return undefined;
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      const found = readSimilar(error.problems);
      if (found.length > 0) setWarned({ records: found, values, isNext, isAll: found.length === error.problems.length });
      // The notice tells them, with the way on.
      const others = error.problems.filter((problem) => readSimilar([problem]).length === 0);
      isWarned.current = found.length > 0;
      return others.length > 0 || found.length > 0 ? others : [{ path: '', code: error.code, message: error.message }];
    }
  };
  const saveAnyway = async ({ values, isNext }: Warned) => {
    const [problem] = (await save(values, isNext, true).catch((error: unknown) => [{ message: String(error) }])) ?? [];
    if (problem) showToast({ tone: 'danger', message: problem.message });
  };
  return { save, saveAnyway, warned, isWarned };
}

/** Blank values of a new record are left out, so that the server's own defaults hold. */
function presentValues(values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));
}
