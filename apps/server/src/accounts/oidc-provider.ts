// The provider as we meet it: discovered once, gone to with PKCE, state and nonce, and what it answers checked by openid-client
// (signature, issuer, audience, expiry, nonce).
import * as oidc from 'openid-client';
import type { OidcSettings } from '../platform/oidc-settings.ts';

export interface Outward {
  readonly url: string;
  readonly state: string;
  readonly secrets: FlowSecrets;
}

/** What proves at the return that the way began here; kept sealed. */
export interface FlowSecrets {
  readonly nonce: string;
  readonly verifier: string;
}

export interface Confirmed {
  readonly issuer: string;
  readonly subject: string;
  /** When the provider asked the person, in milliseconds; null when it does not say. */
  readonly askedAt: number | null;
  /** It asked for a second factor, in a way that the settings accept. */
  readonly vouched: boolean;
}

const patienceSeconds = 8;
/** Before the way begins nobody waits long; all who come meanwhile wait for the same discovery. */
const discoverySeconds = 3;
const known = new WeakMap<OidcSettings, Promise<oidc.Configuration>>();

/** Asked for when first needed, so that the product starts without it; a failed discovery is tried again. */
function discovered(settings: OidcSettings): Promise<oidc.Configuration> {
  const before = known.get(settings);
  if (before) return before;
  const insecure = settings.issuer.startsWith('http:');
  const asked = oidc
    .discovery(new URL(settings.issuer), settings.clientId, settings.clientSecret, undefined, {
      timeout: discoverySeconds,
      // The signature of the id token is checked too, though it comes over TLS; the settings admit http on this machine alone.
      execute: [oidc.enableNonRepudiationChecks, ...(insecure ? [oidc.allowInsecureRequests] : [])],
    })
    .then((provider) => {
      provider.timeout = patienceSeconds;
      return provider;
    });
  known.set(settings, asked);
  asked.catch(() => known.delete(settings));
  return asked;
}

/** `anew`: the provider asks who is there, even when it knows the browser. */
export async function wayTo(settings: OidcSettings, anew: boolean): Promise<Outward> {
  const provider = await discovered(settings);
  const [state, nonce, verifier] = [oidc.randomState(), oidc.randomNonce(), oidc.randomPKCECodeVerifier()];
  const url = oidc.buildAuthorizationUrl(provider, {
    ...{ redirect_uri: settings.returnUrl, scope: 'openid', state, nonce },
    ...{ code_challenge: await oidc.calculatePKCECodeChallenge(verifier), code_challenge_method: 'S256' },
    ...(settings.strongClasses.length > 0 ? { acr_values: settings.strongClasses.join(' ') } : {}),
    ...(anew ? { prompt: 'login', max_age: '0' } : {}),
  });
  return { url: url.href, state, secrets: { nonce, verifier } };
}

interface Arrival {
  /** The query the browser came back with. */
  readonly query: string;
  readonly state: string;
  readonly secrets: FlowSecrets;
}

export async function confirmedBy(settings: OidcSettings, { query, state, secrets }: Arrival): Promise<Confirmed> {
  const provider = await discovered(settings);
  const tokens = await oidc.authorizationCodeGrant(provider, new URL(`${settings.returnUrl}${query}`), {
    ...{ pkceCodeVerifier: secrets.verifier, expectedState: state, expectedNonce: secrets.nonce },
    idTokenExpected: true,
  });
  const claims = tokens.claims();
  if (!claims) throw new oidc.ClientError('no id token');
  const { amr, acr } = claims;
  const methods: readonly unknown[] = Array.isArray(amr) ? amr : [];
  return {
    issuer: claims.iss,
    subject: claims.sub,
    askedAt: claims.auth_time === undefined ? null : claims.auth_time * 1000,
    vouched: settings.strongMethods.some((one) => methods.includes(one)) || settings.strongClasses.some((one) => one === acr),
  };
}

export interface Failure {
  /** As the page tells it. */
  readonly told: 'denied' | 'refused' | 'unreachable';
  /** For the record: no secret, no name. */
  readonly code: string;
}

/** Why a way did not lead anywhere. An error that is no answer of the provider is thrown on: it is ours. */
export function failureOf(fault: unknown): Failure {
  if (fault instanceof oidc.AuthorizationResponseError) return { told: 'denied', code: word(fault.error) };
  if (fault instanceof oidc.ResponseBodyError) return { told: 'refused', code: word(fault.error) };
  if (fault instanceof oidc.ClientError) {
    return { told: silent.has(fault.code ?? '') ? 'unreachable' : 'refused', code: word(fault.code ?? fault.message) };
  }
  // What fetch throws when nobody answers.
  if (fault instanceof TypeError) return { told: 'unreachable', code: word(fault.message) };
  throw fault;
}

const silent: ReadonlySet<string> = new Set(['OAUTH_TIMEOUT', 'OAUTH_ABORT', 'OAUTH_RESPONSE_IS_NOT_CONFORM']);
const word = (text: string) => text.replace(/[^A-Za-z0-9]+/g, '-').slice(0, 60);
