import type { FastifyInstance } from 'fastify';
import type { Withdrawals } from './withdrawals.js';
import { chooseLanguage, drawUnsubscribePage, unsubscribePolicy, type UnsubscribeState } from './unsubscribe-page.js';

const MOST_BYTES = 4 * 1024;

/**
 * `/unsubscribe/<token>`: a look changes nothing, since mail programs follow links by themselves; a POST withdraws, also the
 * one-click one of RFC 8058 that a mail program sends. Works without signing in and without script.
 */
export async function registerUnsubscribeRoute(server: FastifyInstance, withdrawals: Withdrawals): Promise<void> {
  await server.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    // Whatever a mail program sends counts: the token is the proof, and the body only says whether it is about everything.
    scope.addContentTypeParser('*', { parseAs: 'string', bodyLimit: MOST_BYTES }, (_request, body, done) => done(null, body));
    scope.route<{ Params: { '*': string } }>({
      method: ['GET', 'POST'],
      // A sealed token is longer than a named part of an address may be.
      url: '/unsubscribe/*',
      handler: async (request, reply) => {
        void reply.header('cache-control', 'no-store').header('referrer-policy', 'no-referrer').header('x-robots-tag', 'noindex').header('content-security-policy', unsubscribePolicy).type('text/html; charset=utf-8');
        const withdrawal = await withdrawals.read(request.params['*']);
        const language = chooseLanguage(request.headers['accept-language']);
        if (!withdrawal) return reply.code(404).send(drawUnsubscribePage({ state: 'unknown', purpose: '', language }));
        const purpose = await withdrawals.nameOf(withdrawal.org, withdrawal.purpose, language);
        const draw = (state: UnsubscribeState) => drawUnsubscribePage({ state, purpose, language, orgName: withdrawal.org.name, address: withdrawal.address });
        if (request.method === 'POST') {
          const which = typeof request.body === 'string' && new URLSearchParams(request.body).get('which') === 'all' ? 'all' : 'one';
          await withdrawals.withdraw(withdrawal, which);
          return reply.send(draw('done'));
        }
        return reply.send(draw((await withdrawals.isAgreed(withdrawal.org, withdrawal)) ? 'ask' : 'done'));
      },
    });
  });
}
