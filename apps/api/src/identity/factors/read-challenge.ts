/** The challenge that an authenticator's answer says it has signed. Nothing about it is proven yet. */
export function readChallenge(response: unknown): string | undefined {
  const inner = member(response, 'response');
  const encoded = member(inner, 'clientDataJSON');
  if (typeof encoded !== 'string') return undefined;
  try {
    const challenge = member(JSON.parse(Buffer.from(encoded, 'base64url').toString('utf8')), 'challenge');
    return typeof challenge === 'string' ? challenge : undefined;
  } catch {
    return undefined;
  }
}

function member(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[name] : undefined;
}
