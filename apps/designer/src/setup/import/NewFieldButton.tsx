import type { ObjectDescription } from '@guanxi/metadata';
import { useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/index.js';
import { draftedDocuments, isKind } from '../documents/setup-queries.js';
import { FieldSheet } from '../object/field/FieldSheet.js';
import { guessField } from './guess-field.js';

interface NewFieldButtonProps {
  readonly object: ObjectDescription;
  readonly column: string;
  readonly samples: readonly string[];
  /** It is in the draft now. */
  readonly onAdded: (name: string) => void;
}

/** A field for a column that has none: what its values look like is proposed, and everything can be changed. */
export function NewFieldButton({ object, column, samples, onAdded }: NewFieldButtonProps) {
  const { t, i18n } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const { data: documents } = useQuery(draftedDocuments);
  const document = documents?.filter(isKind('object')).find(({ name }) => name === object.name)?.document;
  if (!document) return null;
  const context = { locale: i18n.language, timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone };
  return (
    <>
      <Button size="small" variant="quiet" icon={Plus} aria-label={t('importing.mapping.newFieldFor', { column })} onPress={() => setOpen(true)}>{t('importing.mapping.newField')}</Button>
      {isOpen && <FieldSheet object={document} objectTitle={object.label} fieldName={null} isPublished={false} proposed={guessField(column, samples, context)} onAdded={onAdded} onClose={() => setOpen(false)} />}
    </>
  );
}
