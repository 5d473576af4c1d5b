import type { ObjectDescription, WorkspaceDescription } from '@guanxi/metadata';
import { useTranslation } from 'react-i18next';
import { Field, MultiSelect, ObjectGlyph, TextArea } from '../../ui/index.js';
import { FilterBuilder } from '../../workspace/filters/FilterBuilder.js';
import { conditionOfTree } from '../../workspace/filters/filter-tree.js';
import type { SubjectDraft } from './webhook-draft.js';
import formStyles from '../form/Form.module.css';
import styles from './Connect.module.css';

interface SubjectEditorProps {
  readonly workspace: WorkspaceDescription;
  readonly object: ObjectDescription;
  readonly subject: SubjectDraft;
  readonly faults: { readonly where: string | null; readonly fields: string | null };
  readonly onChange: (subject: SubjectDraft) => void;
}

/** Which records of an object are told of, and which of their fields. */
export function SubjectEditor({ workspace, object, subject, faults, onChange }: SubjectEditorProps) {
  const { t } = useTranslation();
  const { filter } = subject;
  const fields = object.fields.filter(({ storage }) => storage !== 'members' && storage !== 'through');
  return (
    <fieldset className={styles['subject']}>
      <legend className={styles['subjectName']}><ObjectGlyph icon={object.icon} hue={object.color} size="small" />{object.pluralLabel}</legend>
      <div className={formStyles['stack']}>
        <MultiSelect label={t('connect.webhooks.fields')} placeholder={t('connect.webhooks.allFields')} value={subject.fields} onChange={(next) => onChange({ ...subject, fields: next })} choices={fields.map(({ name, label }) => ({ value: name, label }))} help={t('connect.webhooks.fieldsHelp')} error={faults.fields} />
        {'text' in filter
          ? <TextArea label={t('connect.webhooks.filter')} isCode rows={5} value={filter.text} onChange={(text) => onChange({ ...subject, filter: { text } })} help={t('connect.webhooks.filterJson')} error={faults.where} />
          : (
            <Field label={t('connect.webhooks.filter')} help={t('connect.webhooks.filterHelp')} error={faults.where}>
              <FilterBuilder workspace={workspace} object={object} nodes={filter.nodes} dropped={0} question={{ object, select: 'id', where: conditionOfTree(workspace, object, filter.nodes) }} onChange={(nodes) => onChange({ ...subject, filter: { nodes } })} />
            </Field>
          )}
      </div>
    </fieldset>
  );
}
