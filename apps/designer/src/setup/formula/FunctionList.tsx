import { formulaFunctions, type FormulaArea, type FormulaFunction } from '@guanxi/formula';
import { CornerDownLeft } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { CodeText, EmptyState, IconButton } from '../../ui/index.js';
import { speaks } from './speaks.js';
import styles from './FormulaBrowser.module.css';

const areas: readonly FormulaArea[] = ['logic', 'text', 'number', 'date', 'picklist', 'location', 'record'];

/** Every function of the language by its area, with what it does and examples. */
export function FunctionList({ text, onInsert }: { readonly text: string; readonly onInsert: ((text: string) => void) | undefined }) {
  const { t, i18n } = useTranslation();
  const language = speaks(i18n.language);
  const wanted = text.trim().toLowerCase();
  // A whole name means this function, not all whose description speaks of it.
  const exact = formulaFunctions.filter(({ name }) => name.toLowerCase() === wanted);
  const found = exact.length > 0 ? exact : formulaFunctions.filter(({ name, description }) => `${name} ${description[language]}`.toLowerCase().includes(wanted));
  if (found.length === 0) return <EmptyState kind="no-match" title={t('ui.noMatch')} />;
  return areas.map((area) => {
    const functions = found.filter((one) => one.area === area);
    return functions.length > 0 && (
      <section key={area} aria-labelledby={`functions-${area}`}>
        <h3 id={`functions-${area}`} className={styles['area']}>{t(`formula.area.${area}`)}</h3>
        <ul className={styles['list']}>
          {functions.map((one) => <FunctionEntry key={one.name} one={one} language={language} onInsert={onInsert} />)}
        </ul>
      </section>
    );
  });
}

function FunctionEntry({ one: { name, signature, description, examples }, language, onInsert }: { readonly one: FormulaFunction; readonly language: ReturnType<typeof speaks>; readonly onInsert: ((text: string) => void) | undefined }) {
  const { t } = useTranslation();
  return (
    <li className={styles['function']}>
      <div className={styles['words']}>
        <span className={styles['signature']}>{signature}</span>
        <span className={styles['description']}>{description[language]}</span>
        {examples.slice(0, 2).map(({ formula, result }) => (
          <span key={formula} className={styles['example']}><CodeText>{formula}</CodeText>{result !== undefined && <> → <CodeText>{result === null ? t('formula.blank') : String(result)}</CodeText></>}</span>
        ))}
      </div>
      {onInsert && <IconButton icon={CornerDownLeft} label={t('formula.insert', { name })} onPress={() => onInsert(`${name}(`)} />}
    </li>
  );
}
