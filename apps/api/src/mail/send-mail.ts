import type { Transporter } from 'nodemailer';
import { cleanText } from './render/write-html.js';
import { refuseInjection } from './write-mails.js';
import type { Attempt, Mail } from './mail.js';
import type { MailServer } from './mail-server.js';

const LONGEST_RESPONSE = 1_000;

interface SmtpError extends Error {
  readonly code?: string;
  readonly command?: string;
  readonly responseCode?: number;
  readonly response?: string;
}

/** Hands one mail to the server and says what came of it; never throws. */
export async function sendMail(transport: Transporter, server: MailServer, mail: Mail): Promise<Attempt> {
  const began = performance.now();
  const took = () => ({ server: `${server.host}:${server.port}`, milliseconds: Math.round(performance.now() - began) });
  try {
    refuseInjection({ to: { address: mail.toAddress, ...(mail.toName !== null && { name: mail.toName }) }, message: mail, ...(mail.unsubscribe !== null && { unsubscribe: mail.unsubscribe }) });
    const info = (await transport.sendMail({
      from: { name: server.from.name ?? '', address: server.from.address },
      to: { name: mail.toName ?? '', address: mail.toAddress },
      ...(server.replyTo !== undefined && { replyTo: server.replyTo }),
      envelope: { from: server.from.address, to: [mail.toAddress] },
      messageId: mail.messageId ?? undefined,
      date: mail.createdAt,
      subject: mail.subject,
      text: mail.text,
      html: mail.html,
      headers: {
        'Content-Language': mail.language,
        'Auto-Submitted': 'auto-generated',
        'X-Auto-Response-Suppress': 'All',
        ...(mail.unsubscribe !== null && { Precedence: 'bulk', 'List-Unsubscribe': `<${mail.unsubscribe}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }),
      },
    })) as { readonly response?: string };
    return { outcome: 'sent', code: 250, response: trim(info.response ?? ''), ...took() };
  } catch (error) {
    return { ...readFailure(error), ...took() };
  }
}

/** A refusal of this one mail is for good; a server that is away, shuts its door or does not let us in may think otherwise tomorrow. */
export function readFailure(error: unknown): Pick<Attempt, 'outcome' | 'code' | 'response' | 'failure'> {
  const { message, code, command = '', responseCode, response } = (error instanceof Error ? error : new Error(String(error))) as SmtpError;
  const aboutMail = error instanceof RangeError || /^(?:MAIL|RCPT|DATA|API)/.test(command) || code === 'EENVELOPE' || code === 'EMESSAGE';
  const isRefused = error instanceof RangeError || (aboutMail && responseCode !== undefined && responseCode >= 500);
  return { outcome: isRefused ? 'refused' : 'failed', failure: trim(message), ...(responseCode !== undefined && { code: responseCode }), ...(response !== undefined && { response: trim(response) }) };
}

/** What a stranger's server says is kept short, and without letters that do something. */
export function trim(text: string): string {
  return cleanText(text).slice(0, LONGEST_RESPONSE).toWellFormed();
}
