import { formulaFunctions } from '@guanxi/formula';
import { BookOpen } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, CodeText, EmptyState, SearchField, Sheet } from '../../ui/index.js';
import { speaks } from './speaks.js';
import styles from './FormulaField.module.css';

/** Every function of the language with its examples, to look up while a formula is written. */
export function FunctionsHelp() {
  const { t, i18n } = useTranslation();
  const language = speaks(i18n.language);
  const [isOpen, setOpen] = useState(false);
  const [text, setText] = useState('');
  const wanted = text.trim().toLowerCase();
  const found = Object.values(formulaFunctions).filter(({ name, description }) => `${name} ${description[language]}`.toLowerCase().includes(wanted));
  return (
    <>
      <Button size="small" variant="quiet" icon={BookOpen} onPress={() => setOpen(true)}>{t('automation.formula.functions')}</Button>
      <Sheet isOpen={isOpen} onOpenChange={setOpen} title={t('automation.formula.functions')} description={t('automation.formula.functionsHelp')}>
        <div className={styles['help']}>
          <SearchField label={t('ui.search')} value={text} onChange={setText} />
          {found.length === 0 && <EmptyState kind="no-match" title={t('ui.noMatch')} />}
          <ul className={styles['functions']}>
            {found.map(({ name, signature, description, examples }) => (
              <li key={name} className={styles['function1']}>
                <span className={styles['signature']}>{signature}</span>
                <span className={styles['words']}>{description[language]}</span>
                {examples.slice(0, 2).map(({ formula, result }) => <span key={formula}><CodeText>{formula}</CodeText>{result !== undefined && <> → <CodeText>{String(result)}</CodeText></>}</span>)}
              </li>
            ))}
          </ul>
        </div>
      </Sheet>
    </>
  );
}
