import type { WorkflowInput } from '@guanxi/metadata';
import { Plus, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../../../api/index.js';
import { Button, Checkbox, CodeText, Field, IconButton, Select, TextField } from '../../../../ui/index.js';
import { suggestFieldName } from '../../../documents/suggest-name.js';
import { errorAt } from './trigger-settings.js';
import styles from '../Inspector.module.css';

interface InputsEditorProps {
  readonly label: string;
  readonly help: string;
  readonly inputs: readonly WorkflowInput[];
  /** They come in the body of a call, each from its place there. */
  readonly hasPointers?: boolean;
  /** There is always one. */
  readonly isRequired?: boolean;
  /** Paths count from the list. */
  readonly problems: readonly Problem[];
  readonly onChange: (inputs: readonly WorkflowInput[]) => void;
}

const types = ['text', 'number', 'boolean', 'date', 'datetime'] as const;

/** Values that come in from outside: by a call, an event or a person. Formulas of steps find each as `$Run` and its name. */
export function InputsEditor({ label, help, inputs, hasPointers = false, isRequired = false, problems, onChange }: InputsEditorProps) {
  const { t } = useTranslation();
  const put = (index: number, next: WorkflowInput) => onChange(inputs.with(index, next));
  const add = () => {
    let number = inputs.length + 1;
    while (inputs.some(({ name }) => name === `input${number}`)) number += 1;
    onChange([...inputs, { name: `input${number}`, type: 'text' }]);
  };
  return (
    <Field label={label} help={help} isRequired={isRequired}>
      <ol className={styles['values']}>
        {inputs.map((input, index) => (
          // Names change while they are typed; the order is all that tells two inputs apart.
          <li key={index} className={styles['value']}>
            <div className={styles['valueHead']}>
              <span className={styles['valueName']}><CodeText>{`$Run.${input.name}`}</CodeText></span>
              <IconButton size="small" icon={Trash2} label={t('flow.inputs.remove', { name: input.title ?? input.name })} isDisabled={isRequired && inputs.length === 1} onPress={() => onChange(inputs.toSpliced(index, 1))} />
            </div>
            <div className={styles['pair']}>
              <TextField label={t('flow.inputs.title')} value={input.title ?? ''} maxLength={200} error={errorAt(problems, `/${index}/title`) ?? null} onChange={(title) => put(index, retitle(input, title, inputs))} />
              <TextField label={t('flow.inputs.name')} value={input.name} maxLength={64} isRequired error={errorAt(problems, `/${index}/name`) ?? null} onChange={(name) => put(index, { ...input, name })} />
            </div>
            <div className={styles['pair']}>
              <Select label={t('flow.inputs.type')} value={input.type} choices={types.map((value) => ({ value, label: t(`flow.inputs.types.${value}`) }))} onChange={(type) => { const known = types.find((one) => one === type); if (known) put(index, { ...input, type: known }); }} />
              {hasPointers && (
                <TextField label={t('flow.inputs.pointer')} value={input.pointer ?? ''} placeholder={`/${input.name}`} maxLength={500} error={errorAt(problems, `/${index}/pointer`) ?? null}
                  onChange={(pointer) => { const { pointer: _before, ...rest } = input; put(index, pointer === '' ? rest : { ...rest, pointer }); }} />
              )}
            </div>
            <Checkbox isSelected={input.required ?? false} onChange={(isOn) => { const { required: _before, ...rest } = input; put(index, isOn ? { ...rest, required: true } : rest); }}>{t('flow.inputs.required')}</Checkbox>
          </li>
        ))}
      </ol>
      <div className={styles['foot']}><Button size="small" icon={Plus} onPress={add}>{t('flow.inputs.add')}</Button></div>
    </Field>
  );
}

/** The name follows the title as long as nobody has given it one. */
function retitle(input: WorkflowInput, title: string, inputs: readonly WorkflowInput[]): WorkflowInput {
  const { title: before = '', ...rest } = input;
  const wished = suggestFieldName(title);
  const follows = /^input\d+$/.test(input.name) || (before !== '' && suggestFieldName(before) === input.name);
  const isFree = wished !== '' && !inputs.some((other) => other !== input && other.name === wished);
  return { ...rest, ...(follows && isFree && { name: wished }), ...(title !== '' && { title }) };
}
