/** A tenant: its records lie in a PostgreSQL schema of its own. A plain value, read once per request. */
export interface Org {
  readonly id: string;
  readonly name: string;
  /** `org_` and twelve hexadecimal digits. */
  readonly schema: string;
  /** IANA name: `Asia/Taipei`. */
  readonly timeZone: string;
  /** ISO 4217. */
  readonly currency: string;
  /** BCP 47. */
  readonly locale: string;
  /** ISO 3166: phone numbers without a country belong there. */
  readonly country?: string;
  /** Id of the org that this one is a sandbox of. */
  readonly sandboxOf?: string;
  /** ISO instant: a simulated clock; only rehearsal orgs have one. */
  readonly clock?: string;
}
