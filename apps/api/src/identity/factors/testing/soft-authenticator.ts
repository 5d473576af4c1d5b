import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';
import type { AuthenticationResponseJSON, PublicKeyCredentialCreationOptionsJSON, PublicKeyCredentialRequestOptionsJSON, RegistrationResponseJSON } from '@simplewebauthn/server';

const FLAGS = { present: 0x01, verified: 0x04, attested: 0x40 };

/** What a careless or a malicious device would do. */
export interface Manners {
  readonly origin?: string;
  readonly party?: string;
  readonly verified?: boolean;
  /** A counter to tell instead of the next one. */
  readonly counter?: number;
}

/** An authenticator in software with one passkey: ES256, attestation "none". */
export class SoftAuthenticator {
  readonly id = randomBytes(32);
  private readonly keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  private userHandle = '';
  counter = 0;

  constructor(private readonly origin: string) {}

  create({ challenge, rp, user }: PublicKeyCredentialCreationOptionsJSON, manners: Manners = {}): RegistrationResponseJSON {
    this.userHandle = user.id;
    const credential = Buffer.concat([Buffer.alloc(16), number16(this.id.length), this.id, coseKey(this.keys.publicKey)]);
    const authData = Buffer.concat([this.head(rp.id ?? '', FLAGS.attested, { counter: 0, ...manners }), credential]);
    const attestationObject = Buffer.concat([map(3), text('fmt'), text('none'), text('attStmt'), map(0), text('authData'), bytes(authData)]);
    const id = this.id.toString('base64url');
    return {
      id, rawId: id, type: 'public-key', clientExtensionResults: {},
      response: { clientDataJSON: this.clientData('webauthn.create', challenge, manners).toString('base64url'), attestationObject: attestationObject.toString('base64url'), transports: ['internal'] },
    };
  }

  get({ challenge, rpId = '' }: PublicKeyCredentialRequestOptionsJSON, manners: Manners = {}): AuthenticationResponseJSON {
    this.counter += 1;
    const authenticatorData = this.head(rpId, 0, { counter: this.counter, ...manners });
    const clientData = this.clientData('webauthn.get', challenge, manners);
    const signature = sign('sha256', Buffer.concat([authenticatorData, createHash('sha256').update(clientData).digest()]), this.keys.privateKey);
    const id = this.id.toString('base64url');
    return {
      id, rawId: id, type: 'public-key', clientExtensionResults: {},
      response: { clientDataJSON: clientData.toString('base64url'), authenticatorData: authenticatorData.toString('base64url'), signature: signature.toString('base64url'), userHandle: this.userHandle },
    };
  }

  private head(party: string, flags: number, { verified = true, counter = 0, party: other = party }: Manners): Buffer {
    const count = Buffer.alloc(4);
    count.writeUInt32BE(counter);
    return Buffer.concat([createHash('sha256').update(other).digest(), Buffer.from([FLAGS.present | (verified ? FLAGS.verified : 0) | flags]), count]);
  }

  private clientData(type: string, challenge: string, { origin = this.origin }: Manners): Buffer {
    return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
  }
}

// As much of CBOR as an attestation needs.
const map = (size: number) => Buffer.from([0xa0 | size]);
const text = (value: string) => Buffer.concat([Buffer.from([0x60 | value.length]), Buffer.from(value)]);
const bytes = (value: Buffer) => Buffer.concat([value.length < 256 ? Buffer.from([0x58, value.length]) : Buffer.concat([Buffer.from([0x59]), number16(value.length)]), value]);

/** EC2, ES256, P-256. */
function coseKey(key: KeyObject): Buffer {
  const { x = '', y = '' } = key.export({ format: 'jwk' });
  return Buffer.concat([map(5), Buffer.from([0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21]), bytes(Buffer.from(x, 'base64url')), Buffer.from([0x22]), bytes(Buffer.from(y, 'base64url'))]);
}

function number16(value: number): Buffer {
  const two = Buffer.alloc(2);
  two.writeUInt16BE(value);
  return two;
}
