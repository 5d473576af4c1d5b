import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { classNames, IconButton, SearchField } from '../../ui/index.js';
import { kindIcon } from '../object/field/kind-icons.js';
import type { PlaceableField } from './describe-fields.js';
import { useDraggableField } from './drag-field.js';
import styles from './Layouts.module.css';

interface FieldPaletteProps {
  /** Those that do not stand on the layout yet. */
  readonly fields: readonly PlaceableField[];
  readonly onPlace: (field: string) => void;
}

/** What can still be placed: dragged to where it shall stand, or added at the end of the chosen section by its button. */
export function FieldPalette({ fields, onPlace }: FieldPaletteProps) {
  const { t } = useTranslation();
  const [search, setSearch] = useState('');
  const wanted = search.trim().toLocaleLowerCase();
  const found = fields.filter(({ name, title }) => `${name} ${title}`.toLocaleLowerCase().includes(wanted));
  return (
    <aside className={styles['side']} aria-label={t('interface.layout.palette')} data-region tabIndex={-1}>
      <SearchField label={t('interface.layout.searchFields')} value={search} onChange={setSearch} />
      {fields.length === 0 && <p className={styles['muted']}>{t('interface.layout.allPlaced')}</p>}
      {fields.length > 0 && found.length === 0 && <p className={styles['muted']}>{t('ui.noMatch')}</p>}
      {[false, true].map((isSystem) => {
        const group = found.filter((field) => field.isSystem === isSystem);
        return group.length > 0 && (
          <div key={String(isSystem)}>
            <div className={styles['groupTitle']}>{t(isSystem ? 'interface.layout.systemFields' : 'interface.layout.notPlaced')}</div>
            <div className={styles['palette']}>{group.map((field) => <PaletteField key={field.name} field={field} onPlace={() => onPlace(field.name)} />)}</div>
          </div>
        );
      })}
    </aside>
  );
}

function PaletteField({ field: { name, title, type }, onPlace }: { readonly field: PlaceableField; readonly onPlace: () => void }) {
  const { t } = useTranslation();
  const { ref, isDragged } = useDraggableField(name);
  const Icon = kindIcon(type);
  return (
    <div ref={ref} className={classNames(styles['chip'], isDragged && styles['dragged'])}>
      <span className={styles['kind']}><Icon size={14} aria-hidden /></span>
      <span className={styles['chipWords']} title={name}>{title}</span>
      <IconButton size="small" icon={Plus} label={t('interface.layout.place', { name: title })} onPress={onPlace} />
    </div>
  );
}
