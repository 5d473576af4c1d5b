import { translate } from '@guanxi/metadata';
import type { FormulaScope } from '@guanxi/formula';
import { useQuery } from '@tanstack/react-query';
import { Plus, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../api/index.js';
import { Button, IconButton, Select, type FieldProps } from '../../ui/index.js';
import { draftedDocuments, isKind } from '../documents/setup-queries.js';
import { FormulaField } from '../formula/FormulaField.js';
import styles from './StepControls.module.css';

interface MessageChoiceProps extends FieldProps {
  /** The object of the workflow: templates about another one do not fit. */
  readonly object: string;
  readonly value: string;
  readonly onChange: (value: string | undefined) => void;
}

/** The message that a step sends. */
export function MessageChoice({ object, value, onChange, ...field }: MessageChoiceProps) {
  const { i18n } = useTranslation();
  const { data = [] } = useQuery(draftedDocuments);
  const fitting = data.filter(isKind('message-template')).filter(({ document, state }) => state !== 'REMOVED' && (document.object === undefined || document.object === object));
  return <Select {...field} isClearable value={value || null} onChange={(next) => onChange(next ?? undefined)} choices={fitting.map(({ name, document }) => ({ value: name, label: translate(document.title, document.titles, i18n.language) }))} />;
}

interface FormulaListProps extends FieldProps {
  readonly scope: FormulaScope;
  readonly values: readonly string[];
  /** Paths count from the list. */
  readonly problems: readonly Problem[];
  readonly onChange: (values: readonly string[] | undefined) => void;
}

/** Several formulas, one below the other; there is always one to begin with. */
export function FormulaList({ label, help, error, scope, values, problems, onChange, isRequired = false }: FormulaListProps) {
  const { t } = useTranslation();
  const shown = values.length > 0 ? values : [''];
  const set = (next: readonly string[]) => onChange(next.every((one) => one.trim() === '') ? undefined : next);
  return (
    <div className={styles['list']} role="group" aria-label={label}>
      {shown.map((value, index) => (
        // The order is all that tells two formulas apart.
        <div key={index} className={styles['row']}>
          <FormulaField label={index === 0 ? label : t('mail.nthRecipient', { number: index + 1 })} hideLabel={index > 0} isCompact isRequired={isRequired && index === 0} value={value} scope={scope} onChange={(next) => set(shown.map((one, place) => (place === index ? next : one)))}
            error={problems.find(({ path }) => path === `/${index}`)?.message ?? (index === 0 ? error : undefined)} {...(index === shown.length - 1 && help !== undefined && { help })} />
          {shown.length > 1 && <IconButton icon={X} label={t('mail.removeRecipient', { number: index + 1 })} onPress={() => set(shown.filter((_, place) => place !== index))} />}
        </div>
      ))}
      <span><Button size="small" variant="quiet" icon={Plus} onPress={() => onChange([...shown, 'owner'])}>{t('mail.addRecipient')}</Button></span>
    </div>
  );
}
