import type { ObjectDescription } from '@guanxi/metadata';
import { useTranslation } from 'react-i18next';
import { SegmentedControl, Select } from '../../ui/index.js';
import { spans, type SearchAddress, type Span } from './search-address.js';
import styles from './SearchPage.module.css';

const everything = '*';

/** Which object, whose records, changed when. */
export function SearchFilters({ objects, address, onChange }: { readonly objects: readonly ObjectDescription[]; readonly address: SearchAddress; readonly onChange: (change: Partial<SearchAddress>) => void }) {
  const { t } = useTranslation();
  return (
    <div className={styles['filters']} role="group" aria-label={t('search.filters')}>
      <div className={styles['filter']}>
        <Select label={t('search.object')} hideLabel value={address.object ?? everything} onChange={(object) => onChange({ object: object === everything ? undefined : object } as Partial<SearchAddress>)}
          choices={[{ value: everything, label: t('search.allObjects') }, ...objects.map(({ name, pluralLabel }) => ({ value: name, label: pluralLabel }))]} />
      </div>
      <div className={styles['filter']}>
        <Select label={t('search.changed')} hideLabel value={address.changed} onChange={(span) => onChange({ changed: (span ?? 'any') as Span })} choices={spans.map((span) => ({ value: span, label: t(`search.spans.${span}`) }))} />
      </div>
      <SegmentedControl label={t('search.owner')} value={address.isMine ? 'mine' : 'all'} onChange={(owner) => onChange({ isMine: owner === 'mine' })}
        segments={[{ value: 'all', label: t('search.everybodys') }, { value: 'mine', label: t('search.mine') }]} />
    </div>
  );
}
