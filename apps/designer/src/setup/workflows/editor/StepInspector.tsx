import type { JsonSchema } from '@guanxi/field-types';
import type { ObjectDescription } from '@guanxi/metadata';
import { ERROR } from '@guanxi/workflow/designer';
import { ArrowDown, ArrowUp, Copy, CornerDownRight, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../../api/index.js';
import { FormulaMoment } from '../../formula/formula-moment.js';
import { Button, Checkbox, IconButton, showToast, TextArea, TextField } from '../../../ui/index.js';
import type { WorkflowAction, WorkflowDraft } from '../automation-types.js';
import type { StepInFlow } from './find-step.js';
import type { FlowItem } from './flow/flow-items.js';
import { InputControl } from './InputControl.js';
import { RetryFields } from './RetryFields.js';
import { isSaving, optionsOf } from './saving.js';
import { copyStep } from './steps/step-clipboard.js';
import { StepLeaves } from './StepLeaves.js';
import { moveStep, putStep } from './workflow-edits.js';
import styles from './Inspector.module.css';

interface StepInspectorProps {
  readonly workflow: WorkflowDraft;
  readonly placed: StepInFlow;
  readonly item: FlowItem;
  readonly action: WorkflowAction | undefined;
  readonly objects: readonly ObjectDescription[];
  /** Paths count from the step. */
  readonly problems: readonly Problem[];
  readonly onChange: (workflow: WorkflowDraft) => void;
  readonly onMove: () => void;
  readonly onRemove: () => void;
}

/** The settings of one step, drawn from the JSON Schema of its action's input. */
export function StepInspector({ workflow, placed, item, action, objects, problems, onChange, onMove, onRemove }: StepInspectorProps) {
  const { t } = useTranslation();
  const { step, index, siblings, object, variables } = placed;
  const properties = Object.entries((action?.inputSchema['properties'] ?? {}) as Readonly<Record<string, JsonSchema>>).filter(([, { format }]) => format !== 'translations');
  const required = (action?.inputSchema['required'] ?? []) as readonly string[];
  const setInput = (name: string, value: unknown) => {
    const { [name]: _before, ...rest } = step.input;
    const input = value === undefined || value === '' ? rest : { ...rest, [name]: value };
    onChange(putStep(workflow, { ...step, input }));
  };
  return (
    <div className={styles['stack']}>
      {action && <p className={styles['lead']}>{t(`automation.action.${action.name}.description`, { defaultValue: action.description })}</p>}
      <TextField label={t('automation.step.title')} value={step.title ?? ''} maxLength={200} help={t('automation.step.titleHelp')}
        onChange={(title) => {
          const { title: _before, ...rest } = step;
          onChange(putStep(workflow, title === '' ? rest : { ...rest, title }));
        }} />
      <TextArea label={t('automation.step.description')} value={step.description ?? ''} maxLength={2000} rows={2} help={t('automation.step.descriptionHelp')}
        onChange={(description) => {
          const { description: _before, ...rest } = step;
          onChange(putStep(workflow, description === '' ? rest : { ...rest, description }));
        }} />
      <FormulaMoment value={optionsOf(workflow)}>
        {properties.map(([name, schema]) => (
          <InputControl key={name} name={name} schema={schema} isRequired={required.includes(name)} input={step.input} place={{ object, variables, workflow: workflow.name, saving: isSaving(workflow) }} objects={objects}
            problems={problems.filter(({ path }) => path === `/input/${name}` || path.startsWith(`/input/${name}/`)).map((problem) => ({ ...problem, path: problem.path.slice(`/input/${name}`.length) }))}
            onChange={(value) => setInput(name, value)} />
        ))}
      </FormulaMoment>
      {!isSaving(workflow) && (
        <RetryFields retry={step.retry} onChange={(retry) => {
          const { retry: _before, ...rest } = step;
          onChange(putStep(workflow, retry ? { ...rest, retry } : rest));
        }} />
      )}
      {!isSaving(workflow) && (
        <Checkbox help={t('automation.way.hasErrorHelp')} isSelected={step.paths?.[ERROR] !== undefined}
          onChange={(has) => {
            const { [ERROR]: _gone, ...paths } = step.paths ?? {};
            onChange(putStep(workflow, { ...step, paths: has ? { ...paths, [ERROR]: [] } : paths }));
          }}>{t('automation.way.hasError')}</Checkbox>
      )}
      <StepLeaves workflow={workflow.name} step={step.id} leaves={placed.leaves} objects={objects} object={object} />
      <div className={styles['foot']}>
        <Button size="small" icon={CornerDownRight} onPress={onMove}>{t('flow.move')}</Button>
        <IconButton size="small" icon={ArrowUp} label={t('automation.step.moveUp')} isDisabled={index === 0} onPress={() => onChange(moveStep(workflow, step.id, -1))} />
        <IconButton size="small" icon={ArrowDown} label={t('automation.step.moveDown')} isDisabled={index === siblings.length - 1} onPress={() => onChange(moveStep(workflow, step.id, 1))} />
        <IconButton size="small" icon={Copy} label={t('flow.copy')} onPress={() => { copyStep(step); showToast({ message: t('flow.copied', { title: item.title }), isBrief: true }); }} />
        <Button size="small" variant="quiet" icon={Trash2} onPress={onRemove}>{t('automation.step.remove')}</Button>
      </div>
    </div>
  );
}
