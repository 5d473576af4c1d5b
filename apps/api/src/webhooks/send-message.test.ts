import { mayBeSentTo, MOST_RESPONSE_BYTES, sendMessage } from './send-message.js';
import { startReceiver, type Receiver } from './testing/receiver.js';

const NOWHERE: ReadonlySet<string> = new Set();
const message = { id: 'msg_1', type: 'test', body: '{"type":"test","data":{}}' };
const hook = (url: string) => ({ url, headers: {}, secrets: ['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'] });

describe('sending', () => {
  let receiver: Receiver;
  beforeEach(async () => {
    receiver = await startReceiver();
  });
  afterEach(() => receiver.close());

  it.each([
    'https://127.0.0.1/', 'https://localhost/', 'https://[::1]/', 'https://[::ffff:127.0.0.1]/', 'https://10.0.0.1/', 'https://172.16.0.1/', 'https://192.168.1.1/',
    'https://169.254.169.254/latest/meta-data/', 'https://[fe80::1]/', 'https://[fd00:ec2::254]/', 'https://0.0.0.0/', 'https://100.64.0.1/', 'https://2130706433/', 'https://0x7f.1/', 'https://localtest.me.localhost/',
  ])('refuses %s, which is inside', async (url) => {
    const attempt = await sendMessage(hook(url), message, NOWHERE);
    expect(attempt.ok).toBe(false);
    expect(attempt.error).toMatch(/not allowed|ENOTFOUND|EAI_AGAIN/);
  });

  it('takes plain http for hosts only that are allowed', async () => {
    expect(mayBeSentTo(new URL(receiver.url), NOWHERE)).toBe(false);
    expect((await sendMessage(hook(receiver.url), message, NOWHERE)).error).toMatch(/https/);
    expect(await sendMessage(hook(receiver.url), message, new Set(['127.0.0.1']))).toMatchObject({ ok: true, status: 200, response: 'ok' });
    expect(receiver.received).toHaveLength(1);
  });

  it('does not follow redirects and keeps the beginning of an answer only', async () => {
    const allowed = new Set([new URL(receiver.url).host]);
    receiver.answer = () => ({ status: 302, headers: { location: 'http://169.254.169.254/' } });
    expect(await sendMessage(hook(receiver.url), message, allowed)).toMatchObject({ ok: false, status: 302 });
    receiver.answer = () => ({ status: 500, text: `\0${'x'.repeat(1_000_000)}` });
    const attempt = await sendMessage(hook(receiver.url), message, allowed);
    expect(attempt).toMatchObject({ ok: false, status: 500 });
    expect(attempt.response).toHaveLength(MOST_RESPONSE_BYTES);
    expect(attempt.response).not.toContain('\0');
  });
});
