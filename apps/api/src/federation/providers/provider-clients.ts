import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { allowInsecureRequests, ClientSecretBasic, ClientSecretPost, customFetch, discovery, enableNonRepudiationChecks, None, type ClientAuth, type Configuration } from 'openid-client';
import { Settings } from '../../config/settings.js';
import type { IdentityProviderRow } from '../../database/entities/identity-provider-row.js';
import { ValueCipher } from '../../encryption/value-cipher.js';
import { mayBeSentTo } from '../../webhooks/send-message.js';
import { makeGuardedFetch } from './guarded-fetch.js';

/** Addresses and keys of a provider are looked up again after this time. */
const BELIEVED_MILLISECONDS = 10 * 60_000;
const TIMEOUT_SECONDS = 10;

/** A provider as it is asked: where, as whom, and with which secret. */
export interface ProviderAddress {
  readonly issuer: string;
  readonly clientId: string;
  readonly secret: string | null;
}

/** Speaks to identity providers. What it throws says what was wrong with the other side. */
@Injectable()
export class ProviderClients {
  private readonly known = new LRUCache<string, Promise<Configuration>>({ max: 500, ttl: BELIEVED_MILLISECONDS });

  constructor(
    private readonly settings: Settings,
    private readonly cipher: ValueCipher,
  ) {}

  /** What the provider says about itself was read a moment ago. */
  open(provider: IdentityProviderRow): Promise<Configuration> {
    const key = `${provider.id} ${provider.changedAt.getTime()}`;
    const known = this.known.get(key);
    if (known) return known;
    const opening = this.discover({ ...provider, secret: this.secretOf(provider) });
    this.known.set(key, opening);
    // What failed is tried again by the next one.
    opening.catch(() => this.known.delete(key));
    return opening;
  }

  discover({ issuer, clientId, secret }: ProviderAddress): Promise<Configuration> {
    const server = new URL(issuer);
    const isPlain = server.protocol === 'http:' && mayBeSentTo(server, this.settings.webhookAllow);
    return discovery(server, clientId, undefined, secret === null ? None() : authenticate(secret), {
      [customFetch]: makeGuardedFetch(this.settings.webhookAllow),
      timeout: TIMEOUT_SECONDS,
      // The signature of the ID token is checked although it came over a connection of our own.
      execute: [enableNonRepudiationChecks, ...(isPlain ? [allowInsecureRequests] : [])],
    });
  }

  private secretOf({ clientSecret, name }: IdentityProviderRow): string | null {
    if (clientSecret === null) return null;
    const secret = this.cipher.decrypt(clientSecret);
    if (secret === null) throw new Error(`The client secret of ${name} cannot be read: its encryption key is missing.`);
    return secret;
  }
}

/** As the provider wants it; in the header where it says nothing. */
function authenticate(secret: string): ClientAuth {
  const [inHeader, inBody] = [ClientSecretBasic(secret), ClientSecretPost(secret)];
  return (server, client, body, headers) => {
    const methods = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
    const choose = methods.includes('client_secret_basic') || !methods.includes('client_secret_post') ? inHeader : inBody;
    return choose(server, client, body, headers);
  };
}
