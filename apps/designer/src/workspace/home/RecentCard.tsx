import type { WorkspaceDescription } from '@guanxi/metadata';
import { useTranslation } from 'react-i18next';
import { ObjectGlyph, TextLink } from '../../ui/index.js';
import { listHref } from '../list/list-address.js';
import { recordHref } from '../records/record-href.js';
import { HomeCard } from './HomeCard.js';
import { readVisits } from './recent-records.js';
import styles from './Home.module.css';

const shownCount = 8;

/** The way back to what was looked at last; before that, the ways into the lists. */
export function RecentCard({ workspace }: { readonly workspace: WorkspaceDescription }) {
  const { t } = useTranslation();
  const objectOf = (name: string) => workspace.objects.find((object) => object.name === name && !object.platform);
  const visits = readVisits().filter(({ object }) => objectOf(object)).slice(0, shownCount);
  const places = workspace.objects.filter(({ platform }) => !platform);
  const rows = visits.length > 0
    ? visits.map(({ object, id, name }) => ({ key: id, object, label: name, href: recordHref(object, id), note: objectOf(object)?.label }))
    : places.map(({ name, pluralLabel, description }) => ({ key: name, object: name, label: pluralLabel, href: listHref(name), note: description }));
  if (rows.length === 0) return null;
  return (
    <HomeCard title={visits.length > 0 ? t('workspace.home.recent') : t('shell.objects')}>
      <ul>
        {rows.map(({ key, object, label, href, note }) => (
          <li key={key} className={styles['row']}>
            <ObjectGlyph icon={objectOf(object)?.icon} hue={objectOf(object)?.color} name={object} size="small" />
            <span className={styles['name']}><TextLink isPlain href={href}>{label}</TextLink></span>
            <span className={styles['fact']}>{note}</span>
          </li>
        ))}
      </ul>
    </HomeCard>
  );
}
