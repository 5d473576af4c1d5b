import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { MoreThan, Repository } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import type { Actor } from '../../access/actor.js';
import { Trail } from '../../audit/trail.js';
import { ScimTokenRow } from '../../database/entities/scim-rows.js';
import { hashToken, makeToken } from '../../identity/token.js';
import { ApiFailure, InputFailure } from '../../metadata-api/api-failure.js';
import type { Org } from '../../orgs/org.js';
import { federationFaults } from '../federation-wording.js';
import { refuseOthers } from '../refuse-others.js';

/** Recognised by scanners for leaked secrets, and by people. */
const PREFIX = 'guanxi_scim_';
const HOUR = 3_600_000;
const LAST_USED_PRECISION = 60_000;
const LONGEST_OVERLAP_HOURS = 720;

/** Tokens that directories come with; each speaks for one org. */
@Injectable()
export class ScimTokens {
  constructor(
    @InjectRepository(ScimTokenRow) private readonly rows: Repository<ScimTokenRow>,
    private readonly trail: Trail,
  ) {}

  /** Newest first. */
  list(org: Org): Promise<ScimTokenRow[]> {
    return this.rows.find({ where: { orgId: org.sandboxOf ?? org.id }, order: { createdAt: 'desc', id: 'desc' } });
  }

  /** The org of a token; undefined when it is unknown or over. */
  async orgOf(token: string): Promise<string | undefined> {
    const tokenHash = hashToken(token);
    const now = new Date();
    const row = await this.rows.findOne({ where: [{ tokenHash }, { previousHash: tokenHash, previousUntil: MoreThan(now) }] });
    if (!row || (row.expiresAt && row.expiresAt <= now)) return undefined;
    if (!row.lastUsedAt || now.getTime() - row.lastUsedAt.getTime() >= LAST_USED_PRECISION) await this.rows.update({ id: row.id }, { lastUsedAt: now });
    return row.orgId;
  }

  /** The token itself is not kept: this is the only time it is known. */
  async create(actor: Actor, name: string, expiresAt: Date | null): Promise<{ readonly token: string; readonly row: ScimTokenRow }> {
    refuseOthers(actor);
    const title = name.trim();
    if (title === '' || title.length > 80) throw new InputFailure([{ path: '/name', code: 'name', said: federationFaults.name }]);
    if (expiresAt && expiresAt <= new Date()) throw new InputFailure([{ path: '/expiresAt', code: 'past', said: federationFaults.past }]);
    const token = PREFIX + makeToken();
    const row = this.rows.create({ id: uuidv7(), orgId: actor.org.id, name: title, tokenHash: hashToken(token), previousHash: null, previousUntil: null, createdBy: actor.userId, createdAt: new Date(), expiresAt, lastUsedAt: null });
    await this.rows.insert(row);
    await this.note(actor, 'keyMade', row);
    return { token, row };
  }

  /** The token before works for so many hours more. */
  async rotate(actor: Actor, id: string, overlapHours: number): Promise<{ readonly token: string; readonly row: ScimTokenRow }> {
    refuseOthers(actor);
    const before = await this.find(actor.org, id);
    const hours = Math.min(Math.max(overlapHours, 0), LONGEST_OVERLAP_HOURS);
    const token = PREFIX + makeToken();
    await this.rows.update({ id }, { tokenHash: hashToken(token), previousHash: hours === 0 ? null : before.tokenHash, previousUntil: hours === 0 ? null : new Date(Date.now() + hours * HOUR), lastUsedAt: null });
    await this.note(actor, 'keyRotated', before);
    return { token, row: await this.find(actor.org, id) };
  }

  async revoke(actor: Actor, id: string): Promise<void> {
    refuseOthers(actor);
    const row = await this.find(actor.org, id);
    await this.rows.delete({ id });
    await this.note(actor, 'keyRevoked', row);
  }

  private async find(org: Org, id: string): Promise<ScimTokenRow> {
    const row = await this.rows.findOneBy({ id, orgId: org.id });
    if (!row) throw new ApiFailure('NOT_FOUND', federationFaults.noSuchToken);
    return row;
  }

  private note({ org, userId }: Actor, kind: 'keyMade' | 'keyRotated' | 'keyRevoked', { id, name }: ScimTokenRow): Promise<void> {
    return this.trail.note({ orgId: org.id, actorId: userId, kind, subject: { kind: 'key', id, name: `SCIM: ${name}` } });
  }
}
