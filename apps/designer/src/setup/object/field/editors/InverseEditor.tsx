import type { LookupInverse } from '@guanxi/field-types';
import { camelCase, pluralize } from '@guanxi/metadata';
import { useTranslation } from 'react-i18next';
import { Checkbox, TextField } from '../../../../ui/index.js';
import { TranslatedText } from '../../../form/TranslatedText.js';
import type { SettingEditorProps } from './setting-editor.js';
import styles from '../../../form/Form.module.css';

/** The list of these records on the other side, with its API name and its title. */
export function InverseEditor({ value, onChange, settings, error, object }: SettingEditorProps) {
  const { t } = useTranslation();
  const inverse = value as LookupInverse | undefined;
  const plural = object.guanxi.pluralTitle ?? pluralize(object.title);
  const write = ({ name, title, titles }: LookupInverse) =>
    onChange({ name, ...(title && { title }), ...(titles && Object.keys(titles).length > 0 && { titles }) });
  return (
    <div className={styles['stack']}>
      <Checkbox isSelected={inverse !== undefined} help={t('setup.settingHelp.inverse', { target: String(settings['target'] ?? ''), plural })}
        onChange={(isOn) => {
          if (!isOn) return onChange(undefined);
          write({ name: object.guanxi.plural ?? pluralize(camelCase(object.name)), title: plural, ...(object.guanxi.pluralTitles && { titles: object.guanxi.pluralTitles }) });
        }}>
        {t('setup.setting.inverse')}
      </Checkbox>
      {inverse && (
        <div className={styles['languages']}>
          <TranslatedText label={t('setup.setting.inverseTitle')} value={{ text: inverse.title ?? '', titles: inverse.titles ?? {} }} onChange={({ text, titles }) => write({ name: inverse.name, title: text, titles })} />
          <TextField label={t('setup.setting.inverseName')} isCode value={inverse.name} onChange={(name) => write({ ...inverse, name })} error={error} help={t('setup.settingHelp.inverseName')} />
        </div>
      )}
    </div>
  );
}
