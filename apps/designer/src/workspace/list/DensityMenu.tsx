import { AlignJustify } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { IconButton, Menu, setPreferences, usePreferences, type Density } from '../../ui/index.js';

const densities: readonly Density[] = ['compact', 'default', 'comfortable'];

/** How close the rows stand, on every list of this device. */
export function DensityMenu() {
  const { t } = useTranslation();
  const { density } = usePreferences();
  return (
    <Menu label={t('lists.density.title')} placement="bottom end" trigger={<IconButton icon={AlignJustify} label={t('lists.density.title')} />}
      groups={[{ id: 'density', items: densities.map((each) => ({ id: each, label: t(`lists.density.${each}`), isChosen: each === density, onAction: () => setPreferences({ density: each }) })) }]} />
  );
}
