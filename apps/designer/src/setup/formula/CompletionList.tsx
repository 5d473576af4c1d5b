import type { Completion } from '@guanxi/formula';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { classNames } from '../../ui/index.js';
import { speaks } from './speaks.js';
import styles from './FormulaField.module.css';

interface CompletionListProps {
  readonly id: string;
  readonly completions: readonly Completion[];
  readonly active: number;
  readonly onChoose: (completion: Completion) => void;
}

/** What may be written here; the field keeps the focus and the keys. */
export function CompletionList({ id, completions, active, onChoose }: CompletionListProps) {
  const { t, i18n } = useTranslation();
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => { list.current?.children[active]?.scrollIntoView({ block: 'nearest' }); }, [active]);
  const description = completions[active]?.description?.[speaks(i18n.language)];
  return (
    <div className={styles['popup']}>
      <ul ref={list} id={id} role="listbox" aria-label={t('automation.formula.completions')} className={styles['list']}>
        {completions.map((completion, index) => (
          <li key={`${completion.kind} ${completion.label}`} id={`${id}-${index}`} role="option" aria-selected={index === active} className={classNames(styles['option'], index === active && styles['active'])}
            // Pressing must not take the focus out of the field.
            onMouseDown={(event) => { event.preventDefault(); onChoose(completion); }}>
            <span className={classNames(styles['kind'], styles[completion.kind])} aria-hidden>{signs[completion.kind]}</span>
            <span className={styles['label']}>{completion.label}</span>
            {completion.detail && <span className={styles['detail']}>{completion.detail}</span>}
          </li>
        ))}
      </ul>
      {description && <p className={styles['about']}>{description}</p>}
    </div>
  );
}

const signs: Readonly<Record<Completion['kind'], string>> = { field: 'F', function: 'ƒ', keyword: 'K' };
