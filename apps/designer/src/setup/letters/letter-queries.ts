import type { DocumentTemplateDocument } from '@guanxi/metadata';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { metadataRequest } from '../../api/index.js';

export interface LetterPreview {
  readonly fileId: string;
  readonly name: string;
  readonly unresolved: readonly { readonly token: string; readonly message: string }[];
}

/** The document of a record as the draft has it. The server keeps the file for a day, so it is made once for each draft. */
export const letterPreview = (template: DocumentTemplateDocument, language: string, recordId: string | null) => queryOptions({
  queryKey: ['setup', 'letter-preview', template, language, recordId], enabled: recordId !== null, staleTime: Infinity, gcTime: 60_000, retry: false, placeholderData: keepPreviousData,
  queryFn: async ({ signal }) => (await metadataRequest<{ previewDocument: LetterPreview }>(
    'mutation ($template: JSON!, $language: String!, $recordId: ID!) { previewDocument(template: $template, language: $language, recordId: $recordId) { fileId name unresolved { token message } } }', { template, language, recordId }, signal)).previewDocument,
});
