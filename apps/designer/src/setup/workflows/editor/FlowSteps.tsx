import type { ObjectDescription, WorkflowStep } from '@guanxi/metadata';
import { stepPaths } from '@guanxi/workflow/designer';
import { useTranslation } from 'react-i18next';
import type { WorkflowAction } from '../automation-types.js';
import { actionIcon } from './action-icons.js';
import { AddStep } from './AddStep.js';
import { describeStep } from './describe-step.js';
import { FlowCard, type FlowCardProps } from './FlowCard.js';
import { stepPart, type FlowPart } from './flow-parts.js';
import { OWN_STEPS, type StepList } from './workflow-edits.js';
import styles from './Flow.module.css';

/** What all lists of a flow have in common. */
export interface FlowOfSteps {
  readonly actions: readonly WorkflowAction[];
  readonly objects: readonly ObjectDescription[];
  readonly objectOf: (step: WorkflowStep) => string;
  readonly card: (part: FlowPart) => Pick<FlowCardProps, 'id' | 'problemCount' | 'isSelected' | 'onPress'>;
  readonly titleOf: (action: string) => string;
  readonly onAdd: (list: StepList, index: number, action: string) => void;
}

interface FlowStepsProps {
  readonly steps: readonly WorkflowStep[];
  readonly list?: StepList;
  /** Before the numbers of the steps: "2." */
  readonly number?: string;
  readonly flow: FlowOfSteps;
}

/** The steps of one list, one card below the other, each with its ways; and where more can be put. */
export function FlowSteps({ steps, list = OWN_STEPS, number = '', flow }: FlowStepsProps) {
  const { t } = useTranslation();
  return (
    <>
      {steps.map((step, index) => {
        const ways = stepPaths(step);
        const own = `${number}${index + 1}`;
        return (
          <li key={step.id}>
            <AddStep place={own} actions={flow.actions} onAdd={(action) => flow.onAdd(list, index, action)} />
            <FlowCard {...flow.card(stepPart(step.id))} icon={actionIcon(step.action)} hue="step" kind={t('automation.flow.step', { number: own })}
              title={step.title ?? flow.titleOf(step.action)} details={describeStep(step, flow.objectOf(step), flow.objects, t)} />
            {ways.length > 0 && (
              <div className={styles['ways']}>
                {ways.map(({ name, title = t(`automation.way.${name}`, { defaultValue: name }) }) => (
                  <section key={name} className={styles['way']} aria-label={t('automation.way.of', { way: title, number: own })}>
                    <h3 className={styles['wayTitle']}>{title}</h3>
                    <ol className={styles['wayFlow']}>
                      <FlowSteps steps={step.paths?.[name] ?? []} list={{ owner: step.id, path: name }} number={`${own}.`} flow={flow} />
                    </ol>
                  </section>
                ))}
              </div>
            )}
          </li>
        );
      })}
      <li><AddStep place={`${number}${steps.length + 1}`} actions={flow.actions} isLast={list.owner !== null} onAdd={(action) => flow.onAdd(list, steps.length, action)} /></li>
    </>
  );
}
