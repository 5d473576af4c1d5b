import { useTranslation } from 'react-i18next';
import { useWorkspaceQuery } from '../../api/index.js';
import type { PrivacyRequest } from './privacy-queries.js';

/** What people, objects and places are called for whoever looks. */
export function useNames() {
  const { t, i18n } = useTranslation();
  const { data: workspace } = useWorkspaceQuery();
  const described = (name: string | null) => workspace?.objects.find((object) => object.name === name);
  return {
    person: ({ name, recordId }: Pick<PrivacyRequest, 'name' | 'recordId'>): string => name.trim() || t('privacy.nameless', { id: recordId.slice(0, 8) }),
    object: (name: string | null): string => described(name)?.label ?? name ?? t('privacy.goneObject'),
    field: (object: string | null, name: string): string => described(object)?.fields.find((field) => field.name === name)?.label ?? name,
    /** The plural of an object, or what is kept in a place such as `comments`. */
    place: (what: string): string => (i18n.exists(`privacy.places.${what}`) ? t(`privacy.places.${what}`) : described(what)?.pluralLabel ?? what),
  };
}
