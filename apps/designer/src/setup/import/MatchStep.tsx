import type { ObjectDescription } from '@guanxi/metadata';
import { FilePlus2, PencilLine, RefreshCw } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Notice, RadioGroup, Select } from '../../ui/index.js';
import type { WizardState } from './wizard-state.js';
import styles from './Import.module.css';

interface MatchStepProps {
  readonly object: ObjectDescription;
  readonly state: WizardState;
  readonly onChange: (change: Pick<WizardState, 'mode' | 'matchBy'>) => void;
}

/** Whether every row is a new record, or records that exist are found and changed. */
export function MatchStep({ object, state, onChange }: MatchStepProps) {
  const { t } = useTranslation();
  const filled = new Set(Object.values(state.columns).map(({ field }) => field));
  const keys = object.fields.filter(({ externalId, name }) => externalId && filled.has(name));
  const hasKeys = keys.length > 0;
  const set = (mode: WizardState['mode']) => onChange({ mode, matchBy: mode === 'create' ? null : (state.matchBy ?? keys[0]?.name ?? null) });
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
        <Select label={t('importing.match.by')} value={state.matchBy} isRequired choices={keys.map(({ name, label }) => ({ value: name, label }))} help={t('importing.match.byHelp')}
          onChange={(matchBy) => onChange({ mode: state.mode, matchBy })} />
      )}
    </div>
  );
}
