import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { recordsRequest, useWorkspaceQuery } from '../../api/index.js';
import { useCommandSource } from '../../shell/index.js';
import { ObjectGlyph } from '../../ui/index.js';
import { recordHref } from '../records/record-href.js';

interface Found { readonly object: string; readonly id: string; readonly name: string | null }

/** Finds records of every object from the command menu. Draws nothing. */
export function RecordSearch() {
  const { t } = useTranslation();
  const { data: workspace } = useWorkspaceQuery();
  useCommandSource(useMemo(() => ({
    id: 'records',
    search: async (text: string, signal: AbortSignal) => {
      const { found } = await recordsRequest<{ found: readonly Found[] }>('query Search($text: String!) { found: search(text: $text, first: 12) { object id name } }', { text }, signal);
      return found.flatMap(({ object: objectName, id, name }) => {
        const object = workspace?.objects.find((candidate) => candidate.name === objectName);
        if (!object || object.platform) return [];
        return [{
          id: `${objectName}-${id}`, label: name ?? id, description: object.label, section: t('shell.commands.records'), href: recordHref(objectName, id),
          glyph: <ObjectGlyph icon={object.icon} hue={object.color} name={objectName} />,
        }];
      });
    },
  }), [workspace, t]));
  return null;
}
