import { translate, type Grantee, type MetadataDocument } from '@guanxi/metadata';
import type { TFunction } from 'i18next';
import type { StatedDocument } from '../documents/document-types.js';
import { isKind } from '../documents/setup-queries.js';

/** One text for each grantee, as a choice is known by: `role:head`, `everyone`. */
export function keyOf(grantee: Grantee): string {
  const [[kind, name] = ['everyone', true]] = Object.entries(grantee) as readonly (readonly [string, string | true])[];
  return name === true ? kind : `${kind}:${name}`;
}

export function readKey(key: string): Grantee {
  const at = key.indexOf(':');
  const name = key.slice(at + 1);
  const kind = at === -1 ? 'everyone' : key.slice(0, at);
  return readers[kind as keyof typeof readers]?.(name) ?? { everyone: true };
}

const readers = {
  role: (name: string): Grantee => ({ role: name }),
  below: (name: string): Grantee => ({ below: name }),
  team: (name: string): Grantee => ({ team: name }),
  queue: (name: string): Grantee => ({ queue: name }),
};

export interface GranteeChoice {
  readonly value: string;
  readonly label: string;
  readonly description: string;
}

/** Everybody that records can be opened to, as the draft has them. */
export function granteeChoices(documents: readonly StatedDocument<MetadataDocument>[], language: string, t: TFunction): readonly GranteeChoice[] {
  const alive = documents.filter(({ state }) => state !== 'REMOVED');
  const titled = (kind: 'role' | 'team' | 'queue') => alive.filter(isKind(kind)).map(({ name, document }) => ({ name, title: translate(document.title, document.titles, language) })).sort((one, other) => one.title.localeCompare(other.title, language));
  const roles = titled('role');
  return [
    ...roles.map(({ name, title }) => ({ value: `role:${name}`, label: title, description: t('sharing.grantee.role') })),
    ...roles.map(({ name, title }) => ({ value: `below:${name}`, label: t('sharing.grantee.belowTitle', { role: title }), description: t('sharing.grantee.below') })),
    ...titled('team').map(({ name, title }) => ({ value: `team:${name}`, label: title, description: t('sharing.grantee.team') })),
    ...titled('queue').map(({ name, title }) => ({ value: `queue:${name}`, label: title, description: t('sharing.grantee.queue') })),
    { value: 'everyone', label: t('sharing.grantee.everyone'), description: t('sharing.grantee.everyoneHelp') },
  ];
}
