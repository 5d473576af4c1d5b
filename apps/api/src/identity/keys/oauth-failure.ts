/** The codes of RFC 6749, section 5.2; `invalid_client` is answered with 401. */
export type OauthErrorCode = 'invalid_request' | 'invalid_client' | 'invalid_scope' | 'unauthorized_client' | 'unsupported_grant_type' | 'temporarily_unavailable';

/** What the token endpoint refuses; told in English, as programs read it. */
export class OauthFailure extends Error {
  constructor(readonly code: OauthErrorCode, message: string, readonly retryAfter?: number) {
    super(message);
  }
}
