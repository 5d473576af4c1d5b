import { Validator, type Schema } from '@cfworker/json-schema';
import type { JsonSchema } from '@guanxi/field-types';
import { fromCfworkerErrors, type SchemaValidator } from '@guanxi/forms';
import type { FormTexts, RecordPageProps } from '@guanxi/forms/react';
import type { ObjectDescription, WorkspaceDescription } from '@guanxi/metadata';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { metadataRequest, useSession } from '../../api/index.js';
import { useDisplay } from '../records/use-display.js';

/** What every form and record page is given, whichever record it shows. */
export function useFormProps(workspace: WorkspaceDescription, object: ObjectDescription): Omit<RecordPageProps, 'record'> {
  const { t } = useTranslation();
  const { user } = useSession();
  const display = useDisplay();
  const [now] = useState(() => new Date().toISOString());
  const { data: schema } = useQuery({
    queryKey: ['workspace', 'record-schema', object.name, workspace.revision], staleTime: Infinity, retry: false,
    queryFn: async ({ signal }) => (await metadataRequest<{ recordSchema: JsonSchema }>('query Schema($object: String!) { recordSchema(object: $object) }', { object: object.name }, signal)).recordSchema,
  });
  const texts = useCallback<FormTexts>((key, values) => t(`forms.${key}`, { ...values }), [t]);
  const { id, name, email } = user;
  const formUser = useMemo(() => ({ id, name, email }), [id, name, email]);
  // The schema is that of whole records as they are read; what a form requires, its layout and its fields say.
  const valueSchema = useMemo(() => schema && { ...schema, required: [] }, [schema]);
  return { workspace, object, user: formUser, display, now, texts, ...(valueSchema && { schema: valueSchema, validator: judge }) };
}

const judge: SchemaValidator = (schema, value) => fromCfworkerErrors(new Validator(schema as Schema, '2020-12', false).validate(value).errors);
