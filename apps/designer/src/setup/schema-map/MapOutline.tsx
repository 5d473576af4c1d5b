import { useTranslation } from 'react-i18next';
import { classNames, ObjectGlyph, TextLink } from '../../ui/index.js';
import { titleOf, useObjectTitle } from '../documents/use-object-title.js';
import type { SchemaGraph } from './build-graph.js';
import styles from './SchemaMap.module.css';

interface MapOutlineProps {
  readonly graph: SchemaGraph;
  readonly active: string | null;
  readonly onActive: (object: string | null) => void;
}

/** The same as the canvas in words: each object, what it points to and what points to it. */
export function MapOutline({ graph, active, onActive }: MapOutlineProps) {
  const { t, i18n } = useTranslation();
  const titleFor = useObjectTitle();
  return (
    <nav className={styles['outline']} aria-label={t('model.map.outline')}>
      <ul>
        {graph.objects.map((object) => {
          const own = graph.edges.filter(({ from }) => from === object.name);
          const others = graph.edges.filter(({ to, from }) => to === object.name && from !== object.name);
          return (
            <li key={object.name} className={classNames(styles['entry'], active === object.name && styles['activeEntry'])} onMouseEnter={() => onActive(object.name)} onFocus={() => onActive(object.name)}>
              <span className={styles['entryTitle']}>
                <ObjectGlyph size="small" name={object.name} icon={object.guanxi.icon} hue={object.guanxi.color ?? object.guanxi.id} />
                <TextLink isPlain href={`/setup/objects/${object.name}`}>{titleOf(object, i18n.language)}</TextLink>
              </span>
              {(own.length > 0 || others.length > 0) && (
                <ul className={styles['connections']}>
                  {own.map(({ id, field, title, to, kind }) => <li key={id}><TextLink isPlain href={`/setup/objects/${object.name}?field=${field}`}>{t(`model.map.leads.${kind}`, { field: title, object: titleFor(to) })}</TextLink></li>)}
                  {others.map(({ id, from, title }) => <li key={id} className={styles['quiet']}>{t('model.map.comes', { field: title, object: titleFor(from) })}</li>)}
                </ul>
              )}
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
