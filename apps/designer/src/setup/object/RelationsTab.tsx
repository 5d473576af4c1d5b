import { translate, type ObjectDocument } from '@guanxi/metadata';
import { ArrowRight, Plus, Spline } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Badge, Button, CodeText, EmptyState, ObjectGlyph, SimpleTable, TextLink, useShortcut } from '../../ui/index.js';
import { titleOf } from '../documents/use-object-title.js';
import { FieldSheet } from './field/FieldSheet.js';
import type { Relation } from './read-relations.js';
import styles from './Object.module.css';

interface RelationsTabProps {
  readonly relations: readonly Relation[];
  readonly object: ObjectDocument;
  readonly title: string;
  readonly isRemoved: boolean;
}

const tones = { one: 'info', many: 'violet', both: 'success' } as const;

export function RelationsTab({ relations, object, title, isRemoved }: RelationsTabProps) {
  const { t, i18n } = useTranslation();
  const [isAdding, setAdding] = useState(false);
  useShortcut({ keys: 'c', label: t('model.relation.new'), section: t('shell.setup'), isDisabled: isRemoved, run: () => setAdding(true) });
  const create = <Button variant="primary" icon={Plus} isDisabled={isRemoved} onPress={() => setAdding(true)}>{t('model.relation.new')}</Button>;
  return (
    <div className={styles['panel']}>
      {relations.length === 0 ? <EmptyState icon={Spline} title={t('setup.relations.none')} actions={create}>{t('setup.relations.noneBody')}</EmptyState> : (
        <>
          <div className={styles['tools']}><span className={styles['end']}>{create}</span></div>
          <SimpleTable label={t('setup.object.tab.relations')} rows={relations} rowKey={({ id }) => id} columns={[
            { id: 'field', header: t('setup.relations.field'), render: ({ holder, field, fieldTitle, fieldTitles }) => <TextLink isPlain href={`/setup/objects/${holder}?field=${field}`}>{translate(fieldTitle, fieldTitles, i18n.language)}</TextLink> },
            { id: 'direction', header: t('setup.relations.direction'), render: ({ direction }) => <Badge tone={tones[direction]}>{t(`model.relation.direction.${direction}`)}</Badge> },
            {
              id: 'other', header: t('setup.relations.other'), render: ({ other }) => (
                <span className={styles['line']}><ArrowRight size={13} aria-hidden /><ObjectGlyph size="small" name={other.name} icon={other.guanxi.icon} hue={other.guanxi.color ?? other.guanxi.id} /><TextLink isPlain href={`/setup/objects/${other.name}`}>{titleOf(other, i18n.language)}</TextLink></span>
              ),
            },
            { id: 'names', header: t('setup.objects.apiName'), render: ({ holder, field, inverse, direction }) => <CodeText>{holder === object.name && direction !== 'many' ? field : inverse ?? `${holder}.${field}`}</CodeText> },
            { id: 'delete', header: t('setup.setting.onDelete'), render: ({ onDelete }) => t(`model.relation.onDelete.${onDelete}`) },
          ]} />
        </>
      )}
      {isAdding && <FieldSheet object={object} objectTitle={title} fieldName={null} isPublished={false} intent="links" onClose={() => setAdding(false)} />}
    </div>
  );
}
