import type { ObjectDescription } from '@guanxi/metadata';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Notice, TextArea } from '../../../ui/index.js';
import type { WorkflowDraft } from '../automation-types.js';
import { DescribedStart } from '../list/describe/DescribedStart.js';
import { readDescription } from '../list/describe/read-description.js';
import styles from './DescribeFlow.module.css';

interface DescribeFlowProps {
  readonly workflow: WorkflowDraft;
  readonly objects: readonly ObjectDescription[];
  readonly onChange: (workflow: WorkflowDraft) => void;
}

/** While a workflow has no steps it can be said in a sentence; what is understood takes the place of what there is. */
export function DescribeFlow({ workflow, objects, onChange }: DescribeFlowProps) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const start = text.trim() === '' ? null : readDescription(text, objects, t);
  const apply = () => {
    if (!start) return;
    const { when: _before, ...rest } = workflow;
    onChange({ ...rest, ...start });
  };
  return (
    <form className={styles['describe']} aria-label={t('starters.describe')} onSubmit={(event) => { event.preventDefault(); apply(); }}>
      <TextArea label={t('starters.describe')} value={text} onChange={setText} maxLength={1000} rows={2} placeholder={t('starters.example')} help={t('flow.describe.help')} />
      {start && <DescribedStart start={start} objects={objects} />}
      {start === undefined && <Notice tone="info">{t('starters.notUnderstood')}</Notice>}
      {start && <div><Button type="submit" variant="primary">{t('flow.describe.apply')}</Button></div>}
    </form>
  );
}
