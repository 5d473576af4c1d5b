import { Injectable } from '@nestjs/common';
import type { Model } from '@guanxi/metadata';
import { resolveAccess, type Access } from '@guanxi/query';
import { LRUCache } from 'lru-cache';
import { SignedIn } from '../identity/signed-in.js';
import { Models } from '../metadata/models.js';
import { Orgs } from '../orgs/orgs.js';
import type { Org } from '../orgs/org.js';
import type { Actor } from './actor.js';
import { ADMIN_PERMISSION } from './admin-permission.js';

/** The user that the platform itself acts as. No one signs in as it; in every org it has a row in `_user`, switched off. */
export const SYSTEM_USER_ID = '00000000-0000-0000-0000-000000000000';

interface Person {
  readonly userId: string;
  readonly permissionSets: readonly string[];
  readonly locale: string;
  readonly timeZone: string;
}

/** Makes the actor of a request out of what the request carries. */
@Injectable()
export class Actors {
  private readonly accesses = new LRUCache<string, Access>({ max: 5_000 });

  constructor(
    private readonly orgs: Orgs,
    private readonly models: Models,
    private readonly signedIn: SignedIn,
  ) {}

  /** Undefined when the session is unknown, over, or its user is switched off. */
  async forSession(token: string): Promise<Actor | undefined> {
    const person = await this.signedIn.bySession(token);
    return person && this.makeActor(await this.orgs.byId(person.orgId), person, 'page');
  }

  /** Undefined when the key is unknown, revoked or expired, or its user is switched off. */
  async forKey(key: string): Promise<Actor | undefined> {
    const person = await this.signedIn.byKey(key);
    return person && this.makeActor(await this.orgs.byId(person.orgId), person, 'api');
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

  private async makeActor(org: Org, person: Person, source: Actor['source']): Promise<Actor> {
    const { revision, model } = await this.models.current(org);
    const key = JSON.stringify([org.id, revision, person.userId, person.permissionSets]);
    const access = this.accesses.get(key) ?? resolveFor(model, revision, person);
    this.accesses.set(key, access);
    return { org, userId: person.userId, access, locale: person.locale, timeZone: person.timeZone, source };
  }
}

/** The revision becomes part of the key, so that what is cached for one never meets the fields of another. */
function resolveFor(model: Model, revision: number, { userId, permissionSets }: Person): Access {
  const access = resolveAccess(model, permissionSets, { userId, admin: permissionSets.includes(ADMIN_PERMISSION) });
  return Object.freeze({ ...access, key: `r${revision} ${access.key}` });
}
