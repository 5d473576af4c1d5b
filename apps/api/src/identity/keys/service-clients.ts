import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Model } from '@guanxi/metadata';
import type { Access } from '@guanxi/query';
import { sql } from 'kysely';
import type { JSONWebKeySet } from 'jose';
import { Repository } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import type { Actor } from '../../access/actor.js';
import { grantableNames, refuseGranting } from '../../access/granting.js';
import { settlePrincipals } from '../../access/principals.js';
import { OauthClientRow } from '../../database/entities/oauth-client-row.js';
import { OrgDatabase } from '../../database/org-database.js';
import { ApiFailure, InputFailure } from '../../metadata-api/api-failure.js';
import { Models } from '../../metadata/models.js';
import type { Org } from '../../orgs/org.js';
import { findPlaceProblems } from '../../people/find-place-problems.js';
import { findSetProblems } from '../find-user-problems.js';
import { accountFaults } from '../identity-wording.js';
import { SignedIn } from '../signed-in.js';
import { hashToken, makeToken } from '../token.js';
import { AccessTokens } from './access-tokens.js';
import { keyFaults } from './key-wording.js';
import { readPublicKeys } from './read-public-keys.js';

const PREFIX = 'guanxics_';
const HOUR = 3_600_000;
const LONGEST_OVERLAP_HOURS = 720;

/** Where a client stands in the org: what is shared with its role and teams is shared with it, and those above its role see what it owns. */
export interface ClientPlace {
  readonly role: string | null;
  readonly teams: readonly string[];
}

export interface NewClient extends ClientPlace {
  readonly name: string;
  readonly permissionSets: readonly string[];
  readonly expiresAt?: Date;
  readonly publicKeys?: unknown;
}

export interface ClientSecret {
  readonly secret: string;
  readonly client: OauthClientRow;
}

/**
 * Programs that come in their own name (OAuth 2 client credentials), each with permission sets of its own. In the org each has a
 * row in `_user`, switched off: nobody signs in as it, and records and history tell its name, also after it is gone.
 */
@Injectable()
export class ServiceClients {
  constructor(
    @InjectRepository(OauthClientRow) private readonly rows: Repository<OauthClientRow>,
    private readonly database: OrgDatabase,
    private readonly models: Models,
    private readonly tokens: AccessTokens,
    private readonly signedIn: SignedIn,
  ) {}

  /** Newest first. */
  async list(org: Org): Promise<OauthClientRow[]> {
    return (await this.rows.find({ where: { orgId: org.id }, order: { createdAt: 'desc', id: 'desc' } })).map(withoutEnded);
  }

  /** The secret is not kept: this is the only time it is known. */
  async create({ org, access, userId }: Actor, { name, permissionSets, role, teams, expiresAt, publicKeys }: NewClient): Promise<ClientSecret> {
    const { model } = await this.models.current(org);
    refusePlace(access, model, { role, teams });
    const keys = readPublicKeys(publicKeys);
    refuseProblems({ name, permissionSets, ...(expiresAt && { expiresAt }) }, grantableNames(model), keys);
    refuseGranting(model, access, [], permissionSets);
    const secret = PREFIX + makeToken();
    const client = this.rows.create({
      id: uuidv7(), orgId: org.id, name: name.trim(), permissionSets: [...new Set(permissionSets)].sort(), role, teams: [...new Set(teams)], secretHash: hashToken(secret), previousHash: null, previousUntil: null,
      publicKeys: keys ?? null, createdBy: userId, createdAt: new Date(), expiresAt: expiresAt ?? null, lastUsedAt: null, lastUsedAddress: null,
    });
    await this.database.transactionWithPlatform(org, async (tx, platform) => {
      await platform.insert(OauthClientRow, client as Parameters<typeof platform.insert<OauthClientRow>>[1]);
      await tx.run(sql`insert into ${sql.id(org.schema, '_user')} (id, name, email, active) values (${client.id}::uuid, ${client.name}, '', false)`);
      await settlePrincipals(tx);
    });
    return { secret, client };
  }

  /** Puts it somewhere else; holds from its next request on. */
  async place({ org, access }: Actor, id: string, place: ClientPlace): Promise<OauthClientRow> {
    await this.find(org, id);
    refusePlace(access, (await this.models.current(org)).model, place);
    await this.database.transactionWithPlatform(org, async (tx, platform) => {
      await platform.update(OauthClientRow, { id, orgId: org.id }, { role: place.role, teams: [...new Set(place.teams)] });
      await settlePrincipals(tx);
    });
    this.signedIn.forget();
    return this.find(org, id);
  }

  /** The secret before works for the hours of overlap. Tokens that are out live to their end. */
  async rotate(actor: Actor, id: string, overlapHours: number): Promise<ClientSecret> {
    if (overlapHours < 0 || overlapHours > LONGEST_OVERLAP_HOURS) throw new InputFailure([{ path: '/overlapHours', code: 'range', said: { ...accountFaults.overlap, words: { limit: String(LONGEST_OVERLAP_HOURS) } } }]);
    await this.refuseForeign(actor, id);
    const secret = PREFIX + makeToken();
    const overlaps = overlapHours > 0;
    await this.rows.update({ id, orgId: actor.org.id }, {
      secretHash: hashToken(secret), previousHash: overlaps ? () => 'secret_hash' : null, previousUntil: overlaps ? new Date(Date.now() + overlapHours * HOUR) : null,
    });
    if (!overlaps) await this.endTokens(id);
    return { secret, client: await this.find(actor.org, id) };
  }

  async endPrevious({ org }: Actor, id: string): Promise<OauthClientRow> {
    await this.rows.update({ id, orgId: org.id }, { previousHash: null, previousUntil: null });
    return this.find(org, id);
  }

  /** At once, with its tokens. Its name stays where it has worked. */
  async remove({ org }: Actor, id: string): Promise<OauthClientRow> {
    const client = await this.find(org, id);
    await this.database.transactionWithPlatform(org, async (tx, platform) => {
      await platform.delete(OauthClientRow, { id, orgId: org.id });
      await settlePrincipals(tx);
    });
    this.signedIn.forget();
    return client;
  }

  async find(org: Org, id: string): Promise<OauthClientRow> {
    const client = await this.rows.findOneBy({ id, orgId: org.id });
    if (!client) throw new ApiFailure('NOT_FOUND', keyFaults.noClient);
    return withoutEnded(client);
  }

  /** A new secret opens all that the client may: only for who could have given it that. */
  private async refuseForeign({ org, access }: Actor, id: string): Promise<void> {
    const { permissionSets } = await this.find(org, id);
    refuseGranting((await this.models.current(org)).model, access, [], permissionSets);
  }

  private async endTokens(id: string): Promise<void> {
    await this.tokens.revokeAll(id);
    this.signedIn.forget();
  }
}

/** A secret before that no longer works is nobody's concern. */
function withoutEnded(row: OauthClientRow): OauthClientRow {
  return row.previousUntil !== null && row.previousUntil <= new Date() ? { ...row, previousUntil: null } : row;
}

/** What a client sees hangs on its place: only those give it one who put people somewhere. */
function refusePlace(access: Access, model: Model, { role, teams }: ClientPlace): void {
  if (!access.setup.has('people') && !access.setup.has('access')) throw new ApiFailure('FORBIDDEN', keyFaults.place);
  const problems = findPlaceProblems({ people: [], everybody: new Map(), changes: { role, teams }, model });
  if (problems.length > 0) throw new InputFailure(problems);
}

function refuseProblems({ name, permissionSets, expiresAt }: Pick<NewClient, 'name' | 'permissionSets' | 'expiresAt'>, knownSets: readonly string[], publicKeys: JSONWebKeySet | null | undefined): void {
  const problems = [
    ...(name.trim() === '' || name.length > 200 ? [{ path: '/name', code: 'name', said: accountFaults.name }] : []),
    ...(permissionSets.length === 0 ? [{ path: '/permissionSets', code: 'missing', said: keyFaults.noSets }] : []),
    ...(expiresAt && expiresAt <= new Date() ? [{ path: '/expiresAt', code: 'past', said: accountFaults.keyPast }] : []),
    ...(publicKeys === null ? [{ path: '/publicKeys', code: 'keys', said: keyFaults.publicKeys }] : []),
    ...findSetProblems(permissionSets, knownSets),
  ];
  if (problems.length > 0) throw new InputFailure(problems);
}
