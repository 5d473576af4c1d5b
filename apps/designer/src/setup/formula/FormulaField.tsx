import { checkFormula, type FormulaOptions, type FormulaProblem, type FormulaScope, type FormulaType } from '@guanxi/formula';
import { Braces } from 'lucide-react';
import { lazy, Suspense, useContext, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { classNames, Field, IconButton, type FieldProps } from '../../ui/index.js';
import { useDraftedObjects } from '../documents/drafted-objects.js';
import type { FormulaCodeHandle } from './code/FormulaCode.js';
import { FormulaBrowser, type BrowsedPage } from './FormulaBrowser.js';
import { FormulaTools } from './FormulaTools.js';
import { FormulaTrial } from './FormulaTrial.js';
import { FormulaMoment } from './formula-moment.js';
import { recordScope } from './record-scope.js';
import styles from './FormulaField.module.css';

const FormulaCode = lazy(() => import('./code/FormulaCode.js').then((module) => ({ default: module.FormulaCode })));

export interface FormulaFieldProps extends FieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** API name of the object whose records the formula reads, the draft included; with it the formula can be tried on a record. */
  readonly object?: string | undefined;
  /** What the formula may name, where it is more or less than a record of `object`. */
  readonly scope?: FormulaScope | undefined;
  /** What the formula has to answer; anything where it is missing. */
  readonly expected?: FormulaType | readonly FormulaType[] | undefined;
  readonly placeholder?: string;
  /** One line that grows, for the rows of a table. */
  readonly isCompact?: boolean;
  /** `prior`: ISNEW, ISCHANGED and PRIORVALUE can be asked. */
  readonly options?: FormulaOptions | undefined;
}

/** A formula: written with colours, completion and help, checked as it grows, tried on a record. What is wrong can be kept all the same. */
export function FormulaField({ scope, ...field }: FormulaFieldProps) {
  return scope ? <ScopedFormulaField {...field} scope={scope} /> : <DraftedFormulaField {...field} />;
}

function DraftedFormulaField(field: Omit<FormulaFieldProps, 'scope'>) {
  const { i18n } = useTranslation();
  const objects = useDraftedObjects();
  const scope = useMemo(() => recordScope(objects, field.object ?? '', { language: i18n.language }), [objects, field.object, i18n.language]);
  return <ScopedFormulaField {...field} scope={scope} />;
}

function ScopedFormulaField({ value, onChange, object, scope, expected, placeholder, isCompact = false, options: own, ...field }: FormulaFieldProps & { readonly scope: FormulaScope }) {
  const around = useContext(FormulaMoment);
  const options = own ?? around;
  const { t, i18n } = useTranslation();
  const code = useRef<FormulaCodeHandle>(null);
  const [browsed, setBrowsed] = useState<BrowsedPage | null>(null);
  const [isTried, setTried] = useState(false);
  // Who was in the plain text while the editor loaded goes on in the editor.
  const [wasIn, setWasIn] = useState(false);
  const checked = useMemo(() => (value.trim() === '' ? null : checkFormula(value, scope, expected, options)), [value, scope, expected, options]);
  const problems = useMemo(() => (checked && !checked.ok ? checked.problems : []), [checked]);
  const facts = useMemo(() => ({ scope, problems, language: i18n.language, typeName: (type: string) => t(`formula.type.${type}`) }), [scope, problems, i18n.language, t]);
  const [first] = problems;
  const told = first?.tell(i18n.language);
  const isFixed = (field.isReadOnly ?? false) || (field.isDisabled ?? false);
  const example = placeholder ?? t(`formula.placeholder.${placeholderOf(expected)}`);
  const words = isCompact ? (example.split('\n')[0] ?? '') : example;
  const plain = (
    <textarea className={styles['plain']} value={value} rows={isCompact ? 1 : 3} spellCheck={false} aria-label={field.label} aria-invalid={problems.length > 0} placeholder={words} readOnly={isFixed}
      onFocus={() => setWasIn(true)} onBlur={() => setWasIn(false)} onChange={(event) => onChange(event.target.value)} />
  );
  return (
    <Field {...field} error={told ? [told.message, told.hint].filter(Boolean).join(i18n.language.startsWith('zh') ? '' : ' ') : field.error} help={field.help ?? (isCompact ? undefined : t('formula.help'))}>
      <div className={classNames(styles['editor'], isCompact && styles['compact'], problems.length > 0 && styles['invalid'])}>
        <Suspense fallback={plain}>
          <FormulaCode value={value} onChange={onChange} facts={facts} label={field.label} placeholder={words} isCompact={isCompact} isReadOnly={isFixed}
            autoFocus={wasIn || (field.autoFocus ?? false)} handle={code} onHelp={(name) => setBrowsed({ page: 'functions', text: name ?? '' })} />
        </Suspense>
        {isCompact && !isFixed && scope.suggest && (
          <span className={styles['token']}><IconButton size="small" icon={Braces} label={t('formula.insertInto', { name: field.label })} onPress={() => setBrowsed({ page: 'fields', text: '' })} /></span>
        )}
        {!isCompact && (
          <FormulaTools type={checked?.ok ? checked.formula.type : null} problemCount={problems.length} canTry={object !== undefined} isTried={isTried}
            onBrowse={(page) => setBrowsed({ page, text: '' })} onTry={() => setTried(!isTried)} />
        )}
        {isTried && object !== undefined && <FormulaTrial object={object} formula={problems.length > 0 ? '' : value} />}
      </div>
      <FormulaBrowser browsed={browsed} onChange={setBrowsed} scope={scope} onInsert={isFixed ? undefined : (text) => code.current?.insert(text)} />
    </Field>
  );
}

export function findProblems(text: string, scope: FormulaScope, expected?: FormulaType | readonly FormulaType[], options?: FormulaOptions): readonly FormulaProblem[] {
  if (text.trim() === '') return [];
  const checked = checkFormula(text, scope, expected, options);
  return checked.ok ? [] : checked.problems;
}

function placeholderOf(expected: FormulaType | readonly FormulaType[] | undefined): 'condition' | 'value' {
  return expected === 'boolean' ? 'condition' : 'value';
}
