import type { ObjectDescription } from '@guanxi/metadata';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useSessionQuery } from '../../api/index.js';
import { draftedDocuments, isKind } from '../documents/setup-queries.js';
import type { NamedField } from './suggest-mapping.js';
import { importFields } from './wizard-state.js';

/** The fields of an object with all that a file may call them: API name, label, and the labels in the other languages. */
export function useImportFields(object: ObjectDescription | undefined): readonly NamedField[] {
  const { data: session } = useSessionQuery();
  // Only admins see the documents with the labels in the other languages; everybody else has their own.
  const { data: documents } = useQuery({ ...draftedDocuments, enabled: session?.setupAreas.includes('objects') === true });
  return useMemo(() => {
    const document = documents?.filter(isKind('object')).find(({ name }) => name === object?.name)?.document;
    return (object ? importFields(object) : []).map((field) => {
      const property = document?.properties[field.name];
      const titles = Object.values((property?.guanxi as { readonly titles?: Readonly<Record<string, string>> } | undefined)?.titles ?? {});
      return { field, names: [field.name, field.label, ...(property?.title === undefined ? [] : [property.title]), ...titles] };
    });
  }, [documents, object]);
}
