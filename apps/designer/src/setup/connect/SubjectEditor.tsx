import type { ObjectDescription } from '@guanxi/metadata';
import { useTranslation } from 'react-i18next';
import { MultiSelect, ObjectGlyph, TextArea } from '../../ui/index.js';
import type { SubjectDraft } from './webhook-draft.js';
import formStyles from '../form/Form.module.css';
import styles from './Connect.module.css';

interface SubjectEditorProps {
  readonly object: ObjectDescription;
  readonly subject: SubjectDraft;
  readonly faults: { readonly where: string | null; readonly fields: string | null };
  readonly onChange: (subject: SubjectDraft) => void;
}

/** Which records of an object are told of, and which of their fields. */
export function SubjectEditor({ object, subject, faults, onChange }: SubjectEditorProps) {
  const { t } = useTranslation();
  const fields = object.fields.filter(({ storage }) => storage !== 'members' && storage !== 'through');
  return (
    <fieldset className={styles['subject']}>
      <legend className={styles['subjectName']}><ObjectGlyph icon={object.icon} hue={object.color} size="small" />{object.pluralLabel}</legend>
      <div className={formStyles['stack']}>
        <MultiSelect label={t('connect.webhooks.fields')} placeholder={t('connect.webhooks.allFields')} value={subject.fields} onChange={(next) => onChange({ ...subject, fields: next })} choices={fields.map(({ name, label }) => ({ value: name, label }))} help={t('connect.webhooks.fieldsHelp')} error={faults.fields} />
        <TextArea label={t('connect.webhooks.filter')} isCode rows={2} value={subject.where} onChange={(where) => onChange({ ...subject, where })} placeholder={`{ "${object.nameField}": { "ne": null } }`} help={t('connect.webhooks.filterHelp')} error={faults.where} />
      </div>
    </fieldset>
  );
}
