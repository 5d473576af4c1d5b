import type { FormulaScope } from '@guanxi/formula';
import { useTranslation } from 'react-i18next';
import { SearchField, SegmentedControl, Sheet } from '../../ui/index.js';
import { FieldList } from './FieldList.js';
import { FunctionList } from './FunctionList.js';
import styles from './FormulaBrowser.module.css';

export interface BrowsedPage {
  readonly page: 'fields' | 'functions';
  readonly text: string;
}

interface FormulaBrowserProps {
  /** Null while it is closed. */
  readonly browsed: BrowsedPage | null;
  readonly onChange: (browsed: BrowsedPage | null) => void;
  /** Without a scope there are no fields to look through. */
  readonly scope?: FormulaScope;
  /** Puts a name or a call into the text; where it is missing there is nothing to put it into. */
  readonly onInsert?: ((text: string) => void) | undefined;
}

/** Everything a formula can be made of, to look through and to put in. */
export function FormulaBrowser({ browsed, onChange, scope, onInsert }: FormulaBrowserProps) {
  const { t } = useTranslation();
  const { page = 'functions', text = '' } = browsed ?? {};
  const insert = onInsert && ((piece: string) => { onChange(null); onInsert(piece); });
  return (
    <Sheet isOpen={browsed !== null} onOpenChange={(isOpen) => { if (!isOpen) onChange(null); }} title={t('formula.browse')} description={t(page === 'functions' ? 'formula.functionsHelp' : 'formula.fieldsHelp')}>
      <div className={styles['browser']}>
        {scope && (
          <SegmentedControl label={t('formula.browse')} value={page} onChange={(next) => onChange({ page: next, text: '' })}
            segments={[{ value: 'fields', label: t('formula.fields') }, { value: 'functions', label: t('formula.functions') }]} />
        )}
        <SearchField label={t('ui.search')} value={text} onChange={(next) => onChange({ page, text: next })} autoFocus />
        {page === 'fields' && scope ? <FieldList scope={scope} text={text} onInsert={insert} /> : <FunctionList text={text} onInsert={insert} />}
      </div>
    </Sheet>
  );
}
