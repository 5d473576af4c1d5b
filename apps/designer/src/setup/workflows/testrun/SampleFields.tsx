import type { ObjectDescription } from '@guanxi/metadata';
import { ClipboardPaste } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Popover, TextArea } from '../../../ui/index.js';
import { readSample, type Sample } from './read-sample.js';
import styles from './TestRun.module.css';
import { ValueRows } from './ValueRows.js';

interface SampleFieldsProps {
  readonly object: ObjectDescription;
  /** Names of what comes in with the trigger. */
  readonly inputs: readonly string[];
  readonly given: Sample['given'];
  readonly onChange: (sample: { readonly given: Sample['given']; readonly inputs?: Sample['inputs'] }) => void;
}

/** Values of a record that is made for the test run, one by one or out of what was copied elsewhere. */
export function SampleFields({ object, inputs, given, onChange }: SampleFieldsProps) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const fields = object.fields.filter(({ writable }) => writable).map(({ name, label }) => ({ value: name, label }));
  const read = text.trim() === '' ? null : readSample(text, { fields: fields.map(({ value }) => value), inputs });
  return (
    <div className={styles['sample']}>
      <ValueRows label={t('insight.test.sampleOf', { object: object.label })} choices={fields} values={given.record} onChange={(record) => onChange({ given: { ...given, record } })} />
      {given.related && given.related.length > 0 && <p className={styles['muted']}>{t('insight.test.sampleRelated', { count: given.related.length })}</p>}
      <div>
        <Popover label={t('insight.test.paste')} trigger={<Button size="small" icon={ClipboardPaste}>{t('insight.test.paste')}</Button>}>
          {(close) => (
            <div className={styles['paste']}>
              <TextArea label={t('insight.test.payload')} help={t('insight.test.payloadHelp')} value={text} onChange={setText} rows={8} autoFocus {...(read === undefined && { error: t('insight.test.noJson') })} />
              <div><Button variant="primary" size="small" isDisabled={!read} onPress={() => { if (read) onChange(read); setText(''); close(); }}>{t('insight.test.takeOver')}</Button></div>
            </div>
          )}
        </Popover>
      </div>
    </div>
  );
}
