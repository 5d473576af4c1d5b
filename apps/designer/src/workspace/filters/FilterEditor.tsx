import { peopleWords, type JsonValue, type OperandShape } from '@guanxi/field-types';
import { widgetOf } from '@guanxi/field-types/widgets';
import type { FieldDescription } from '@guanxi/metadata';
import { useEffect, useRef, useState, type ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { Checkbox, classNames, NumberField, Select, TextField } from '../../ui/index.js';
import { useSavedViews } from '../list/saved-views.js';
import { useDisplay } from '../records/use-display.js';
import { useRecordName } from '../records/use-record-name.js';
import { operandShapes, startOperand, wordsFor, type Filter } from './filter.js';
import { isCounted, periodModes, periodUnits, readPeriod, writePeriod, type ChosenPeriod, type PeriodUnit } from './period.js';
import { useWordLabel } from './use-word-label.js';
import styles from './Filters.module.css';

interface FilterEditorProps {
  readonly field: FieldDescription;
  readonly filter: Filter;
  readonly onChange: (filter: Filter) => void;
  /** Word and value stand side by side. */
  readonly isInline?: boolean;
}

const typingPause = 250;

type Word = Pick<Filter, 'operator' | 'operand'>;

/** The word and the value of one filter; what is typed takes effect after a short pause. */
export function FilterEditor({ field, filter, onChange, isInline = false }: FilterEditorProps) {
  const { t } = useTranslation();
  const wordLabel = useWordLabel();
  const [draft, setDraft] = useState(filter);
  const report = useRef(onChange);
  useEffect(() => { report.current = onChange; });
  useEffect(() => {
    if (draft === filter || JSON.stringify(draft) === JSON.stringify(filter)) return;
    const timer = setTimeout(() => report.current(draft), typingPause);
    return () => clearTimeout(timer);
    // The filter that comes back is the draft that was reported.
  }, [draft, filter]);

  const words = wordsFor(field).flatMap((operator): readonly Word[] => (operandShapes[operator] === 'boolean' ? [{ operator, operand: true }, { operator, operand: false }] : [{ operator, operand: null }]));
  const keyOf = ({ operator, operand }: Word) => (operandShapes[operator] === 'boolean' ? `${operator}:${String(operand)}` : operator);
  const chooseWord = (key: string | null) => {
    const word = words.find((candidate) => keyOf(candidate) === key);
    if (!word) return;
    const isSameShape = operandShapes[word.operator] === operandShapes[draft.operator] && operandShapes[word.operator] !== 'boolean';
    setDraft({ ...draft, operator: word.operator, operand: isSameShape ? draft.operand : (word.operand ?? startOperand(word.operator)) });
  };
  const Operand = operandInputs[operandShapes[draft.operator]];
  return (
    <div className={classNames(styles['editor'], isInline && styles['inline'])}>
      <Select label={t('workspace.filters.word', { field: field.label })} hideLabel value={keyOf(draft)} onChange={chooseWord}
        choices={words.map((word) => ({ value: keyOf(word), label: wordLabel(field, word) }))} />
      <Operand field={field} value={draft.operand} isInline={isInline} onChange={(operand) => setDraft({ ...draft, operand })} />
    </div>
  );
}

interface OperandProps {
  readonly field: FieldDescription;
  readonly value: JsonValue;
  readonly isInline: boolean;
  readonly onChange: (value: JsonValue) => void;
}

const operandInputs: Readonly<Record<OperandShape, ComponentType<OperandProps>>> = {
  value: ValueOperand, text: TextOperand, list: ListOperand, members: ListOperand, boolean: () => null, period: PeriodOperand, people: PeopleOperand, recordList: ListChoice,
};

function ValueOperand({ field, value, onChange }: OperandProps) {
  const { t } = useTranslation();
  const display = useDisplay();
  const { widget: { Input }, settings } = widgetOf(field);
  const isMe = value === 'me';
  const recordName = useRecordName(isMe ? undefined : field.target, typeof value === 'string' ? value : null);
  return (
    <>
      {field.target === 'User' && <Checkbox isSelected={isMe} onChange={(chosen) => onChange(chosen ? 'me' : null)}>{t('workspace.filters.meOption')}</Checkbox>}
      {!isMe && (
        <Input label={field.label} hideLabel={field.type !== 'boolean'} value={value} onChange={onChange} settings={settings}
          display={{ ...display, ...(recordName !== undefined && { recordName }), ...(field.valueLabels && { valueLabels: field.valueLabels }) }} />
      )}
    </>
  );
}

function TextOperand({ field, value, onChange, isInline }: OperandProps) {
  return <TextField label={field.label} hideLabel autoFocus={!isInline} value={typeof value === 'string' ? value : ''} onChange={onChange} />;
}

function ListOperand({ field, value, onChange }: OperandProps) {
  const chosen = Array.isArray(value) ? (value as readonly string[]) : [];
  return (
    <div role="group" aria-label={field.label} className={styles['list']}>
      {Object.entries(field.valueLabels ?? {}).map(([choice, label]) => (
        <Checkbox key={choice} isSelected={chosen.includes(choice)} onChange={(isChosen) => onChange(isChosen ? [...chosen, choice] : chosen.filter((other) => other !== choice))}>{label}</Checkbox>
      ))}
    </div>
  );
}

function PeopleOperand({ field, value, onChange }: OperandProps) {
  const { t } = useTranslation();
  return (
    <Select label={field.label} hideLabel value={typeof value === 'string' ? value : null} onChange={(word) => { if (word !== null) onChange(word); }}
      choices={peopleWords.map((word) => ({ value: word, label: t(`lists.filter.people.${word}`) }))} />
  );
}

/** One of the lists that people keep by hand, of any object: the field is the id of its records. */
function ListChoice({ field, value, onChange }: OperandProps) {
  const lists = useSavedViews().filter(({ isList }) => isList);
  return <Select label={field.label} hideLabel value={typeof value === 'string' ? value : null} onChange={(list) => { if (list !== null) onChange(list); }} choices={lists.map(({ id, title }) => ({ value: id, label: title }))} />;
}

function PeriodOperand({ value, onChange }: OperandProps) {
  const { t } = useTranslation();
  const period = readPeriod(value);
  const change = (next: Partial<ChosenPeriod>) => onChange(writePeriod({ ...period, ...next }));
  return (
    <div className={styles['period']}>
      <Select label={t('workspace.period.mode')} hideLabel value={period.mode} onChange={(mode) => { if (mode !== null) change({ mode: mode as ChosenPeriod['mode'] }); }}
        choices={periodModes.map((mode) => ({ value: mode, label: t(`workspace.period.modes.${mode}`) }))} />
      {isCounted(period.mode) && <NumberField label={t('workspace.period.count')} hideLabel value={period.count} onChange={(count) => { if (count !== null) change({ count }); }} />}
      <Select label={t('workspace.period.unit')} hideLabel value={period.unit} onChange={(unit) => { if (unit !== null) change({ unit: unit as PeriodUnit }); }}
        choices={periodUnits.map((unit) => ({ value: unit, label: t(`workspace.period.units.${unit}`, { count: isCounted(period.mode) ? period.count : 1 }) }))} />
    </div>
  );
}
