import { checkFormula, completeFormula, type Completion, type FormulaOptions, type FormulaProblem, type FormulaScope, type FormulaType } from '@guanxi/formula';
import { useId, useLayoutEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { classNames, Field, isComposing, type FieldProps } from '../../ui/index.js';
import { useDraftedObjects } from '../documents/drafted-objects.js';
import { CompletionList } from './CompletionList.js';
import { MarkedText } from './MarkedText.js';
import { recordScope } from './record-scope.js';
import styles from './FormulaField.module.css';

export interface FormulaFieldProps extends FieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** API name of the object whose records the formula reads, the draft included. `scope` says it where it is more than that. */
  readonly object?: string | undefined;
  readonly scope?: FormulaScope | undefined;
  /** What the formula has to answer; anything where it is missing. */
  readonly expected?: FormulaType | readonly FormulaType[] | undefined;
  readonly placeholder?: string;
  /** One line that grows, for the rows of a table. */
  readonly isCompact?: boolean;
  /** `prior`: ISNEW, ISCHANGED and PRIORVALUE can be asked. */
  readonly options?: FormulaOptions | undefined;
}

/** A formula with the names and functions that may stand at the caret, and its faults marked where they are. */
export function FormulaField({ value, onChange, object, scope: given, expected, placeholder, isCompact, options, ...field }: FormulaFieldProps) {
  const objects = useDraftedObjects();
  const scope = useMemo(() => given ?? recordScope(objects, object ?? ''), [given, objects, object]);
  const { t } = useTranslation();
  const listId = useId();
  const place = useRef<HTMLTextAreaElement>(null);
  const caretAfter = useRef<number | null>(null);
  const [completions, setCompletions] = useState<readonly Completion[]>([]);
  const [active, setActive] = useState(0);
  const problems = useMemo(() => findProblems(value, scope, expected, options), [value, scope, expected, options]);

  // The caret can only be set once the longer text is in the field.
  useLayoutEffect(() => {
    if (caretAfter.current === null) return;
    place.current?.setSelectionRange(caretAfter.current, caretAfter.current);
    caretAfter.current = null;
  }, [value]);

  const offer = (text: string, position: number, isAsked: boolean) => {
    const found = completeFormula(text, position, scope);
    const hasLetters = found.some(({ start }) => start < position) || text[position - 1] === '.';
    const [only, ...others] = found;
    const isDone = only !== undefined && others.length === 0 && only.insert === text.slice(only.start, position);
    setCompletions(isAsked || (hasLetters && !isDone) ? found.slice(0, 50) : []);
    setActive(0);
  };
  const accept = ({ insert, start, end }: Completion) => {
    caretAfter.current = start + insert.length;
    setCompletions([]);
    onChange(value.slice(0, start) + insert + value.slice(end));
    place.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (isComposing(event.nativeEvent)) return;
    const count = completions.length;
    if (event.key === ' ' && event.ctrlKey) { event.preventDefault(); offer(value, event.currentTarget.selectionStart, true); return; }
    if (count === 0) return;
    const act = listKeys[event.key];
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    const chosen = completions[active];
    if (act === 'close') setCompletions([]);
    else if (act === 'accept') { if (chosen) accept(chosen); } else setActive((active + act + count) % count);
  };

  const [first] = problems;
  return (
    <Field {...field} error={first ? [first.message, first.hint].filter(Boolean).join(' ') : field.error}
      help={field.help ?? (isCompact ? undefined : t('automation.formula.help'))}>
      <div className={classNames(styles['editor'], isCompact && styles['compact'], problems.length > 0 && styles['invalid'])}>
        <MarkedText text={value} problems={problems} />
        <textarea ref={place} className={styles['input']} value={value} rows={isCompact ? 1 : 3} spellCheck={false} autoComplete="off" autoCapitalize="off" placeholder={placeholder}
          aria-label={field.label} aria-invalid={problems.length > 0} aria-autocomplete="list" aria-haspopup="listbox"
          {...(completions.length > 0 && { 'aria-controls': listId, 'aria-activedescendant': `${listId}-${active}` })}
          onChange={(event) => {
            onChange(event.target.value);
            offer(event.target.value, event.target.selectionStart, false);
          }}
          onKeyDown={onKeyDown} onBlur={() => setCompletions([])} />
        {completions.length > 0 && <CompletionList id={listId} completions={completions} active={active} onChoose={accept} />}
      </div>
    </Field>
  );
}

export function findProblems(text: string, scope: FormulaScope, expected?: FormulaType | readonly FormulaType[], options?: FormulaOptions): readonly FormulaProblem[] {
  if (text.trim() === '') return [];
  const checked = checkFormula(text, scope, expected, options);
  return checked.ok ? [] : checked.problems;
}

const listKeys: Readonly<Record<string, 1 | -1 | 'accept' | 'close'>> = { ArrowDown: 1, ArrowUp: -1, Enter: 'accept', Tab: 'accept', Escape: 'close' };
