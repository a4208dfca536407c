// Who is asking. In the demo profile a person picks a role card; production has no such procedure to call.
import { passwordProfiles } from '@zhenghe/engine/accounts';
import { z } from 'zod';
import { Bilingual, Dataset, Day } from './kernel.ts';
import { procedure } from './procedure.ts';

/** The last three are apart from all others and from each other: system, security and audit (the auditor is audit-admin). */
export const roles = [
  'province',
  'city',
  'county',
  'zone',
  'department',
  'township',
  'company',
  'firm',
  'public',
  'system-admin',
  'security-admin',
  'audit-admin',
] as const;
export const Role = z.enum(roles);

export const RoleCard = z.object({
  id: z.string(),
  role: Role,
  name: Bilingual,
  unit: Bilingual,
  /** The person's first question of the day, answered by the overview. */
  question: Bilingual,
  /** GB/T 2260 code the card may act for. */
  jurisdiction: z.string(),
  /** The unit in the tree of units, and the person who holds the office; absent on a demo card. */
  unitId: z.string().optional(),
  personId: z.string().optional(),
});
export type RoleCard = z.infer<typeof RoleCard>;

/** What a person must do before any office acts: a password of one's own, a second factor. */
export const duties = ['password', 'factor'] as const;

/** Who is signed in. */
export const Account = z.object({
  person: z.object({ id: z.string(), login: z.string(), name: z.string() }),
  /** Offices that hold today; `card` of the session is the one that acts. */
  offices: z.array(RoleCard),
  duties: z.array(z.enum(duties)),
  /** Until when the last proof of identity counts, for granting and deciding. */
  freshUntil: z.string().nullable(),
  hasFactor: z.boolean(),
  idleMinutes: z.number(),
  passwordProfile: z.enum(passwordProfiles),
  /** The security administrator looks with another's eyes and can change nothing. */
  viewingAs: Bilingual.nullable(),
});
export type Account = z.infer<typeof Account>;

export const Session = z.object({
  profile: z.enum(['demo', 'production']),
  card: RoleCard.nullable(),
  datasets: z.array(Dataset),
  /** The day the product opens on: today, or the training province's own day. */
  day: Day,
  version: z.string(),
  account: Account.nullable(),
  /** Production without any person yet: the setup page is open to who holds the token. */
  setup: z.boolean(),
});

const Login = z
  .string()
  .trim()
  .min(3)
  .max(40)
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]*$/);
const Password = z.string().min(1).max(200);
const Code = z.string().trim().max(20);
const PersonName = z.string().trim().min(1).max(60);
const newPerson = z.object({ login: Login, name: PersonName });
const byId = z.object({ id: z.string() });

export const SessionRow = z.object({
  id: z.string(),
  beganAt: z.string(),
  lastSeenAt: z.string(),
  address: z.string(),
  agent: z.string(),
  current: z.boolean(),
});

export const unitKinds = ['province', 'city', 'county', 'zone', 'township', 'department', 'company', 'firm', 'public'] as const;
export const Unit = z.object({
  id: z.string(),
  kind: z.enum(unitKinds),
  name: z.string(),
  parent: z.string().nullable(),
  jurisdiction: z.string(),
  from: Day,
  to: Day.nullable(),
});

export const Office = z.object({
  id: z.string(),
  personId: z.string(),
  personName: z.string(),
  unitId: z.string(),
  unitName: z.string(),
  role: Role,
  from: Day,
  to: Day.nullable(),
  state: z.enum(['proposed', 'granted', 'refused']),
  proposedBy: z.string().nullable(),
  decidedBy: z.string().nullable(),
  /** Whether the caller's hands may decide it. */
  mayDecide: z.boolean(),
});

export const Person = z.object({
  id: z.string(),
  login: z.string(),
  name: z.string(),
  hasFactor: z.boolean(),
  /** Signed in for the first time, with a password of one's own. */
  active: z.boolean(),
  endedOn: Day.nullable(),
});

export const AccountSettings = z.object({
  passwordProfile: z.enum(passwordProfiles),
  idleMinutes: z.number().int().min(5).max(60),
  absoluteHours: z.number().int().min(1).max(24),
});
export type AccountSettings = z.infer<typeof AccountSettings>;

export const accounts = {
  session: procedure.route({ method: 'GET', path: '/session' }).output(Session),
  roleCards: procedure.route({ method: 'GET', path: '/role-cards' }).output(z.array(RoleCard)),
  chooseRole: procedure
    .route({ method: 'POST', path: '/session/role' })
    .input(z.object({ card: z.string() }))
    .output(Session),
  /** Makes the first security and system administrator, two people, with the token of the console; works once. */
  setup: procedure
    .route({ method: 'POST', path: '/setup' })
    .input(
      z.object({
        token: z.string().trim().max(100),
        security: newPerson.extend({ password: Password }),
        system: newPerson.extend({ password: Password }),
      }),
    )
    .output(z.object({ made: z.literal(true) })),
  /** The first call with login and password; answers code-needed when a second factor stands, then once more with the code. */
  signIn: procedure
    .route({ method: 'POST', path: '/session/sign-in' })
    .input(z.object({ login: z.string().trim().max(100), password: Password, code: Code.optional() }))
    .output(z.object({ outcome: z.enum(['signed-in', 'code-needed']) })),
  signOut: procedure.route({ method: 'POST', path: '/session/sign-out' }).output(Session),
  chooseOffice: procedure.route({ method: 'POST', path: '/session/office' }).input(byId).output(Session),
  changePassword: procedure
    .route({ method: 'POST', path: '/session/password' })
    .input(z.object({ current: Password, next: Password }))
    .output(Session),
  /** A new secret, not in force until its first code is given. */
  startFactor: procedure.route({ method: 'POST', path: '/session/factor' }).output(z.object({ secret: z.string(), uri: z.string() })),
  confirmFactor: procedure
    .route({ method: 'POST', path: '/session/factor/confirm' })
    .input(z.object({ code: Code }))
    .output(z.object({ recoveryCodes: z.array(z.string()) })),
  /** Proves again who is there, before granting or deciding. */
  proveAgain: procedure
    .route({ method: 'POST', path: '/session/proof' })
    .input(z.object({ password: Password, code: Code }))
    .output(Session),
  sessions: procedure.route({ method: 'GET', path: '/sessions' }).output(z.array(SessionRow)),
  endSession: procedure.route({ method: 'POST', path: '/sessions/{id}/end' }).input(byId).output(z.array(SessionRow)),
  units: procedure
    .route({ method: 'GET', path: '/units' })
    .input(z.object({ on: Day, query: z.string().max(60).optional() }))
    .output(z.array(Unit)),
  addUnit: procedure
    .route({ method: 'POST', path: '/units' })
    .input(z.object({ kind: z.enum(unitKinds), name: z.string().trim().min(2).max(80), parent: z.string(), from: Day }))
    .output(Unit),
  endUnit: procedure
    .route({ method: 'POST', path: '/units/{id}/end' })
    .input(byId.extend({ on: Day }))
    .output(Unit),
  people: procedure.route({ method: 'GET', path: '/people' }).output(z.array(Person)),
  /** Answers a password for the first sign-in, shown once. */
  addPerson: procedure
    .route({ method: 'POST', path: '/people' })
    .input(newPerson)
    .output(z.object({ person: Person, password: z.string() })),
  /** A new first password and no second factor, for who has lost them; ends the person's sessions. */
  resetPerson: procedure
    .route({ method: 'POST', path: '/people/{id}/reset' })
    .input(byId)
    .output(z.object({ password: z.string() })),
  endPerson: procedure.route({ method: 'POST', path: '/people/{id}/end' }).input(byId).output(Person),
  offices: procedure.route({ method: 'GET', path: '/offices' }).output(z.array(Office)),
  proposeOffice: procedure
    .route({ method: 'POST', path: '/offices' })
    .input(z.object({ personId: z.string(), unitId: z.string(), role: Role, from: Day, to: Day.optional() }))
    .output(Office),
  decideOffice: procedure
    .route({ method: 'POST', path: '/offices/{id}/decision' })
    .input(byId.extend({ grant: z.boolean() }))
    .output(Office),
  endOffice: procedure.route({ method: 'POST', path: '/offices/{id}/end' }).input(byId).output(Office),
  /** Reads as that office would; null to see with one's own eyes again. */
  viewAs: procedure
    .route({ method: 'POST', path: '/session/view-as' })
    .input(z.object({ office: z.string().nullable() }))
    .output(Session),
  settings: procedure.route({ method: 'GET', path: '/account-settings' }).output(AccountSettings),
  saveSettings: procedure.route({ method: 'POST', path: '/account-settings' }).input(AccountSettings).output(AccountSettings),
};
