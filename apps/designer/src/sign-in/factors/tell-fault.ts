import { WebAuthnError } from '@simplewebauthn/browser';
import type { TFunction } from 'i18next';
import { ApiError } from '../../api/index.js';

/** A sentence for what went wrong at a second factor; null when the person gave up themselves. */
export function tellFault(error: unknown, t: TFunction): string | null {
  if (error instanceof ApiError) return error.problems[0]?.message ?? error.message;
  if (error instanceof WebAuthnError && error.code === 'ERROR_AUTHENTICATOR_PREVIOUSLY_REGISTERED') return t('factors.passkeys.known');
  if (error instanceof Error && (error.name === 'NotAllowedError' || error.name === 'AbortError')) return null;
  if (error instanceof Error && error.name === 'SecurityError') return t('factors.passkeys.address');
  return t('factors.passkeys.failed');
}

/** The time between the password and the second step is over. */
export function isOver(error: unknown): boolean {
  return error instanceof ApiError && error.details['reason'] === 'ticket';
}
