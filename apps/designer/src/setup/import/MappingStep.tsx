import type { FieldDescription, ObjectDescription } from '@guanxi/metadata';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/index.js';
import { Badge, Checkbox, ComboBox, Notice, Select } from '../../ui/index.js';
import { NewFieldButton } from './NewFieldButton.js';
import { SavedMappings } from './SavedMappings.js';
import type { Suggestion } from './suggest-mapping.js';
import type { Upload } from './upload-file.js';
import { useRowWalk } from './use-row-walk.js';
import { importFields, matchFields, missingFields, usualChoice, type ColumnChoice, type WizardState } from './wizard-state.js';
import styles from './Import.module.css';

interface MappingStepProps {
  readonly upload: Upload;
  readonly object: ObjectDescription;
  readonly objects: readonly ObjectDescription[];
  readonly state: WizardState;
  readonly suggestions: ReadonlyMap<string, Suggestion>;
  readonly makesFields: boolean;
  readonly onChange: (change: Partial<WizardState>) => void;
}

/** Which column fills which field. What is left open is left out. */
export function MappingStep({ upload, object, objects, state, suggestions, makesFields, onChange }: MappingStepProps) {
  const { columns, awaited } = state;
  const { t } = useTranslation();
  const format = useFormat();
  const place = useRef<HTMLTableElement>(null);
  const walk = useRowWalk(place);
  const fields = importFields(object);
  const missing = missingFields(object, columns);
  const mapped = upload.columns.filter((column) => columns[column]).length;
  const set = (column: string, choice: ColumnChoice | null) => {
    const { [column]: _before, ...rest } = columns;
    // A field is filled by one column: the one that was chosen last.
    const others = choice ? Object.fromEntries(Object.entries(rest).filter(([, other]) => other.field !== choice.field)) : rest;
    onChange({ columns: choice ? { ...others, [column]: choice } : others });
  };
  return (
    <div className={styles['stack']}>
      <div className={styles['between']}>
        <p className={styles['muted']} role="status">{t('importing.mapping.count', { count: mapped, number: format.number(upload.columns.length) })}</p>
        <SavedMappings object={object} state={state} headings={upload.columns} onChange={onChange} />
      </div>
      {missing.length > 0 && <Notice tone="warning" title={t('importing.mapping.missing')}>{format.list(missing.map(({ label }) => label))}</Notice>}
      {Object.keys(awaited).length > 0 && <Notice title={t('importing.mapping.awaited', { count: Object.keys(awaited).length })}>{t('importing.mapping.awaitedBody')}</Notice>}
      <div className={styles['frame']}>
        <table ref={place} {...walk} className={styles['mapping']} aria-label={t('importing.step.mapping')}>
          <thead><tr><th scope="col">{t('importing.mapping.column')}</th><th scope="col">{t('importing.mapping.samples')}</th><th scope="col">{t('importing.mapping.field')}</th></tr></thead>
          <tbody>
            {upload.columns.map((column, index) => {
              const choice = columns[column];
              const field = fields.find(({ name }) => name === choice?.field);
              const suggested = suggestions.get(column);
              const texts = upload.sample.map((row) => String(row[index] ?? ''));
              const samples = [...new Set(texts)].filter((text) => text !== '').slice(0, 3);
              const waits = awaited[column];
              return (
                <tr key={column} data-walked tabIndex={-1}>
                  <th scope="row">{column}</th>
                  <td className={styles['samples']}>{samples.map((text) => <span key={text}>{text}</span>)}{samples.length === 0 && '–'}</td>
                  <td>
                    <div className={styles['target']}>
                      <div className={styles['offer']}>
                        <ComboBox label={t('importing.mapping.fieldFor', { column })} hideLabel value={choice?.field ?? null} placeholder={t('importing.mapping.leaveOut')}
                          choices={fields.map((one) => ({ value: one.name, label: one.label, description: one.name }))}
                          onChange={(name) => {
                            const next = fields.find((one) => one.name === name);
                            set(column, next ? usualChoice(next, objects) : null);
                          }} />
                        {!choice && waits === undefined && makesFields && <NewFieldButton object={object} column={column} samples={texts} onAdded={(name) => onChange({ awaited: { ...awaited, [column]: name } })} />}
                      </div>
                      {waits !== undefined && !choice && <Badge tone="info">{t('importing.mapping.awaits', { field: waits })}</Badge>}
                      {field && suggested?.field.name === field.name && !suggested.isSure && <Badge tone="warning">{t('importing.mapping.likely')}</Badge>}
                      {field && choice && field.target !== undefined && <LookupChoice field={field} choice={choice} objects={objects} onChange={(next) => set(column, next)} />}
                    </div>
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </div>
  );
}

const recordId = 'id';

interface LookupChoiceProps {
  readonly field: FieldDescription;
  readonly choice: ColumnChoice;
  readonly objects: readonly ObjectDescription[];
  readonly onChange: (choice: ColumnChoice) => void;
}

/** How the record that a lookup points to is found, and what happens when there is none. */
function LookupChoice({ field, choice, objects, onChange }: LookupChoiceProps) {
  const { t } = useTranslation();
  const target = objects.find(({ name }) => name === field.target);
  if (!target) return null;
  return (
    <div className={styles['lookup']}>
      <Select label={t('importing.mapping.foundBy', { object: target.label })} value={choice.match ?? recordId}
        choices={[...matchFields(target).map(({ name, label }) => ({ value: name, label })), { value: recordId, label: t('importing.mapping.recordId') }]}
        onChange={(next) => {
          const { match: _match, createMissing, ...rest } = choice;
          onChange(next === null || next === recordId ? rest : { ...rest, match: next, ...(createMissing && { createMissing }) });
        }} />
      {choice.match !== undefined && !target.platform && (
        <Checkbox isSelected={choice.createMissing ?? false} help={t('importing.mapping.createMissingHelp', { object: target.label })} onChange={(createMissing) => onChange({ ...choice, createMissing })}>
          {t('importing.mapping.createMissing', { objects: target.pluralLabel })}
        </Checkbox>
      )}
    </div>
  );
}
