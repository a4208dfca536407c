// Providers for tests: a real one (oidc-provider) whose sign-in page answers at once for the person the test names, and a false one
// that signs whatever id token it is told to.
import { createSign, generateKeyPairSync, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import Provider, { type Configuration } from 'oidc-provider';
import type { OidcSettings } from '../platform/oidc-settings.ts';

export interface TestProvider {
  readonly settings: OidcSettings;
  /** Who sits before the provider's page, and how strongly it asked. */
  readonly sits: (person: Sitting) => void;
  /** As a browser: from the address we were sent to, to the query we come back with. */
  readonly passThrough: (url: string) => Promise<string>;
  readonly stop: () => Promise<void>;
}

interface Sitting {
  readonly subject: string;
  readonly amr?: readonly string[];
  /** Refuses instead. */
  readonly refuses?: boolean;
}

const defaultReturn = 'http://127.0.0.1:7300/sign-in/oidc/return';
const clientId = 'zhenghe';
const clientSecret = 'a client secret that is long enough for HS256';

export const settingsFor = (issuer: string, returnUrl = defaultReturn): OidcSettings => ({
  ...{ issuer, clientId, clientSecret, returnUrl, label: { zh: '省统一认证', en: 'provincial sign-on' } },
  ...{ strongMethods: ['mfa'], strongClasses: [] },
});

export async function startProvider(returnUrl = defaultReturn): Promise<TestProvider> {
  let sitting: Sitting = { subject: 'nobody' };
  const server = createServer();
  const issuer = await listening(server);
  const provider = new Provider(issuer, configurationFor(returnUrl));
  const answer = provider.callback();
  server.on('request', async (req, res) => {
    if (!req.url?.startsWith('/interaction/')) return answer(req, res);
    const { subject: accountId, amr = ['pwd'], refuses } = sitting;
    const login = { accountId, amr: [...amr], remember: true };
    const refusal = { error: 'access_denied', error_description: 'the person said no' };
    await provider.interactionFinished(req, res, refuses ? refusal : { login });
  });
  // Its first answer takes long on a busy machine, and whoever signs in waits three seconds for it.
  await (await fetch(`${issuer}/.well-known/openid-configuration`)).text();
  return {
    settings: settingsFor(issuer, returnUrl),
    sits: (person) => {
      sitting = person;
    },
    passThrough,
    stop: () => stopped(server),
  };
}

const configurationFor = (returnUrl: string): Configuration => ({
  clients: [{ client_id: clientId, client_secret: clientSecret, redirect_uris: [returnUrl], grant_types: ['authorization_code'] }],
  cookies: { keys: ['a key of the test'] },
  pkce: { required: () => true, methods: ['S256'] },
  claims: { openid: ['sub', 'amr', 'acr', 'auth_time'] },
  features: { devInteractions: { enabled: false } },
  interactions: { url: (_, interaction) => `/interaction/${interaction.uid}` },
  findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id }) }),
  // Nobody is asked for consent: the product is known here.
  loadExistingGrant: async (ctx) => {
    const grant = new ctx.oidc.provider.Grant({ clientId, accountId: ctx.oidc.session?.accountId ?? '' });
    grant.addOIDCScope('openid');
    await grant.save();
    return grant;
  },
});

async function passThrough(url: string): Promise<string> {
  const jar = new Map<string, string>();
  let next = url;
  for (let step = 0; step < 8 && !next.startsWith(defaultReturn); step += 1) {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(next, { redirect: 'manual', headers: { cookie } });
    for (const set of response.headers.getSetCookie()) {
      const [name = '', ...value] = (set.split(';')[0] ?? '').split('=');
      jar.set(name, value.join('='));
    }
    next = new URL(response.headers.get('location') ?? '', next).href;
    if (response.status === 400) throw new Error(await response.text());
  }
  return new URL(next).search;
}

/** `claims` stand in the id token instead of the right ones; undefined takes one away. */
export async function startFalseProvider(claims: () => Readonly<Record<string, unknown>>, foreignKey = false) {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const signer = foreignKey ? generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey : privateKey;
  const server = createServer();
  const issuer = await listening(server);
  let nonce = '';
  const now = () => Math.floor(Date.now() / 1000);
  const idToken = () => {
    const right = { iss: issuer, aud: clientId, sub: 'somebody', nonce, iat: now(), exp: now() + 300, auth_time: now() };
    const parts = [
      { alg: 'RS256', kid: 'one' },
      { ...right, ...claims() },
    ].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'));
    const text = parts.join('.');
    return `${text}.${createSign('RSA-SHA256').update(text).sign(signer).toString('base64url')}`;
  };
  const pages: Readonly<Record<string, () => unknown>> = {
    '/.well-known/openid-configuration': () => ({
      ...{ issuer, authorization_endpoint: `${issuer}/auth`, token_endpoint: `${issuer}/token`, jwks_uri: `${issuer}/jwks` },
      ...{ id_token_signing_alg_values_supported: ['RS256'] },
    }),
    '/jwks': () => ({ keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'one', alg: 'RS256', use: 'sig' }] }),
    '/token': () => ({ access_token: randomUUID(), token_type: 'bearer', id_token: idToken() }),
  };
  server.on('request', (req: IncomingMessage, res) => {
    res.setHeader('content-type', 'application/json');
    res.end(JSON.stringify(pages[req.url ?? '']?.() ?? {}));
  });
  return {
    settings: settingsFor(issuer),
    passThrough: (url: string) => {
      const asked = new URL(url).searchParams;
      nonce = asked.get('nonce') ?? '';
      return `?code=any&state=${asked.get('state')}`;
    },
    stop: () => stopped(server),
  };
}

async function listening(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
}

function stopped(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}
