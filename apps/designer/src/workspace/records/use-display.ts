import type { WidgetDisplay } from '@guanxi/field-types/widgets';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/index.js';

/** The language, time zone and currency that values are shown in. */
export function useDisplay(): WidgetDisplay {
  const { t } = useTranslation();
  const { locale, timeZone, currency } = useFormat();
  return useMemo(() => ({
    locale, timeZone, yesNo: [t('ui.yes'), t('ui.no')] as const, ...(currency !== undefined && { currency }),
  }), [locale, timeZone, currency, t]);
}
