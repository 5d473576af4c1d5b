import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import {
  generateAuthenticationOptions, generateRegistrationOptions, verifyAuthenticationResponse, verifyRegistrationResponse,
  type AuthenticationResponseJSON, type PublicKeyCredentialCreationOptionsJSON, type PublicKeyCredentialRequestOptionsJSON, type RegistrationResponseJSON,
} from '@simplewebauthn/server';
import { Repository } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { PasskeyRow } from '../../database/entities/passkey-row.js';
import type { UserRow } from '../../database/entities/user-row.js';
import { readSqlState, SqlState } from '../../database/sql-state.js';
import { ApiFailure, InputFailure } from '../../metadata-api/api-failure.js';
import { Challenges } from './challenges.js';
import { factorFaults } from './factor-wording.js';
import { readChallenge } from './read-challenge.js';
import type { RelyingParty } from './relying-party.js';

const MOST_PASSKEYS = 20;
const LONGEST_NAME = 100;
const TIMEOUT_MS = 300_000;

/** Keys that devices keep for people: beside the password, or, where the device asks who they are, in place of it. */
@Injectable()
export class Passkeys {
  constructor(
    @InjectRepository(PasskeyRow) private readonly rows: Repository<PasskeyRow>,
    private readonly challenges: Challenges,
  ) {}

  /** Oldest first. */
  list(userId: string): Promise<PasskeyRow[]> {
    return this.rows.find({ where: { userId }, order: { createdAt: 'asc', id: 'asc' } });
  }

  count(userId: string): Promise<number> {
    return this.rows.countBy({ userId });
  }

  /** What the page hands to the browser to have a passkey made. */
  async offerAdding(user: Pick<UserRow, 'id' | 'name' | 'email'>, orgName: string, party: RelyingParty): Promise<PublicKeyCredentialCreationOptionsJSON> {
    const known = await this.list(user.id);
    if (known.length >= MOST_PASSKEYS) throw new ApiFailure('BAD_REQUEST', { ...factorFaults.mostPasskeys, words: { limit: String(MOST_PASSKEYS) } });
    return generateRegistrationOptions({
      rpName: orgName, rpID: party.id, userID: asBytes(user.id), userName: user.email, userDisplayName: user.name, timeout: TIMEOUT_MS, attestationType: 'none',
      challenge: asBytes(await this.challenges.make('add', user.id), 'base64url'),
      excludeCredentials: known.filter(({ party: host }) => host === party.id).map(describe),
      authenticatorSelection: { residentKey: 'preferred', userVerification: 'preferred' },
    });
  }

  async add(userId: string, name: string, response: unknown, party: RelyingParty): Promise<PasskeyRow> {
    refuseName(name);
    const challenge = readChallenge(response);
    const asked = challenge === undefined ? undefined : await this.challenges.take(challenge, 'add');
    if (challenge === undefined || asked?.userId !== userId) throw refuse();
    const { registrationInfo } = await verifyRegistrationResponse({
      response: response as RegistrationResponseJSON, expectedChallenge: challenge, expectedOrigin: party.origin, expectedRPID: party.id, requireUserVerification: false,
    }).catch(() => { throw refuse(); });
    if (!registrationInfo) throw refuse();
    const { credential, credentialDeviceType } = registrationInfo;
    const row = this.rows.create({
      id: uuidv7(), userId, credentialId: credential.id, publicKey: Buffer.from(credential.publicKey), counter: String(credential.counter), transports: [...(credential.transports ?? [])],
      party: party.id, name: name.trim(), synced: credentialDeviceType === 'multiDevice', createdAt: new Date(), lastUsedAt: null, lastUsedAddress: null,
    });
    await this.rows.insert(row).catch((error: unknown) => {
      throw readSqlState(error) === SqlState.uniqueViolation ? new ApiFailure('CONFLICT', factorFaults.knownPasskey) : error;
    });
    return row;
  }

  /** What the page hands to the browser to have a passkey used: one of this person's, or, for nobody yet, any that tells who it belongs to. */
  async offerUse(userId: string | undefined, party: RelyingParty): Promise<PublicKeyCredentialRequestOptionsJSON> {
    const own = userId === undefined ? [] : (await this.list(userId)).filter(({ party: host }) => host === party.id);
    return generateAuthenticationOptions({
      rpID: party.id, timeout: TIMEOUT_MS, allowCredentials: own.map(describe),
      challenge: asBytes(await this.challenges.make('use', userId ?? null), 'base64url'),
      // Alone it stands for password and device both, so the device has to ask who is there.
      userVerification: userId === undefined ? 'required' : 'preferred',
    });
  }

  /**
   * Whose passkey has answered, with the person of the row. `userId`: only theirs, beside a password; undefined: anybody's that the
   * device has verified. Undefined for every answer that is not to be taken, be it a copy whose counter goes backwards.
   */
  async use(response: unknown, userId: string | undefined, party: RelyingParty, address: string): Promise<PasskeyRow | undefined> {
    const challenge = readChallenge(response);
    const asked = challenge === undefined ? undefined : await this.challenges.take(challenge, 'use');
    if (challenge === undefined || !asked || asked.userId !== (userId ?? null)) return undefined;
    const { id } = response as AuthenticationResponseJSON;
    const row = typeof id === 'string' ? await this.rows.findOne({ where: { credentialId: id, party: party.id }, relations: { user: true } }) : null;
    if (!row?.user.active || (userId !== undefined && row.userId !== userId)) return undefined;
    const verified = await verifyAuthenticationResponse({
      response: response as AuthenticationResponseJSON, expectedChallenge: challenge, expectedOrigin: party.origin, expectedRPID: party.id, requireUserVerification: userId === undefined,
      credential: { id: row.credentialId, publicKey: new Uint8Array(row.publicKey), counter: Number(row.counter) },
    }).catch(() => undefined);
    if (!verified?.verified) return undefined;
    const { newCounter } = verified.authenticationInfo;
    // Two answers with one counter at the same moment: one of them is a copy.
    const { affected } = await this.rows.update({ id: row.id, counter: row.counter }, { counter: String(newCounter), lastUsedAt: new Date(), lastUsedAddress: address });
    return affected === 1 || newCounter === 0 ? row : undefined;
  }

  async rename(userId: string, id: string, name: string): Promise<PasskeyRow> {
    refuseName(name);
    await this.rows.update({ id, userId }, { name: name.trim() });
    return this.find(userId, id);
  }

  async remove(userId: string, id: string): Promise<PasskeyRow> {
    const row = await this.find(userId, id);
    await this.rows.delete({ id, userId });
    return row;
  }

  async removeAll(userId: string): Promise<number> {
    return (await this.rows.delete({ userId })).affected ?? 0;
  }

  private async find(userId: string, id: string): Promise<PasskeyRow> {
    const row = await this.rows.findOneBy({ id, userId });
    if (!row) throw new ApiFailure('NOT_FOUND', factorFaults.noPasskey);
    return row;
  }
}

function describe({ credentialId, transports }: PasskeyRow) {
  return { id: credentialId, transports: [...transports] };
}

function refuse(): ApiFailure {
  return new ApiFailure('BAD_REQUEST', factorFaults.passkey);
}

function refuseName(name: string): void {
  if (name.trim() === '' || name.length > LONGEST_NAME) throw new InputFailure([{ path: '/name', code: 'name', said: factorFaults.passkeyName }]);
}

/** A copy that is backed by a plain ArrayBuffer, as the library wants it. */
function asBytes(text: string, encoding: BufferEncoding = 'utf8'): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.from(text, encoding));
}
