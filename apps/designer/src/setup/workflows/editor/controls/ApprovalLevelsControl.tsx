import type { FormulaScope } from '@guanxi/formula';
import { ArrowDown, ArrowUp, Plus, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../../../api/index.js';
import { Button, Field, IconButton, Select, TextField, type FieldProps } from '../../../../ui/index.js';
import { FormulaField } from '../../../formula/FormulaField.js';
import { FormulaList } from '../../../messages/StepControls.js';
import { PeriodField } from '../PeriodField.js';
import styles from '../Inspector.module.css';
import { QueueChoice } from './QueueChoice.js';

interface Level {
  readonly title?: string;
  readonly approvers?: readonly string[];
  readonly queue?: string;
  readonly decides?: 'all' | 'first';
  readonly within?: string;
  readonly then?: 'expire' | 'approve' | 'reject' | 'escalate';
  readonly escalateTo?: string;
}

interface ApprovalLevelsControlProps extends FieldProps {
  /** As the step has them. */
  readonly levels: unknown;
  readonly scope: FormulaScope;
  /** Paths count from the list. */
  readonly problems: readonly Problem[];
  readonly onChange: (levels: readonly Level[]) => void;
}

const ends = ['expire', 'approve', 'reject', 'escalate'] as const;

/** The levels of an approval in their order: whom each asks, who of them decides, and until when. */
export function ApprovalLevelsControl({ label, help, error, levels: given, scope, problems, onChange }: ApprovalLevelsControlProps) {
  const { t } = useTranslation();
  const levels = Array.isArray(given) ? (given as readonly Level[]) : [];
  const swap = (index: number, other: number) => {
    const [one, two] = [levels[index], levels[other]];
    if (one && two) onChange(levels.with(index, two).with(other, one));
  };
  return (
    <Field label={label} {...(help && { help })} {...(error && { error })}>
      <ol className={styles['values']}>
        {levels.map((level, index) => (
          // The order is all that tells two levels apart.
          <li key={index} className={styles['value']}>
            <div className={styles['valueHead']}>
              <span className={styles['valueName']}>{t('people.steps.levelNumber', { number: index + 1 })}</span>
              <IconButton size="small" icon={ArrowUp} label={t('people.steps.moveUp')} isDisabled={index === 0} onPress={() => swap(index, index - 1)} />
              <IconButton size="small" icon={ArrowDown} label={t('people.steps.moveDown')} isDisabled={index === levels.length - 1} onPress={() => swap(index, index + 1)} />
              <IconButton size="small" icon={Trash2} label={t('people.steps.removeLevel')} isDisabled={levels.length === 1} onPress={() => onChange(levels.toSpliced(index, 1))} />
            </div>
            <LevelFields level={level} scope={scope} problems={below(problems, `/${index}`)} onChange={(next) => onChange(levels.with(index, next))} />
          </li>
        ))}
      </ol>
      <div className={styles['foot']}><Button size="small" icon={Plus} onPress={() => onChange([...levels, { approvers: ['owner'] }])}>{t('people.steps.addLevel')}</Button></div>
    </Field>
  );
}

function LevelFields({ level, scope, problems, onChange }: { readonly level: Level; readonly scope: FormulaScope; readonly problems: readonly Problem[]; readonly onChange: (level: Level) => void }) {
  const { t } = useTranslation();
  const set = (changes: { readonly [Key in keyof Level]?: Level[Key] | undefined }) => onChange(Object.fromEntries(Object.entries({ ...level, ...changes }).filter(([, value]) => value !== undefined)));
  const wrong = (path: string) => problems.find((problem) => problem.path === path)?.message;
  return (
    <>
      <TextField label={t('people.steps.title')} value={level.title ?? ''} maxLength={255} onChange={(title) => set({ title: title === '' ? undefined : title })} />
      <FormulaList label={t('people.steps.approvers')} help={t('people.steps.approversHelp')} scope={scope} values={level.approvers ?? []} error={wrong('/approvers')} problems={below(problems, '/approvers')} onChange={(approvers) => set({ approvers })} />
      <QueueChoice label={t('people.steps.queue')} value={level.queue ?? ''} error={wrong('/queue')} onChange={(queue) => set({ queue })} />
      <Select label={t('people.steps.decides')} value={level.decides ?? 'all'} choices={(['all', 'first'] as const).map((value) => ({ value, label: t(`people.steps.${value}`) }))} onChange={(next) => set({ decides: next === 'first' ? 'first' : undefined })} />
      <PeriodField label={t('people.steps.within')} text={level.within ?? ''} error={wrong('/within')} onChange={(within) => set(within === undefined ? { within, then: undefined, escalateTo: undefined } : { within })} />
      {level.within !== undefined && (
        <Select label={t('people.steps.then')} value={level.then ?? 'expire'} choices={ends.map((value) => ({ value, label: t(`people.steps.thens.${value}`) }))}
          onChange={(next) => set({ then: ends.find((value) => value === next && value !== 'expire'), escalateTo: next === 'escalate' ? (level.escalateTo ?? 'owner') : undefined })} />
      )}
      {level.then === 'escalate' && <FormulaField label={t('people.steps.escalateTo')} value={level.escalateTo ?? ''} scope={scope} {...(wrong('/escalateTo') && { error: wrong('/escalateTo') })} onChange={(escalateTo) => set({ escalateTo })} />}
    </>
  );
}

function below(problems: readonly Problem[], path: string): readonly Problem[] {
  return problems.filter((problem) => problem.path.startsWith(`${path}/`)).map((problem) => ({ ...problem, path: problem.path.slice(path.length) }));
}
