import type { JsonValue } from '@guanxi/field-types';
import { WidgetKitProvider, widgets } from '@guanxi/field-types/widgets';
import { translate } from '@guanxi/metadata';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../format/index.js';
import { widgetKit } from '../../../ui/index.js';
import type { FieldDraft } from './field-draft.js';
import styles from './Field.module.css';

/** The field as people will fill it in, drawn by the kind's own widget. What is typed here is not kept. */
export function FieldPreview({ field }: { readonly field: FieldDraft }) {
  const { t, i18n } = useTranslation();
  const { locale, timeZone, currency } = useFormat();
  const { kind, label, help, settings, isRequired, defaultValue } = field;
  const [value, setValue] = useState<JsonValue>(defaultValue);
  useEffect(() => setValue(defaultValue), [kind, defaultValue]);
  const display = useMemo(() => ({ locale, timeZone, ...(currency && { currency }), yesNo: [t('ui.yes'), t('ui.no')] as const }), [locale, timeZone, currency, t]);
  const { Input } = widgets[kind];
  const words = translate(help.text, help.titles, i18n.language);
  return (
    <section className={styles['preview']} aria-label={t('setup.field.preview')}>
      <p className={styles['previewTitle']} aria-hidden>{t('setup.field.preview')}</p>
      <WidgetKitProvider kit={widgetKit}>
        <Input label={translate(label.text, label.titles, i18n.language) || t('setup.field.previewLabel')} value={value} onChange={setValue} settings={settings} display={display}
          required={isRequired} {...(words !== '' && { help: words })} />
      </WidgetKitProvider>
    </section>
  );
}
