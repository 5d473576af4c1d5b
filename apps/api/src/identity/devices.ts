import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { OrgDatabase } from '../database/org-database.js';
import { PgSession } from '../database/pg-session.js';
import { hashToken, makeToken } from './token.js';

/** Devices that somebody has signed in on: there, strangers who guess at the same account elsewhere keep nobody out. */
@Injectable()
export class Devices {
  private readonly session: PgSession;

  constructor(database: OrgDatabase) {
    this.session = new PgSession(database.pool);
  }

  /** The name under which its attempts at an account are counted; undefined when nobody has signed in to it here. */
  async find(device: string | undefined, email: string): Promise<string | undefined> {
    if (!device) return undefined;
    const tokenHash = hashToken(device);
    const [known] = await this.session.run(sql`select from guanxi.device d join guanxi."user" u on u.id = d.user_id where d.token_hash = ${tokenHash} and u.email = ${email}`);
    return known && tokenHash;
  }

  /** Whoever has a session of a person on a device knows the person. `token`: a new one if the device has none; `isNew`: the person has used others, never this one. */
  async remember(device: string | undefined, userId: string): Promise<{ readonly token: string; readonly isNew: boolean }> {
    const token = device !== undefined && /^[\w-]{43}$/.test(device) ? device : makeToken();
    const hash = hashToken(token);
    const [row] = await this.session.run<{ isNew: boolean }>(sql`insert into guanxi.device as d (token_hash, user_id, last_seen_at) values (${hash}, ${userId}::uuid, now())
      on conflict (token_hash, user_id) do update set last_seen_at = now()
      returning d.xmax = 0 and exists (select from guanxi.device o where o.user_id = ${userId}::uuid and o.token_hash <> ${hash}) as "isNew"`);
    return { token, isNew: row?.isNew === true };
  }

  async forgetAll(userId: string): Promise<void> {
    await this.session.run(sql`delete from guanxi.device where user_id = ${userId}::uuid`);
  }
}
