import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { LessThan, MoreThan, Repository } from 'typeorm';
import { ChallengeRow } from '../../database/entities/challenge-row.js';

const MINUTES = 5;

/** What authenticators are asked to sign: each is good for one answer within five minutes. */
@Injectable()
export class Challenges {
  constructor(@InjectRepository(ChallengeRow) private readonly rows: Repository<ChallengeRow>) {}

  async make(purpose: ChallengeRow['purpose'], userId: string | null): Promise<string> {
    const now = new Date();
    const challenge = randomBytes(32).toString('base64url');
    await this.rows.delete({ expiresAt: LessThan(now) });
    await this.rows.insert({ challenge, purpose, userId, expiresAt: new Date(now.getTime() + MINUTES * 60_000) });
    return challenge;
  }

  /** Takes it away; undefined when it is none of this purpose, too old or taken already. */
  async take(challenge: string, purpose: ChallengeRow['purpose']): Promise<{ readonly userId: string | null } | undefined> {
    const found = await this.rows.findOneBy({ challenge, purpose, expiresAt: MoreThan(new Date()) });
    const { affected } = await this.rows.delete({ challenge, purpose });
    return found && affected === 1 ? { userId: found.userId } : undefined;
  }
}
