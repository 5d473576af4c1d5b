/** PostgreSQL's five-character error code of a failure, or undefined when the database did not refuse. */
export function readSqlState(error: unknown): string | undefined {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  return typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) ? code : undefined;
}

export const SqlState = {
  serializationFailure: '40001',
  deadlock: '40P01',
  uniqueViolation: '23505',
  lockNotAvailable: '55P03',
  queryCanceled: '57014',
  insufficientPrivilege: '42501',
  duplicateObject: '42710',
  /** Among others: a kept plan whose result type DDL has changed. */
  featureNotSupported: '0A000',
} as const;
