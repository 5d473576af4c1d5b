import type { FastifyInstance, FastifyReply } from 'fastify';

/** Answers that are no page may load nothing at all. */
const NOTHING = "default-src 'none'; frame-ancestors 'none'";

const onEveryAnswer = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'accelerometer=(), autoplay=(), camera=(), display-capture=(), geolocation=(self), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=(), publickey-credentials-get=(self), publickey-credentials-create=(self)',
} as const;
const onHttps = { 'strict-transport-security': 'max-age=31536000' } as const;

export function addSecurityHeaders(server: FastifyInstance): void {
  server.addHook('onSend', (request, reply, payload, done) => {
    if (!reply.hasHeader('content-security-policy')) reply.header('content-security-policy', NOTHING);
    reply.headers({ ...onEveryAnswer, ...(request.protocol === 'https' && onHttps), 'x-request-id': request.id });
    done(null, payload);
  });
}

const jsonAnswer = { ...onEveryAnswer, 'content-security-policy': NOTHING, 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' } as const;
const secureJsonAnswer = { ...jsonAnswer, ...onHttps } as const;

/** Of JSON that is sent past the framework: the same headers as every other answer has. */
export function jsonHeaders(secure: boolean): Readonly<Record<string, string>> {
  return secure ? secureJsonAnswer : jsonAnswer;
}

/** Scripts only from here. Styles from here and those with the nonce; style attributes are what positioned parts need. */
export function setContentPolicy(reply: FastifyReply, nonce: string): void {
  const policy = [
    "default-src 'self'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ];
  reply.header('content-security-policy', policy.join('; '));
}
