import { Bookmark, Search } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useWorkspaceQuery } from '../../api/index.js';
import { useCommandSource, type Command } from '../../shell/index.js';
import { Marked, ObjectGlyph } from '../../ui/index.js';
import { recordHref } from '../records/record-href.js';
import { searchHref, searchPageHref } from '../search/search-address.js';
import { useSavedSearches } from '../search/saved-searches.js';
import { rangesOf, searchRecords } from '../search/search-records.js';

const shown = 12;

/** Finds records of every object from the command menu. Draws nothing. */
export function RecordSearch() {
  const { t } = useTranslation();
  const { data: workspace } = useWorkspaceQuery();
  const saved = useSavedSearches();
  useCommandSource(useMemo(() => ({
    id: 'records',
    search: async (text: string, signal: AbortSignal): Promise<readonly Command[]> => {
      const all: Command = { id: 'search-all', label: t('search.allFor', { text }), section: t('search.title'), icon: Search, isLast: true, href: searchHref(text) };
      const found = await searchRecords({ text, first: shown }, signal).catch(() => []);
      const records = found.flatMap((record): Command[] => {
        const { object: objectName, id, name, fields } = record;
        const object = workspace?.objects.find((candidate) => candidate.name === objectName);
        if (!object || object.platform) return [];
        const [other] = fields.filter(({ field }) => field !== object.nameField);
        return [{
          id: `${objectName}-${id}`, label: name ?? id, section: t('shell.commands.records'), href: recordHref(objectName, id),
          ...(name !== null && { drawn: <Marked text={name} ranges={rangesOf(record, name)} /> }),
          description: <>{object.label}{other && <> · <Marked text={other.text} ranges={other.ranges} /></>}</>,
          glyph: <ObjectGlyph icon={object.icon} hue={object.color} name={objectName} />,
        }];
      });
      const wanted = text.toLocaleLowerCase();
      const kept = saved.filter(({ title }) => title.toLocaleLowerCase().includes(wanted)).map(({ id, title, address }): Command => ({ id: `saved-${id}`, label: title, description: address.q, section: t('search.saved.title'), icon: Bookmark, href: searchPageHref(address) }));
      return [...kept, ...records, all];
    },
  }), [workspace, saved, t]));
  return null;
}
