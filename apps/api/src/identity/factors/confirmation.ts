import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { FastifyRequest } from 'fastify';
import { MoreThan, Repository } from 'typeorm';
import type { Actor } from '../../access/actor.js';
import { SessionRow } from '../../database/entities/session-row.js';
import { ApiFailure, InputFailure } from '../../metadata-api/api-failure.js';
import { SignIn } from '../sign-in.js';
import { hashToken } from '../token.js';
import { factorFaults } from './factor-wording.js';

/** For so long after signing in nobody is asked for their password again. */
const RECENT_MINUTES = 10;

/** Makes sure that it is the person who changes how they sign in, and not somebody at a page that was left open. */
@Injectable()
export class Confirmation {
  constructor(
    @InjectRepository(SessionRow) private readonly sessions: Repository<SessionRow>,
    private readonly signIn: SignIn,
  ) {}

  /** Fails where the sign-in is not of the last minutes and the password is missing (`/password`, `confirm`) or wrong (`/password`, `wrong`). */
  async demand({ userId }: Actor, request: FastifyRequest, password: string | null | undefined): Promise<void> {
    refuseKeys(request);
    if (password == null) {
      if (await this.isRecent(userId, request)) return;
      throw new InputFailure([{ path: '/password', code: 'confirm', said: factorFaults.confirm }]);
    }
    if (await this.signIn.isPassword(userId, password, request.ip)) return;
    throw new InputFailure([{ path: '/password', code: 'wrong', said: factorFaults.wrongPassword }]);
  }

  private isRecent(userId: string, { credential }: FastifyRequest): Promise<boolean> {
    const tokenHash = hashToken(credential?.token ?? '');
    const createdAt = MoreThan(new Date(Date.now() - RECENT_MINUTES * 60_000));
    return this.sessions.existsBy([{ userId, tokenHash, createdAt }, { userId, previousHash: tokenHash, createdAt }]);
  }
}

/** A key is nobody who could show a telephone. */
export function refuseKeys({ credential }: FastifyRequest): void {
  if (credential?.kind !== 'session') throw new ApiFailure('FORBIDDEN', factorFaults.pageOnly);
}
