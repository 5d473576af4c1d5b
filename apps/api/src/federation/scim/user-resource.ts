import type { ScimUserRow } from '../../database/entities/scim-rows.js';
import type { UserRow } from '../../database/entities/user-row.js';
import { isLocale, isTimeZone } from '../../config/international.js';
import { ENTERPRISE_SCHEMA } from './enterprise.js';
import { versionOf } from './list-response.js';
import { isRecord, type Resource } from './match-filter.js';
import { readManager, withoutManager } from './said-manager.js';
import { ScimFailure } from './scim-failure.js';

export const USER_SCHEMA = 'urn:ietf:params:scim:schemas:core:2.0:User';

/** Who a user stands under here. */
export interface ManagerOfUser {
  readonly id: string;
  readonly name: string;
}

export interface GroupOfUser {
  readonly id: string;
  readonly displayName: string;
}

/** A user as the platform keeps one, out of what a directory says. */
export interface WantedUser {
  readonly userName: string;
  readonly externalId: string | null;
  readonly name: string;
  readonly email: string;
  readonly active: boolean;
  readonly locale?: string;
  readonly timeZone?: string;
  /** Who the manager is, in the words of the directory. */
  readonly manager?: string;
  /** As they were sent, to be told again. */
  readonly attributes: Record<string, unknown>;
}

/** Kept as sent; what the platform has a place for is told from there. */
const KEPT = ['name', 'nickName', 'title', 'userType', 'emails', 'phoneNumbers', 'preferredLanguage', 'locale', 'timezone', ENTERPRISE_SCHEMA];

export interface StandingOfUser {
  readonly groups: readonly GroupOfUser[];
  readonly manager?: ManagerOfUser;
}

export function presentUser(user: UserRow, row: ScimUserRow | undefined, { groups, manager }: StandingOfUser, origin: string): Resource {
  const { [ENTERPRISE_SCHEMA]: extension, ...kept }: Readonly<Record<string, unknown>> = row?.attributes ?? {};
  const emails = Array.isArray(kept['emails']) && kept['emails'].some((one) => isRecord(one) && String(one['value']).toLowerCase() === user.email) ? kept['emails'] : [{ value: user.email, type: 'work', primary: true }];
  const enterprise = presentEnterprise(extension, manager, origin);
  const resource = {
    schemas: [USER_SCHEMA, ...(enterprise ? [ENTERPRISE_SCHEMA] : [])],
    id: user.id,
    ...(row?.externalId != null && { externalId: row.externalId }),
    userName: row?.userName ?? user.email,
    ...kept,
    name: { ...(isRecord(kept['name']) ? kept['name'] : {}), formatted: user.name },
    displayName: user.name,
    emails,
    active: user.active,
    ...(user.locale !== null && { preferredLanguage: user.locale }),
    ...(user.timeZone !== null && { timezone: user.timeZone }),
    groups: groups.map(({ id, displayName }) => ({ value: id, $ref: `${origin}/scim/v2/Groups/${id}`, display: displayName })),
    ...(enterprise && { [ENTERPRISE_SCHEMA]: enterprise }),
  };
  return { ...resource, meta: { resourceType: 'User', created: user.createdAt.toISOString(), lastModified: (row?.changedAt ?? user.createdAt).toISOString(), location: `${origin}/scim/v2/Users/${user.id}`, version: versionOf(resource) } };
}

/** Who stands above here counts; where nobody does, what the directory had said, which was nobody of this org. */
function presentEnterprise(extension: unknown, manager: ManagerOfUser | undefined, origin: string): Resource | undefined {
  const said = readManager({ [ENTERPRISE_SCHEMA]: extension });
  const above = manager ? { value: manager.id, $ref: `${origin}/scim/v2/Users/${manager.id}`, displayName: manager.name } : said === undefined ? undefined : { value: said };
  const all = { ...withoutManager(extension), ...(above !== undefined && { manager: above }) };
  return Object.keys(all).length > 0 ? all : undefined;
}

/** Throws `ScimFailure` where something is missing or is not what it should be. */
export function readUser(resource: Resource): WantedUser {
  const userName = textOf(resource['userName']);
  if (userName === undefined) throw new ScimFailure(400, '"userName" is missing.', 'invalidValue');
  const emails = [resource['emails'] ?? []].flat().filter(isRecord);
  const chosen = emails.find((one) => one['primary'] === true) ?? emails.find((one) => one['type'] === 'work') ?? emails[0];
  const email = (textOf(chosen?.['value']) ?? userName).toLowerCase();
  if (!/^[^\s@]+@[^\s@]+$/.test(email)) throw new ScimFailure(400, 'There is no e-mail address: "userName" or one of "emails" has to be one.', 'invalidValue');
  const locale = (textOf(resource['preferredLanguage']) ?? textOf(resource['locale']))?.split(/[,;]/)[0]?.replace('_', '-');
  const timeZone = textOf(resource['timezone']);
  const manager = readManager(resource);
  const externalId = textOf(resource['externalId']);
  return {
    userName, email,
    externalId: externalId ?? null,
    name: nameOf(resource) ?? userName,
    active: resource['active'] !== false,
    ...(locale !== undefined && isLocale(locale) && { locale }),
    ...(timeZone !== undefined && isTimeZone(timeZone) && { timeZone }),
    ...(manager !== undefined && { manager }),
    attributes: Object.fromEntries(KEPT.flatMap((key) => (resource[key] === undefined ? [] : [[key, resource[key]]]))),
  };
}

function nameOf({ displayName, name }: Resource): string | undefined {
  const { formatted, givenName, familyName } = isRecord(name) ? name : {};
  const parts = [textOf(givenName), textOf(familyName)].filter((part) => part !== undefined).join(' ');
  return (textOf(displayName) ?? textOf(formatted) ?? (parts === '' ? undefined : parts))?.slice(0, 200);
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}
