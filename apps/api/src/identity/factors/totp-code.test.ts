import { Secret } from 'otpauth';
import { findTotpStep, makeTotpSecret, offerTotp, totpAt } from './totp-code.js';

/** RFC 6238, appendix B, SHA-1: the last six of its eight digits. */
const VECTORS = [
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_111_111_111, '050471'],
  [1_234_567_890, '005924'],
  [2_000_000_000, '279037'],
  [20_000_000_000, '353130'],
] as const;

const secret = Secret.fromUTF8('12345678901234567890').base32;
const at = (seconds: number) => new Date(seconds * 1_000);

describe('codes of an authenticator app', () => {
  it.each(VECTORS)('are those of RFC 6238 at %d seconds', (seconds, code) => {
    expect(totpAt(secret, at(seconds))).toBe(code);
    expect(findTotpStep(secret, code, at(seconds))).toBe(Math.floor(seconds / 30));
  });

  it('count one step before and after their own, and no longer', () => {
    const [now, step] = [at(1_111_111_111), 37_037_037];
    const shown = (steps: number) => findTotpStep(secret, totpAt(secret, at(1_111_111_111 + 30 * steps)), now);
    expect([-2, -1, 0, 1, 2].map(shown)).toEqual([undefined, step - 1, step, step + 1, undefined]);
  });

  it.each(['', '28708', '2870822', '28708a', ' 287082', '２８７０８２'])('are six digits, which %j is not', (code) => {
    expect(findTotpStep(secret, code, at(59))).toBeUndefined();
  });

  it('come from secrets of 160 bits that an app can be given by a picture', () => {
    const made = makeTotpSecret();
    expect(made).toMatch(/^[A-Z2-7]{32}$/);
    const { uri, svg } = offerTotp(made, 'ada@example.com', 'Analytical Engines');
    expect(uri).toBe(`otpauth://totp/Analytical%20Engines:ada%40example.com?issuer=Analytical%20Engines&secret=${made}&algorithm=SHA1&digits=6&period=30`);
    expect(svg).toMatch(/^<svg/);
  });
});
