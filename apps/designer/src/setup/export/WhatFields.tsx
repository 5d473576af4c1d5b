import type { WorkspaceDescription } from '@guanxi/metadata';
import { useTranslation } from 'react-i18next';
import { Checkbox, MultiSelect, NumberField, ObjectGlyph, RadioGroup, Select } from '../../ui/index.js';
import type { ExportFormat } from '../../workspace/export/export-queries.js';

/** What goes out: everything, or objects as files. */
export interface What {
  readonly kind: 'ORG' | 'BACKUP';
  readonly objects: readonly string[];
  readonly format: ExportFormat;
  readonly rowsPerFile: number;
  readonly withPasswords: boolean;
}

export const everything: What = { kind: 'BACKUP', objects: [], format: 'XLSX', rowsPerFile: 1_000_000, withPasswords: false };

export function WhatFields({ workspace, what, onChange }: { readonly workspace: WorkspaceDescription | undefined; readonly what: What; readonly onChange: (what: What) => void }) {
  const { t } = useTranslation();
  const objects = workspace?.objects.filter(({ platform }) => !platform) ?? [];
  return (
    <>
      <RadioGroup label={t('exporting.what')} value={what.kind} onChange={(kind) => onChange({ ...what, kind: kind as What['kind'] })} choices={[
        { value: 'BACKUP', label: t('exporting.kinds.BACKUP'), description: t('exporting.kindBody.BACKUP') },
        { value: 'ORG', label: t('exporting.kinds.ORG'), description: t('exporting.kindBody.ORG') },
      ]} />
      {what.kind === 'ORG' ? (
        <>
          <MultiSelect label={t('exporting.objects')} isRequired value={what.objects} onChange={(chosen) => onChange({ ...what, objects: chosen })}
            choices={objects.map(({ name, pluralLabel, icon, color }) => ({ value: name, label: pluralLabel, glyph: <ObjectGlyph icon={icon} hue={color} name={name} size="small" /> }))} />
          <Select label={t('exporting.format')} value={what.format} onChange={(format) => onChange({ ...what, format: format as ExportFormat })}
            choices={[{ value: 'XLSX', label: 'Excel' }, { value: 'CSV', label: 'CSV' }, { value: 'NDJSON', label: 'NDJSON' }]} />
          <NumberField label={t('exporting.rowsPerFile')} help={t('exporting.rowsPerFileBody')} min={1_000} max={10_000_000} value={what.rowsPerFile} onChange={(rows) => onChange({ ...what, rowsPerFile: rows ?? everything.rowsPerFile })} />
        </>
      ) : (
        <Checkbox isSelected={what.withPasswords} onChange={(withPasswords) => onChange({ ...what, withPasswords })} help={t('exporting.passwordsBody')}>{t('exporting.passwords')}</Checkbox>
      )}
    </>
  );
}
