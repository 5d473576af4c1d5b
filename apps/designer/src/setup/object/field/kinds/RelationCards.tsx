import type { LookupInverse } from '@guanxi/field-types';
import type { ObjectDocument } from '@guanxi/metadata';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ObjectGlyph, Select } from '../../../../ui/index.js';
import { draftedDocuments, isKind } from '../../../documents/setup-queries.js';
import { titleOf } from '../../../documents/use-object-title.js';
import styles from './Kinds.module.css';

interface RelationCardsProps {
  readonly object: ObjectDocument;
  readonly fieldLabel: string;
  readonly target: string;
  /** Absent where the other side cannot be chosen. */
  readonly onTarget?: (target: string) => void;
  readonly inverse: LookupInverse | undefined;
  readonly isMany?: boolean;
  readonly error?: string | undefined;
}

/** The two sides with how many records each may have, and what each side calls the other. */
export function RelationCards({ object, fieldLabel, target, onTarget, inverse, isMany, error }: RelationCardsProps) {
  const { t, i18n } = useTranslation();
  const { data = [] } = useQuery(draftedDocuments);
  const objects = data.filter(isKind('object')).filter(({ state }) => state !== 'REMOVED').map(({ document }) => document);
  const other = objects.find(({ name }) => name === target);
  return (
    <div className={styles['cards']}>
      <div className={styles['side']}>
        <span className={styles['sideTitle']}><ObjectGlyph name={object.name} icon={object.guanxi.icon} hue={object.guanxi.color ?? object.guanxi.id} />{titleOf(object, i18n.language)}</span>
        <span className={styles['quiet']}>{t('model.relation.field', { name: fieldLabel || '…' })}</span>
      </div>
      <div className={styles['link']} aria-hidden><span>{t('model.relation.many')}</span><span className={styles['line']} /><span>{isMany ? t('model.relation.many') : '1'}</span></div>
      <div className={styles['side']}>
        {onTarget
          ? (
            <Select label={t('setup.setting.target')} isRequired value={target || null} onChange={(next) => onTarget(next ?? '')} error={error ?? null}
              choices={objects.map((one) => ({ value: one.name, label: titleOf(one, i18n.language), glyph: <ObjectGlyph size="small" name={one.name} icon={one.guanxi.icon} hue={one.guanxi.color ?? one.guanxi.id} /> }))} />
          )
          : <span className={styles['sideTitle']}><ObjectGlyph name={target} icon={other?.guanxi.icon ?? 'user'} hue={other?.guanxi.color ?? target} />{other ? titleOf(other, i18n.language) : t('setup.kind.user.label')}</span>}
        <span className={styles['quiet']}>{inverse ? t('model.relation.list', { name: inverse.title || inverse.name }) : t('model.relation.noList')}</span>
      </div>
    </div>
  );
}
