import { stepsOf, type ObjectDescription } from '@guanxi/metadata';
import { ChevronLeft, ChevronRight, Copy, ListChecks, ListRestart, Mail, RotateCcw } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, CodeText, IconButton, Notice, showToast, useShortcut } from '../../../ui/index.js';
import type { WorkflowDraft } from '../automation-types.js';
import { stepPart } from '../editor/flow-parts.js';
import type { TrialBeginning } from '../trace/insight-queries.js';
import type { ToldStep, Trial } from '../trace/insight-types.js';
import { stepFormulas } from '../trace/step-formulas.js';
import { StepLines } from '../trace/StepLines.js';
import { TracedFlow } from '../trace/TracedFlow.js';
import { TrialWrites } from './TrialWrites.js';
import { wayOfTrial } from './way-of-trial.js';
import styles from './TestRun.module.css';

interface TrialOutcomeProps {
  readonly trial: Trial;
  /** As it was when it was tried. */
  readonly workflow: WorkflowDraft;
  readonly objects: readonly ObjectDescription[];
  readonly onAgain: () => void;
  /** Begins at a step, with what earlier ones had left. */
  readonly onFrom: (from: TrialBeginning) => void;
}

/** What a test run came to, on the drawing and line by line: all at once, or one step after the other. */
export function TrialOutcome({ trial, workflow, objects, onAgain, onFrom }: TrialOutcomeProps) {
  const { t } = useTranslation();
  /** How many steps are shown; null shows all. */
  const [shown, setShown] = useState<number | null>(null);
  const { steps } = trial;
  const walk = (by: number) => setShown(Math.min(steps.length, Math.max(1, (shown ?? 0) + by)));
  const next = () => walk(1);
  useShortcut({ keys: 'f10', label: t('insight.test.next'), section: t('insight.test.tab'), worksWhileTyping: true, isDisabled: steps.length === 0, run: next });
  const copy = () => void navigator.clipboard.writeText(JSON.stringify({ record: trial.record, related: trial.related, steps, writes: trial.writes, letters: trial.letters }, null, 2)).then(() => showToast({ message: t('insight.test.copied'), isBrief: true }));
  const current = shown === null ? undefined : steps[shown - 1];
  const awaited = steps.find(({ id }) => id === trial.awaits);
  const again = ({ id, title, action, held }: ToldStep) => held && <IconButton size="small" icon={ListRestart} label={t('insight.test.fromHere', { step: title ?? t(`automation.action.${action}.title`, { defaultValue: action }) })} onPress={() => onFrom({ step: id, values: held })} />;
  /** Somebody's answer is not to be had in a test run; it can be thought to have come. */
  const ways = Object.entries(stepsOf(workflow).find(({ step }) => step.id === trial.awaits)?.step.paths ?? {}).flatMap(([way, [first]]) => (first ? [{ way, first: first.id }] : []));
  return (
    <div className={styles['outcome']} role="status">
      {trial.holds === false && (
        <Notice tone="warning" title={t('insight.test.conditionFalse')}>
          <ul className={styles['conditions']}>{trial.conditions.map(({ text, value }, index) => <li key={index}><CodeText>{text}</CodeText> = {value === null ? t('ui.diff.blank') : String(value)}</li>)}</ul>
        </Notice>
      )}
      <Notice tone="info">{t('insight.test.takenBack')}</Notice>
      <div className={styles['walk']}>
        <IconButton icon={ChevronLeft} label={t('insight.test.previous')} isDisabled={shown === null || shown <= 1} onPress={() => walk(-1)} />
        <IconButton icon={ChevronRight} label={`${t('insight.test.next')} (F10)`} isDisabled={steps.length === 0 || shown === steps.length} onPress={next} />
        <span className={styles['muted']}>{shown === null ? t('insight.test.allSteps', { count: steps.length }) : t('insight.test.stepOf', { number: shown, of: steps.length })}</span>
        {shown !== null && <Button size="small" variant="quiet" icon={ListChecks} onPress={() => setShown(null)}>{t('insight.test.showAll')}</Button>}
        <span className={styles['end']}>
          <Button size="small" icon={Copy} onPress={copy}>{t('insight.test.copy')}</Button>
          <Button size="small" icon={RotateCcw} onPress={onAgain}>{t('insight.test.again')}</Button>
        </span>
      </div>
      <TracedFlow workflow={workflow} objects={objects} traced={wayOfTrial(trial, shown)} at={current && stepPart(current.id)} />
      <StepLines label={t('insight.test.steps')} steps={shown === null ? steps : steps.slice(0, shown)} objects={objects} object={workflow.object} names={trial.names} at={shown === null ? null : shown - 1} actsOf={again} formulasOf={(id) => stepFormulas(workflow, id)} />
      {trial.awaits !== null && <Notice tone="warning" actions={awaited?.held && ways.length > 0 && ways.map(({ way, first }) => <Button key={way} size="small" onPress={() => onFrom({ step: first, values: awaited.held ?? {} })}>{t('insight.test.goOn', { way: t(`automation.way.${way}`, { defaultValue: way }) })}</Button>)}>{t('insight.test.awaits', { step: awaited?.title ?? trial.awaits })}</Notice>}
      {trial.isCut && <Notice tone="warning">{t('insight.test.cut')}</Notice>}
      <TrialWrites writes={trial.writes} objects={objects} names={trial.names} />
      {trial.letters.length > 0 && (
        <section className={styles['part']}>
          <h3>{t('insight.test.letters')}</h3>
          {trial.letters.map(({ kind, to, subject, body }, index) => (
            <details key={index} className={styles['letter']}>
              <summary><Mail size={14} aria-hidden /> {t(`insight.test.${kind}`)} · {to}{subject !== '' && ` · ${subject}`}</summary>
              <pre>{body}</pre>
            </details>
          ))}
        </section>
      )}
    </div>
  );
}
