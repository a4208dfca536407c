// Who asks, in production: the session of the cookie, whether it still holds, and the office that acts.
import { freshUntil, passwordExpired, sessionEnd } from '@zhenghe/engine/accounts';
import type { Caller, SignedIn, Visit } from '../platform/api.ts';
import type { Database } from '../platform/database.ts';
import { cardOf } from './office-card.ts';
import { findOffice, type OfficeRecord, officesOn } from './office-queries.ts';
import { sha256 } from './secrets.ts';
import { endSessionById, findSession, readSettings, type SessionRecord, seen } from './session-queries.ts';
import { tokenIn } from './token-cookie.ts';

const nobody: Caller = { profile: 'production', card: null };

/** Without a session that holds, a caller is the public. A person who owes a duty is signed in, and no office acts. */
export async function callerOfVisit(db: Database, visit: Visit, today: string): Promise<Caller> {
  const token = tokenIn(visit);
  return callerOfSession(db, token === null ? null : await findSession(db, sha256(token)), today);
}

export async function callerOfSession(db: Database, session: SessionRecord | null, today: string): Promise<Caller> {
  if (!session) return nobody;
  const settings = await readSettings(db);
  const now = Date.now();
  const times = { beganAt: Date.parse(session.beganAt), lastSeenAt: Date.parse(session.lastSeenAt) };
  const end = sessionEnd(times, settings, now);
  if (end !== 'live') {
    await endSessionById(db, session.id, end);
    return nobody;
  }
  await seen(db, session.id);
  const duties = dutiesOf(session, passwordExpired(settings.passwordProfile, Date.parse(session.setAt), now));
  const offices = await officesOn(db, session.personId, today);
  const acting = offices.find((office) => office.id === session.officeId) ?? null;
  const viewed = session.viewAs === null ? null : await findOffice(db, session.viewAs);
  const signedIn = signedInOf({ session, duties, offices, viewed, settings, now });
  if (duties.length > 0) return { ...nobody, signedIn };
  return { profile: 'production', card: viewed ? cardOf(viewed) : acting ? cardOf(acting) : null, signedIn };
}

/** Who came with the provider used no password; a second factor that the provider vouches for is one. */
function dutiesOf(session: SessionRecord, expired: boolean): SignedIn['duties'] {
  const password = session.identityId === null && (session.mustChange || expired);
  return [...(password ? (['password'] as const) : []), ...(session.hasFactor || session.vouched ? [] : (['factor'] as const))];
}

interface Facts {
  readonly session: SessionRecord;
  readonly duties: SignedIn['duties'];
  readonly offices: readonly OfficeRecord[];
  readonly viewed: OfficeRecord | null;
  readonly settings: Awaited<ReturnType<typeof readSettings>>;
  readonly now: number;
}

function signedInOf({ session, duties, offices, viewed, settings, now }: Facts): SignedIn {
  const until = freshUntil(session.provedAt === null ? null : Date.parse(session.provedAt), now);
  return {
    sessionId: session.id,
    person: { id: session.personId, login: session.login, name: session.name },
    offices: offices.map(cardOf),
    actingOffice: session.officeId,
    duties,
    hasFactor: session.hasFactor,
    hasIdentity: session.hasIdentity,
    freshUntil: until === null ? null : new Date(until).toISOString(),
    idleMinutes: settings.idleMinutes,
    passwordProfile: settings.passwordProfile,
    viewingAs: viewed ? { zh: viewed.unitName, en: viewed.unitName } : null,
  };
}
