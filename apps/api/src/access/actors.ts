import { Injectable } from '@nestjs/common';
import type { Model } from '@guanxi/metadata';
import { limitAccess, resolveAccess, type Access } from '@guanxi/query';
import { LRUCache } from 'lru-cache';
import { isWithin } from '../federation/networks.js';
import { SignInPolicies } from '../federation/sign-in-policies.js';
import { SignedIn } from '../identity/signed-in.js';
import { Models } from '../metadata/models.js';
import { Orgs } from '../orgs/orgs.js';
import type { Org } from '../orgs/org.js';
import type { Actor } from './actor.js';
import { Reaches } from './reaches.js';
import { ADMIN_PERMISSION } from './admin-permission.js';

/** The user that the platform itself acts as. No one signs in as it; in every org it has a row in `_user`, switched off. */
export const SYSTEM_USER_ID = '00000000-0000-0000-0000-000000000000';

/** Names of fields in the rights that are kept; each takes some thirty bytes. */
const MOST_NAMES = 2_000_000;
/** Lists of permission sets per org that a publishing prepares for. */
const MOST_IN_USE = 5;

interface InUse {
  readonly org: Org;
  readonly lists: ReadonlyMap<string, Holding>;
}

/** What rights are made of: equal for people with equal rights. */
interface Holding {
  readonly permissionSets: readonly string[];
  readonly partner?: boolean;
  readonly within?: readonly string[];
}

interface KnownAccess {
  readonly access: Access;
  readonly model: Model;
  readonly weight: number;
}

interface MadeActor {
  readonly org: Org;
  readonly model: Model;
  readonly actor: Actor;
}

interface Person extends Holding {
  readonly userId: string;
  readonly locale: string;
  readonly timeZone: string;
}

/** Makes the actor of a request out of what the request carries. */
@Injectable()
export class Actors {
  private readonly accesses = new LRUCache<string, KnownAccess>({ maxSize: MOST_NAMES, sizeCalculation: ({ weight }) => weight });
  /** Requests that follow each other come from the same people, whose actor is the same until something about them changes. */
  private readonly made = new WeakMap<Person, MadeActor>();
  /** The lists of permission sets that people of an org came with lately. */
  private readonly inUse = new LRUCache<string, InUse>({ max: 500 });

  constructor(
    private readonly orgs: Orgs,
    private readonly models: Models,
    private readonly signedIn: SignedIn,
    private readonly reaches: Reaches,
    private readonly policies: SignInPolicies,
  ) {}

  /** Whether their org lets people in from that address. */
  async admits({ org }: Actor, address: string): Promise<boolean> {
    const policy = this.policies.known(org.id);
    return isWithin(address, (policy instanceof Promise ? await policy : policy).addresses);
  }

  /** Undefined when the session is unknown, over, or its user is switched off. */
  async forSession(token: string): Promise<Actor | undefined> {
    const person = await this.signedIn.bySession(token);
    return person && this.makeActor(await this.orgs.byId(person.orgId), person, 'page', () => this.forSession(token));
  }

  /** Undefined when the key is unknown, revoked or expired, or its user is switched off. */
  async forKey(key: string, address?: string): Promise<Actor | undefined> {
    const person = await this.signedIn.byKey(key, address);
    return person && this.makeActor(await this.orgs.byId(person.orgId), person, 'api', () => this.forKey(key));
  }

  /** The platform at work for an org: workflows and their like, with every right. */
  forSystem(org: Org, source: Actor['source'] = 'workflow'): Promise<Actor> {
    return this.makeActor(org, { userId: SYSTEM_USER_ID, permissionSets: [ADMIN_PERMISSION], locale: org.locale, timeZone: org.timeZone }, source);
  }

  /** A person by id, for work done later in their name. Undefined when switched off or unknown. */
  async forUser(org: Org, userId: string, source: Actor['source']): Promise<Actor | undefined> {
    const person = await this.signedIn.byUser(org.id, userId);
    return person && this.makeActor(org, person, source);
  }

  /** The rights of those who came lately in a revision that is about to be published, worked out before they ask. */
  prepare(orgId: string, revision: number, model: Model): { readonly org: Org; readonly accesses: readonly Access[] } | undefined {
    const used = this.inUse.peek(orgId);
    return used && { org: used.org, accesses: [...used.lists.values()].map((holding) => this.resolve(used.org, revision, model, holding)) };
  }

  private async makeActor(org: Org, person: Person, source: Actor['source'], renew?: Actor['renew']): Promise<Actor> {
    const { revision, model } = await this.models.current(org);
    const known = this.made.get(person);
    if (known?.org === org && known.model === model && known.actor.source === source) return known.actor;
    this.noteUse(org, person);
    const resolved = this.resolve(org, revision, model, person);
    const reach = await this.reaches.of(org, person.userId, resolved);
    const access = Object.freeze({ ...resolved, ...(reach && { reach, key: `${resolved.key} ${reach}` }), userId: person.userId });
    const actor = Object.freeze({ org, userId: person.userId, access, locale: person.locale, timeZone: person.timeZone, source, ...(renew && { renew }) });
    this.made.set(person, { org, model, actor });
    return actor;
  }

  /** The same for everybody who holds the same, but for who it is. */
  private resolve(org: Org, revision: number, model: Model, { permissionSets, partner = false, within }: Holding): Access {
    const key = JSON.stringify([org.id, revision, permissionSets, partner, within]);
    const known = this.accesses.get(key);
    // A revision that was prepared and then not published may come again as another one.
    if (known?.model === model) return known.access;
    const own = resolveFor(model, revision, permissionSets, partner);
    const access = within ? limitAccess(own, resolveFor(model, revision, within, partner)) : own;
    this.accesses.set(key, { access, model, weight: weigh(access) });
    return access;
  }

  private noteUse(org: Org, { permissionSets, partner = false }: Holding): void {
    const key = `${partner ? 'partner ' : ''}${permissionSets.join(' ')}`;
    const lists = this.inUse.get(org.id)?.lists;
    if (lists?.has(key)) return;
    this.inUse.set(org.id, { org, lists: new Map([...[...(lists ?? [])].slice(1 - MOST_IN_USE), [key, { permissionSets, partner }]]) });
  }
}

/** The revision becomes part of the key, so that what is cached for one never meets the fields of another. */
function resolveFor(model: Model, revision: number, permissionSets: readonly string[], partner: boolean): Access {
  const access = resolveAccess(model, permissionSets, { userId: SYSTEM_USER_ID, admin: permissionSets.includes(ADMIN_PERMISSION), partner });
  return Object.freeze({ ...access, key: `r${revision} ${access.key}` });
}

function weigh({ objects }: Access): number {
  let names = 1;
  for (const { readableFields, editableFields } of objects.values()) names += readableFields.size + editableFields.size;
  return names;
}
