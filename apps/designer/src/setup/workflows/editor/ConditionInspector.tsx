import type { ObjectDescription } from '@guanxi/metadata';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice, SegmentedControl } from '../../../ui/index.js';
import type { WorkflowDraft } from '../automation-types.js';
import { ConditionRows } from '../../formula/ConditionRows.js';
import { readCondition } from '../../formula/condition-rows.js';
import { FormulaField } from '../../formula/FormulaField.js';
import { FunctionsHelp } from '../../formula/FunctionsHelp.js';
import { recordScope } from '../../formula/record-scope.js';
import { isSaving, optionsOf } from './saving.js';
import { setCondition } from './workflow-edits.js';
import styles from './Inspector.module.css';

interface ConditionInspectorProps {
  readonly workflow: WorkflowDraft;
  readonly objects: readonly ObjectDescription[];
  readonly onChange: (workflow: WorkflowDraft) => void;
}

/** Which records the workflow runs on: rows while they can say it, else the formula. */
export function ConditionInspector({ workflow, objects, onChange }: ConditionInspectorProps) {
  const { t } = useTranslation();
  const when = workflow.when ?? '';
  const saving = isSaving(workflow);
  const scope = useMemo(() => recordScope(objects, workflow.object, { isUnattended: !saving }), [objects, workflow.object, saving]);
  const isSimple = readCondition(when) !== null;
  const [wish, setWish] = useState<'rows' | 'formula'>('rows');
  const mode = isSimple ? wish : 'formula';
  const object = objects.find(({ name }) => name === workflow.object);
  const set = (next: string) => onChange(setCondition(workflow, next));
  return (
    <div className={styles['stack']}>
      <p className={styles['lead']}>{t('automation.condition.lead', { object: object?.label ?? workflow.object })}</p>
      <div className={styles['between']}>
        <SegmentedControl label={t('automation.condition.mode')} value={mode} onChange={setWish}
          segments={[{ value: 'rows', label: t('automation.condition.rows') }, { value: 'formula', label: t('automation.condition.formula') }]} />
        <FunctionsHelp />
      </div>
      {!isSimple && wish === 'rows' && <Notice>{t('automation.condition.notSimple')}</Notice>}
      {mode === 'rows' && object
        ? <ConditionRows object={object} objects={objects} formula={when} onChange={set} />
        : <FormulaField label={t('automation.condition.formula')} value={when} onChange={set} object={workflow.object} scope={scope} options={optionsOf(workflow)} expected="boolean" placeholder="ISPICKVAL(status, 'active')" />}
    </div>
  );
}
