import { createHash, randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { type EntityManager, IsNull, Repository } from 'typeorm';
import { RecoveryCodeRow } from '../../database/entities/recovery-code-row.js';

const CODES = 10;
const GROUPS = 4;
const GROUP_LETTERS = 4;
/** Without characters that are taken for one another; sixteen of them are 79 bits, too many to guess even by who has the hashes. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';

/** Codes on paper for the day when telephone and passkeys are gone. Each counts once. */
@Injectable()
export class RecoveryCodes {
  constructor(@InjectRepository(RecoveryCodeRow) private readonly rows: Repository<RecoveryCodeRow>) {}

  /** A new set in the place of the one before. The codes are not kept: this is the only time they are known. */
  async make(userId: string): Promise<string[]> {
    const codes = Array.from({ length: CODES }, makeCode);
    const madeAt = new Date();
    await this.rows.manager.transaction(async (platform: EntityManager) => {
      // Who makes two sets at once has the later one, whole.
      await platform.query('select id from guanxi."user" where id = $1 for no key update', [userId]);
      await platform.delete(RecoveryCodeRow, { userId });
      await platform.insert(RecoveryCodeRow, codes.map((code) => ({ userId, codeHash: hashCode(userId, code), madeAt, usedAt: null })));
    });
    return codes;
  }

  /** Whether it was one that had not been used. */
  async use(userId: string, code: string): Promise<boolean> {
    const { affected } = await this.rows.update({ userId, codeHash: hashCode(userId, code), usedAt: IsNull() }, { usedAt: new Date() });
    return affected === 1;
  }

  async left(userId: string): Promise<number> {
    return this.rows.countBy({ userId, usedAt: IsNull() });
  }

  async removeAll(userId: string): Promise<void> {
    await this.rows.delete({ userId });
  }
}

function makeCode(): string {
  const group = () => Array.from({ length: GROUP_LETTERS }, () => LETTERS[randomInt(LETTERS.length)]).join('');
  return Array.from({ length: GROUPS }, group).join('-');
}

/** However it was typed: capitals, spaces and hyphens say nothing. */
function hashCode(userId: string, code: string): string {
  const plain = code.toLowerCase().replace(/[^a-z0-9]/g, '');
  return createHash('sha256').update(`${userId} ${plain}`).digest('hex');
}
