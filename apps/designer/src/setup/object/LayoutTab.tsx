import { translate, type LayoutDocument, type ObjectDocument, type Translations } from '@guanxi/metadata';
import { Eye } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Badge, classNames, CodeText, Notice, Tooltip, IconButton } from '../../ui/index.js';
import type { StatedDocument } from '../documents/document-types.js';
import { isKind } from '../documents/setup-queries.js';
import { kindIcon } from './field/kind-icons.js';
import styles from './Object.module.css';

/** Which fields stand where on the record page: the object's own layout, or the one that is made of its fields. */
export function LayoutTab({ object, documents }: { readonly object: ObjectDocument; readonly documents: readonly StatedDocument[] }) {
  const { t, i18n } = useTranslation();
  const own = documents.filter(isKind('layout')).find(({ document, state }) => document.object === object.name && state !== 'REMOVED')?.document;
  const sections: LayoutDocument['sections'] = own?.sections ?? [{ columns: 2, cells: Object.entries(object.properties).map(([field, property]) => ({ field, wide: property.guanxi.type === 'longText' })) }];
  const placed = new Set(sections.flatMap(({ cells }) => cells.map(({ field }) => field)));
  const missing = own ? Object.keys(object.properties).filter((name) => !placed.has(name)) : [];
  const titleOf = (name: string) => translate(object.properties[name]?.title ?? t(`setup.systemField.${name}`, { defaultValue: name }), object.properties[name]?.guanxi['titles'] as Translations | undefined, i18n.language);
  return (
    <div className={styles['panel']}>
      <p className={styles['quiet']}>{own ? t('setup.layout.own', { name: own.name }) : t('setup.layout.generated')}</p>
      {sections.map(({ title, titles, columns, cells, visibleWhen }, index) => (
        <section key={index} className={styles['section']} aria-label={title ?? t('setup.layout.section', { number: index + 1 })}>
          <h3 className={styles['sectionTitle']}>{title ? translate(title, titles, i18n.language) : t('setup.layout.section', { number: index + 1 })} {visibleWhen && <CodeText>{visibleWhen}</CodeText>}</h3>
          <ul className={classNames(styles['cells'], columns === 2 && styles['columns2'])}>
            {cells.map(({ field, wide, visibleWhen: condition, requiredWhen }) => {
              const kind = object.properties[field]?.guanxi.type;
              const Icon = kind ? kindIcon(kind) : null;
              return (
                <li key={field} className={classNames(styles['cell'], wide && styles['wide'])}>
                  {Icon && <span className={styles['cellKind']}><Icon size={14} aria-hidden /></span>}
                  <span className={styles['cellName']}>{titleOf(field)}</span>
                  {(object.required?.includes(field) || requiredWhen) && <Badge tone="warning">{t('setup.field.required')}</Badge>}
                  {condition && <Tooltip content={condition}><IconButton size="small" icon={Eye} label={condition} /></Tooltip>}
                </li>
              );
            })}
          </ul>
        </section>
      ))}
      {missing.length > 0 && <Notice title={t('setup.layout.missing', { count: missing.length })}>{missing.map(titleOf).join(', ')}</Notice>}
    </div>
  );
}
