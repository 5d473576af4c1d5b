import type { ObjectDescription } from '@guanxi/metadata';
import { FilePlus2, PencilLine, RefreshCw } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Checkbox, Notice, RadioGroup, Select } from '../../ui/index.js';
import { keyFields, type WizardState } from './wizard-state.js';
import styles from './Import.module.css';

interface MatchStepProps {
  readonly object: ObjectDescription;
  readonly state: WizardState;
  readonly onChange: (change: Partial<WizardState>) => void;
}

/** Whether every row is a new record, or records that exist are found and changed; and what becomes of likely duplicates. */
export function MatchStep({ object, state, onChange }: MatchStepProps) {
  const { t } = useTranslation();
  const keys = keyFields(object, state.columns);
  const filled = new Set(Object.values(state.columns).map(({ field }) => field));
  const also = object.fields.filter(({ name, sortable, system }) => sortable && !system && filled.has(name) && name !== state.matchBy[0]);
  const hasKeys = keys.length > 0;
  const set = (mode: WizardState['mode']) => onChange({ mode, matchBy: mode === 'create' ? [] : state.matchBy.length > 0 ? state.matchBy : keys.slice(0, 1).map(({ name }) => name) });
  return (
    <div className={styles['stack']}>
      <RadioGroup label={t('importing.match.question')} isCards value={state.mode} onChange={(mode) => set(mode as WizardState['mode'])}
        choices={[
          { value: 'create', icon: FilePlus2, label: t('importing.match.create'), description: t('importing.match.createHelp', { object: object.label }) },
          { value: 'upsert', icon: RefreshCw, label: t('importing.match.upsert'), description: t('importing.match.upsertHelp'), isDisabled: !hasKeys },
          { value: 'update', icon: PencilLine, label: t('importing.match.update'), description: t('importing.match.updateHelp'), isDisabled: !hasKeys },
        ]} />
      {!hasKeys && <Notice>{t('importing.match.noKey', { object: object.label })}</Notice>}
      {state.mode !== 'create' && hasKeys && (
        <div className={styles['pair']}>
          <Select label={t('importing.match.by')} value={state.matchBy[0] ?? null} isRequired choices={keys.map(({ name, label }) => ({ value: name, label }))} help={t('importing.match.byHelp')}
            onChange={(first) => onChange({ matchBy: first === null ? [] : [first, ...state.matchBy.slice(1).filter((name) => name !== first)] })} />
          <Select label={t('importing.match.also')} value={state.matchBy[1] ?? null} isClearable choices={also.map(({ name, label }) => ({ value: name, label }))} help={t('importing.match.alsoHelp')}
            onChange={(second) => onChange({ matchBy: [...state.matchBy.slice(0, 1), ...(second === null ? [] : [second])] })} />
        </div>
      )}
      {state.mode !== 'create' && hasKeys && (
        <Checkbox isSelected={state.blanks === 'keep'} onChange={(keeps) => onChange({ blanks: keeps ? 'keep' : 'clear' })}>{t('importing.match.keepBlanks')}</Checkbox>
      )}
      {state.mode !== 'update' && (object.duplicateRules ?? []).length > 0 && <DuplicatesChoice state={state} onChange={onChange} />}
    </div>
  );
}

/** What becomes of rows that a duplicate rule takes for a record that is there. */
export function DuplicatesChoice({ state, onChange }: Pick<MatchStepProps, 'state' | 'onChange'>) {
  const { t } = useTranslation();
  return (
    <div className={styles['wide']}>
      <Select label={t('importing.duplicates.label')} help={t('importing.duplicates.help')} value={state.duplicates}
        choices={(['refuse', 'skip', 'update', 'allow'] as const).map((value) => ({ value, label: t(`importing.duplicates.${value}`) }))}
        onChange={(duplicates) => { if (duplicates) onChange({ duplicates: duplicates as WizardState['duplicates'] }); }} />
    </div>
  );
}
