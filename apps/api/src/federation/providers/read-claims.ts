/** Claims of an ID token and of the user info beside it. */
export type Claims = Readonly<Record<string, unknown>>;

export interface Introduction {
  readonly subject: string;
  readonly issuer: string;
  readonly name: string;
  /** In lower case; absent where the provider names none that counts as verified. */
  readonly email?: string;
  readonly locale?: string;
}

interface Trust {
  readonly domains: readonly string[];
  /** Addresses of the domains count as verified although the provider does not say so. */
  readonly trustsEmail: boolean;
}

/** Who comes, as far as the provider may say so: addresses of other domains than those stated are never believed. */
export function readIntroduction(claims: Claims, { domains, trustsEmail }: Trust): Introduction {
  const email = textOf(claims['email'])?.trim().toLowerCase() ?? '';
  const isAddress = /^[^\s@]+@[^\s@]+$/.test(email) && domains.includes(domainOf(email));
  const said = claims['email_verified'];
  // Some providers send it as a text. One that says "no" is believed whatever was declared.
  const isVerified = said === true || said === 'true' || (trustsEmail && said === undefined);
  const locale = textOf(claims['locale']);
  return {
    subject: textOf(claims['sub']) ?? '',
    issuer: textOf(claims['iss']) ?? '',
    name: nameOf(claims) ?? email.split('@')[0] ?? '',
    ...(isAddress && isVerified && { email }),
    ...(locale && { locale }),
  };
}

/** Names of groups: a list, or one text. `claim` is a name, or leads into objects by dots. Undefined where the claim was left out because there are too many. */
export function readGroups(claims: Claims, claim: string | null): readonly string[] | undefined {
  if (claim === null) return [];
  const found = claim in claims ? claims[claim] : claim.split('.').reduce<unknown>((at, part) => (isRecord(at) ? at[part] : undefined), claims);
  if (found === undefined && isRecord(claims['_claim_names']) && claim in claims['_claim_names']) return undefined;
  return [found].flat().filter((group) => typeof group === 'string');
}

export function domainOf(email: string): string {
  return email.slice(email.lastIndexOf('@') + 1).toLowerCase();
}

function nameOf(claims: Claims): string | undefined {
  const whole = textOf(claims['name']);
  const parts = [textOf(claims['given_name']), textOf(claims['family_name'])].filter((part) => part !== undefined).join(' ');
  return (whole ?? (parts || undefined))?.trim().slice(0, 200) || undefined;
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

function isRecord(value: unknown): value is Claims {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
