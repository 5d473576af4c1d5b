import { Injectable, Logger } from '@nestjs/common';
import { v4 as uuid } from 'uuid';
import { Settings } from '../../config/settings.js';
import type { Org } from '../../orgs/org.js';
import { Queues } from '../../queue/queues.js';
import { backOff } from '../../webhooks/back-off.js';
import { sendMessage } from '../../webhooks/send-message.js';
import type { Attempt } from '../../webhooks/webhook.js';
import { CallKeys } from './call-keys.js';
import { CallOutbox, type CallOut } from './call-outbox.js';
import { CallSecrets } from './call-secrets.js';
import { describeMissingSecret } from './call-wording.js';
import { withoutSecrets } from './without-secrets.js';

/** Longer than one message may take. After a worker was killed its calls rest for this long. */
const HOLD_MILLISECONDS = 15_000;
const AT_A_TIME = 8;
/** One org's calls must not keep a worker from the others'. */
const WORK_MILLISECONDS = 10_000;
/** About four hours. */
const MOST_ATTEMPTS = 8;
const MOST_ANSWER_BYTES = 262_144;

/** Sends the calls of steps. No transaction is open while somebody outside is waited for; a call is at least once, always under the same id. */
@Injectable()
export class CallSender {
  private readonly logger = new Logger(CallSender.name);

  constructor(
    private readonly outbox: CallOutbox,
    private readonly keys: CallKeys,
    private readonly secrets: CallSecrets,
    private readonly queues: Queues,
    private readonly settings: Settings,
  ) {}

  /** Answers whether something is left to be sent at once. */
  async work(org: Org): Promise<boolean> {
    const stop = Date.now() + WORK_MILLISECONDS;
    for (;;) {
      const holder = uuid();
      const calls = await this.outbox.hold(org, { holder, milliseconds: HOLD_MILLISECONDS, most: AT_A_TIME });
      await Promise.all(calls.map((call) => this.send(org, call, holder)));
      if (calls.length < AT_A_TIME) return false;
      if (Date.now() >= stop) return true;
    }
  }

  private async send(org: Org, call: CallOut, holder: string): Promise<void> {
    try {
      const attempt = await this.attempt(org, call);
      const retryIn = waitAfter(attempt, call.attempts + 1);
      const { woke } = await this.outbox.note(org, call, attempt, { holder, ...(retryIn !== undefined && { retryIn }) });
      if (woke) this.queues.wake('automation', org);
    } catch (error) {
      this.logger.error(`The call ${call.id} of org ${org.id} could not be noted; it is sent again. ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    }
  }

  /** Whatever the other side repeats of the secrets it was told is left out of what is kept. */
  private async attempt(org: Org, call: CallOut): Promise<Final> {
    const { workflowId, url, body, messageId } = call;
    const kept = await this.secrets.read(org, workflowId, url, call.secretHeaders);
    if (kept.missing !== undefined) return { ok: false, isFinal: true, error: describeMissingSecret(kept.missing, kept.origin), milliseconds: 0 };
    const { secrets } = await this.keys.ensure(org, workflowId, 'out');
    const receiver = { url, headers: { ...call.headers, ...kept.values }, secrets };
    const answered = await sendMessage(receiver, { id: messageId, type: 'workflow.call', body }, this.settings.webhookAllow, { mostBytes: MOST_ANSWER_BYTES, from: await this.outbox.originsOf(org, call) });
    const { response, error } = answered;
    const hide = (text: string) => withoutSecrets(text, Object.values(kept.values));
    return { ...answered, ...(response !== undefined && { response: hide(response) }), ...(error !== undefined && { error: hide(error) }) };
  }
}

/** An attempt that no later one would better. */
type Final = Attempt & { readonly isFinal?: boolean };

/** Milliseconds until the next attempt; undefined where another one would end like this one, or there were enough. */
function waitAfter(attempt: Final, attempts: number): number | undefined {
  if (attempt.ok || attempts >= MOST_ATTEMPTS || !mayPass(attempt)) return undefined;
  return backOff(attempts, attempt.retryAfterMilliseconds);
}

/** Too busy, too early, broken, or not there: that may pass. An address that is inside or wrong, and a receiver that refuses, will not. */
function mayPass({ status, error = '', isFinal }: Final): boolean {
  if (isFinal) return false;
  if (status !== undefined) return status >= 500 || [408, 425, 429].includes(status);
  return !/not allowed|https addresses only|cannot be read|Invalid URL/.test(error);
}
