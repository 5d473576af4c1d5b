import type { FormulaScope } from '@guanxi/formula';
import { ChevronLeft, ChevronRight, CornerDownLeft } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Badge, Button, EmptyState, IconButton } from '../../ui/index.js';
import styles from './FormulaBrowser.module.css';

interface FieldListProps {
  readonly scope: FormulaScope;
  readonly text: string;
  readonly onInsert: ((text: string) => void) | undefined;
}

/** The fields of the record, and step by step those of the records it points to. */
export function FieldList({ scope, text, onInsert }: FieldListProps) {
  const { t } = useTranslation();
  const [path, setPath] = useState<readonly string[]>([]);
  const wanted = text.trim().toLowerCase();
  const found = (scope.suggest?.(path) ?? []).map((name) => describe(scope, [...path, name])).filter(({ name, label }) => `${name} ${label ?? ''}`.toLowerCase().includes(wanted));
  return (
    <section aria-label={t('formula.fields')}>
      {path.length > 0 && (
        <div className={styles['way']}>
          <Button size="small" variant="quiet" icon={ChevronLeft} onPress={() => setPath(path.slice(0, -1))}>{t('formula.back')}</Button>
          <span className={styles['path']}>{path.join('.')}</span>
        </div>
      )}
      {found.length === 0 && <EmptyState kind="no-match" title={t('ui.noMatch')} />}
      <ul className={styles['list']}>
        {found.map(({ name, label, type, leads }) => (
          <li key={name} className={styles['field']}>
            <span className={styles['words']}>
              <span className={styles['label']}>{label ?? t(`formula.names.${name.slice(1)}`, { defaultValue: name })}</span>
              <span className={styles['path']}>{[...path, name].join('.')}</span>
            </span>
            {type && <Badge>{t(`formula.type.${type}`)}</Badge>}
            {onInsert && type && <IconButton icon={CornerDownLeft} label={t('formula.insert', { name: label ?? name })} onPress={() => onInsert([...path, name].join('.'))} />}
            {leads && <IconButton icon={ChevronRight} label={t('formula.open', { name: label ?? name })} onPress={() => setPath([...path, name])} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

function describe(scope: FormulaScope, path: readonly string[]) {
  return { name: path.at(-1) ?? '', label: scope.label?.(path), type: scope.resolve(path)?.type, leads: (scope.suggest?.(path) ?? []).length > 0 };
}
