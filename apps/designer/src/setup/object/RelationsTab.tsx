import { translate, type ObjectDocument, type Translations } from '@guanxi/metadata';
import { ArrowRight, Spline } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Badge, CodeText, EmptyState, ObjectGlyph, SimpleTable, TextLink } from '../../ui/index.js';
import type { StatedDocument } from '../documents/document-types.js';
import { titleOf } from '../documents/use-object-title.js';
import styles from './Object.module.css';

interface Relation {
  readonly id: string;
  readonly direction: 'one' | 'many';
  readonly field: string;
  readonly fieldTitle: string;
  readonly fieldTitles: Translations | undefined;
  /** The object on the other side. */
  readonly other: ObjectDocument;
  /** Where the lookup is. */
  readonly holder: string;
  readonly inverse: string | null;
  readonly onDelete: 'restrict' | 'clear';
}

/** Lookups of the object, and lookups of others that point to it. */
export function readRelations(object: ObjectDocument, documents: readonly StatedDocument<ObjectDocument>[]): readonly Relation[] {
  const all = documents.filter(({ state }) => state !== 'REMOVED').map(({ document }) => document);
  return all.flatMap((holder) => Object.entries(holder.properties).flatMap(([field, property]): Relation[] => {
    const { target, inverse, onDelete, titles } = property.guanxi as { readonly target?: string; readonly inverse?: { readonly name: string }; readonly onDelete?: string; readonly titles?: Translations };
    const pointsTo = all.find(({ name }) => name === target);
    const parts = { field, fieldTitle: property.title ?? field, fieldTitles: titles, holder: holder.name, inverse: inverse?.name ?? null, onDelete: onDelete === 'restrict' ? 'restrict' as const : 'clear' as const };
    return [
      ...(holder.name === object.name && pointsTo ? [{ ...parts, id: `${property.guanxi.id}-one`, direction: 'one' as const, other: pointsTo }] : []),
      ...(target === object.name ? [{ ...parts, id: `${property.guanxi.id}-many`, direction: 'many' as const, other: holder }] : []),
    ];
  }));
}

export function RelationsTab({ relations }: { readonly relations: readonly Relation[] }) {
  const { t, i18n } = useTranslation();
  if (relations.length === 0) return <EmptyState icon={Spline} title={t('setup.relations.none')}>{t('setup.relations.noneBody')}</EmptyState>;
  return (
    <div className={styles['panel']}>
      <SimpleTable label={t('setup.object.tab.relations')} rows={relations} rowKey={({ id }) => id} columns={[
        { id: 'field', header: t('setup.relations.field'), render: ({ holder, field, fieldTitle, fieldTitles }) => <TextLink isPlain href={`/setup/objects/${holder}?field=${field}`}>{translate(fieldTitle, fieldTitles, i18n.language)}</TextLink> },
        { id: 'direction', header: t('setup.relations.direction'), render: ({ direction }) => <Badge tone={direction === 'one' ? 'info' : 'violet'}>{t(`setup.relations.${direction}`)}</Badge> },
        {
          id: 'other', header: t('setup.relations.other'), render: ({ other }) => (
            <span className={styles['line']}><ArrowRight size={13} aria-hidden /><ObjectGlyph size="small" name={other.name} icon={other.guanxi.icon} hue={other.guanxi.color ?? other.guanxi.id} /><TextLink isPlain href={`/setup/objects/${other.name}`}>{titleOf(other, i18n.language)}</TextLink></span>
          ),
        },
        { id: 'names', header: t('setup.objects.apiName'), render: ({ holder, field, inverse, direction }) => <CodeText>{direction === 'one' ? field : inverse ?? `${holder}.${field}`}</CodeText> },
        { id: 'delete', header: t('setup.setting.onDelete'), render: ({ onDelete }) => t(`setup.settingChoice.onDelete.${onDelete}`) },
      ]} />
    </div>
  );
}
