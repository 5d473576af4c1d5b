import { Secret, TOTP } from 'otpauth';
import { renderSVG } from 'uqr';

const SECRET_BYTES = 20;
const STEP_SECONDS = 30;
/** Clocks of telephones go a little wrong: the code before and the code after count too. */
const DRIFT_STEPS = 1;

export interface TotpOffer {
  /** Base32, for who cannot read the picture. */
  readonly secret: string;
  readonly uri: string;
  /** The same as a picture, black on white whatever the page looks like: cameras want it so. */
  readonly svg: string;
}

/** 160 random bits in base32. */
export function makeTotpSecret(): string {
  return new Secret({ size: SECRET_BYTES }).base32;
}

export function offerTotp(secret: string, account: string, issuer: string): TotpOffer {
  const uri = makeTotp(secret, account, issuer).toString();
  return { secret, uri, svg: renderSVG(uri, { ecc: 'M', border: 3 }) };
}

/** The step that a code is of: RFC 6238 with SHA-1, six digits and 30 seconds, which every app knows. Undefined when it is none of around now. */
export function findTotpStep(secret: string, code: string, now: Date): number | undefined {
  if (!/^\d{6}$/.test(code)) return undefined;
  const timestamp = now.getTime();
  const totp = makeTotp(secret);
  const delta = totp.validate({ token: code, timestamp, window: DRIFT_STEPS });
  return delta === null ? undefined : totp.counter({ timestamp }) + delta;
}

/** What an app shows for the secret at a moment. */
export function totpAt(secret: string, now: Date): string {
  return makeTotp(secret).generate({ timestamp: now.getTime() });
}

function makeTotp(secret: string, label = '', issuer = ''): TOTP {
  return new TOTP({ secret: Secret.fromBase32(secret), algorithm: 'SHA1', digits: 6, period: STEP_SECONDS, label, issuer });
}
