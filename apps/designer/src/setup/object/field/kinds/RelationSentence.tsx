import type { FieldTypeName } from '@guanxi/field-types';
import { pluralize, translate, type ObjectDocument } from '@guanxi/metadata';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { draftedDocuments, isKind } from '../../../documents/setup-queries.js';
import { titleOf, useObjectTitle } from '../../../documents/use-object-title.js';
import styles from './Kinds.module.css';

interface RelationSentenceProps {
  readonly kind: FieldTypeName;
  readonly object: ObjectDocument;
  readonly targets: readonly string[];
  readonly onDelete?: string | undefined;
}

/** The relation in one sentence, read aloud when it changes. */
export function RelationSentence({ kind, object, targets, onDelete }: RelationSentenceProps) {
  const { t, i18n } = useTranslation();
  const titleFor = useObjectTitle();
  const { data = [] } = useQuery(draftedDocuments);
  const chosen = targets.filter((one) => one !== '');
  if (chosen.length === 0) return null;
  const [first = ''] = chosen;
  const far = data.filter(isKind('object')).find(({ name }) => name === first)?.document;
  const parts = {
    object: titleOf(object, i18n.language), objects: pluralOf(object, i18n.language),
    target: first === 'User' ? t('setup.kind.user.label') : titleFor(first), targets: far ? pluralOf(far, i18n.language) : titleFor(first),
    list: new Intl.ListFormat(i18n.language, { type: 'disjunction' }).format(chosen.map(titleFor)),
  };
  const said = kind === 'junction' ? t('model.relation.sentence.manyToMany', parts) : kind === 'polymorphicLookup' ? t('model.relation.sentence.several', parts)
    : kind === 'masterDetail' ? t('model.relation.sentence.part', parts) : t('model.relation.sentence.one', parts);
  const deletion = onDelete === 'cascade' ? t('model.relation.sentence.cascade', parts) : onDelete === 'restrict' ? t('model.relation.sentence.restrict', parts) : onDelete === 'clear' ? t('model.relation.sentence.clear', parts) : '';
  return <p className={styles['sentence']} role="status">{said} {deletion}</p>;
}

function pluralOf({ title, guanxi }: ObjectDocument, language: string): string {
  return translate(guanxi.pluralTitle ?? pluralize(title), guanxi.pluralTitles ?? guanxi.titles, language);
}
