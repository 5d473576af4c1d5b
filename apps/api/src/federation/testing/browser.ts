import type { NestFastifyApplication } from '@nestjs/platform-fastify';

export interface Answered {
  readonly status: number;
  /** Where the browser is sent on to. */
  readonly location: string;
}

/** A browser that goes where it is sent and keeps the cookies of both sides apart. */
export class Browser {
  readonly cookies = new Map<string, string>();
  private readonly elsewhere = new Map<string, string>();

  constructor(
    private readonly app: NestFastifyApplication,
    private readonly address = '192.0.2.10',
  ) {}

  /** A page of ours. */
  async go(url: string): Promise<Answered> {
    const answer = await this.app.inject({ method: 'GET', url, headers: { cookie: header(this.cookies), accept: 'text/html' }, remoteAddress: this.address });
    for (const { name, value, maxAge, expires } of answer.cookies) {
      if (value === '' || maxAge === 0 || (expires && expires.getTime() < Date.now())) this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    return { status: answer.statusCode, location: String(answer.headers['location'] ?? '') };
  }

  /** From the provider's first page until it sends the browser back to us: the path it comes back with. */
  async passProvider(first: string): Promise<string> {
    let url = first;
    for (let steps = 0; steps < 12; steps += 1) {
      const answer = await fetch(url, { redirect: 'manual', headers: { cookie: header(this.elsewhere) } });
      for (const line of answer.headers.getSetCookie()) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
        this.elsewhere.set(name, value);
      }
      const location = answer.headers.get('location');
      if (location === null) throw new Error(`The provider answered ${answer.status}: ${(await answer.text()).slice(0, 500)}`);
      const next = new URL(location, url);
      if (next.pathname === '/auth/oidc/callback') return next.pathname + next.search;
      url = next.href;
    }
    throw new Error('The provider sent the browser around in circles.');
  }

  /** A whole sign-in by a provider; where the browser ends. */
  async signIn(provider: string, next = '/app/Customer'): Promise<string> {
    const start = await this.go(`/auth/oidc/${provider}/start?next=${encodeURIComponent(next)}`);
    if (!start.location.startsWith('http')) return start.location;
    return (await this.go(await this.passProvider(start.location))).location;
  }

  /** Signs out at the provider, as far as this browser goes. */
  forgetProvider(): void {
    this.elsewhere.clear();
  }

  /** As the signed-in person. */
  async ask<Data>(query: string): Promise<Data | null | undefined> {
    const answer = await this.app.inject({ method: 'POST', url: '/metadata', headers: { cookie: header(this.cookies), 'x-guanxi-request': '1' }, payload: { query }, remoteAddress: this.address });
    return answer.json<{ data?: Data | null }>().data;
  }
}

function header(cookies: ReadonlyMap<string, string>): string {
  return [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
}
