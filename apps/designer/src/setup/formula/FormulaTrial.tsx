import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { metadataRequest } from '../../api/index.js';
import { CodeText, RecordField, Spinner } from '../../ui/index.js';
import { writeAnswer, type FormulaAnswer } from './write-answer.js';
import styles from './FormulaField.module.css';

/** What the formula (empty while it is wrong) answers for a record, and what it read there. The server works it out with the rights of whoever asks. */
export function FormulaTrial({ object, formula }: { readonly object: string; readonly formula: string }) {
  const { t, i18n } = useTranslation();
  const [recordId, setRecordId] = useState<string | null>(null);
  const asked = useDeferredValue(formula.trim());
  const isAsked = recordId !== null && asked !== '';
  const { data, error, isFetching } = useQuery({
    queryKey: ['formula-trial', object, asked, recordId], enabled: isAsked, staleTime: 10_000, retry: false, placeholderData: keepPreviousData,
    queryFn: async ({ signal }) => (await metadataRequest<{ evaluateFormula: FormulaAnswer }>(trial, { object, formula: asked, recordId }, signal)).evaluateFormula,
  });
  const [problem] = data?.problems ?? [];
  return (
    <div className={styles['trial']}>
      <RecordField label={t('formula.tryOn')} object={object} value={recordId} onChange={setRecordId} />
      <output className={styles['result']} aria-live="polite">
        {!isAsked && <span className={styles['quiet']}>{t(recordId === null ? 'formula.chooseRecord' : 'formula.notYet')}</span>}
        {isAsked && isFetching && !data && <Spinner />}
        {isAsked && error && <span className={styles['wrong']}>{error.message}</span>}
        {isAsked && !error && problem && <span className={styles['wrong']}>{problem.code === 'unknown-field' ? t('formula.publishFirst') : problem.message}</span>}
        {isAsked && !error && data && !problem && (
          <>
            <span className={styles['value']}>{writeAnswer(data, t('formula.blank'), { yes: t('ui.yes'), no: t('ui.no') }, i18n.language)}</span>
            {data.reads.length > 0 && (
              <ul className={styles['reads']}>
                {data.reads.map(({ path, value }) => <li key={path}><CodeText>{path}</CodeText> {value === null ? <em>{t('formula.blank')}</em> : typeof value === 'object' ? JSON.stringify(value) : String(value)}</li>)}
              </ul>
            )}
          </>
        )}
      </output>
    </div>
  );
}

const trial = `query ($object: String!, $formula: String!, $recordId: ID) {
  evaluateFormula(object: $object, formula: $formula, recordId: $recordId) { type value reads { path value } problems { code message hint } }
}`;
