import type { ObjectDescription, WorkspaceDescription } from '@guanxi/metadata';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { findProblems, FormulaField } from '../../setup/formula/FormulaField.js';
import { recordScope } from '../../setup/formula/record-scope.js';

interface FormulaConditionProps {
  readonly workspace: Pick<WorkspaceDescription, 'objects'>;
  readonly object: ObjectDescription;
  readonly formula: string;
  readonly onChange: (formula: string) => void;
}

const pause = 400;

/** The text of a formula that records are filtered by: in effect a moment after it is right, and left out while it is not. */
export function FormulaCondition({ workspace, object, formula, onChange }: FormulaConditionProps) {
  const { t, i18n } = useTranslation();
  const [text, setText] = useState(formula);
  const [known, setKnown] = useState(formula);
  const latest = useRef(onChange);
  const scope = useMemo(() => recordScope(workspace.objects, object.name, { language: i18n.language }), [workspace, object, i18n.language]);
  // Another formula came into this place: by the address, or because rows were moved.
  if (formula !== known) {
    setKnown(formula);
    setText(formula);
  }
  const next = findProblems(text, scope, 'boolean').length === 0 ? text.trim() : '';
  useEffect(() => { latest.current = onChange; });
  useEffect(() => {
    // One that names what is gone stays as it is until somebody mends it.
    if (next === known || text === known) return undefined;
    const timer = setTimeout(() => {
      setKnown(next);
      latest.current(next);
    }, pause);
    return () => clearTimeout(timer);
  }, [next, known, text]);
  return <FormulaField label={t('lists.filter.formula')} hideLabel autoFocus={formula === ''} isCompact value={text} onChange={setText} scope={scope} expected="boolean" />;
}
