// Who is asking. In the demo profile a person picks a role card; production has no such procedure to call.
import { levels, passwordProfiles, scopes } from '@zhenghe/engine/accounts';
import { z } from 'zod';
import { Bilingual, Dataset, Day } from './kernel.ts';
import { areas, levelled } from './level.ts';
import { procedure } from './procedure.ts';
import { grantableRoles, roles } from './roles.ts';

export { roles };

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
  /** The unit, as cases name it where they do (330700/land), else its id in the tree; and who holds the office. */
  unitId: z.string().optional(),
  personId: levelled(z.string(), 'person-id', { whose: 'personId' }).optional(),
});
export type RoleCard = z.infer<typeof RoleCard>;

/** What a person must do before any office acts: a password of one's own, a second factor. */
export const duties = ['password', 'factor'] as const;

const ownId = levelled(z.string(), 'person-id', { whose: 'id' });

/** Who is signed in. */
export const Account = z.object({
  person: z.object({
    id: ownId,
    login: levelled(z.string(), 'login', { whose: 'id' }),
    name: levelled(z.string(), 'office-name', { whose: 'id' }),
  }),
  /** Offices that hold today; `card` of the session is the one that acts. */
  offices: z.array(RoleCard),
  duties: z.array(z.enum(duties)),
  /** Until when the last proof of identity counts, for granting and deciding. */
  freshUntil: z.string().nullable(),
  hasFactor: z.boolean(),
  /** An identity of the provider opens the account too. */
  hasIdentity: z.boolean(),
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
  /** How the provider is called that people may sign in with; null without one. */
  provider: Bilingual.nullable(),
  /** Production without any person yet: the setup page is open to who holds the token. */
  setup: z.boolean(),
});

const Login = levelled(
  z
    .string()
    .trim()
    .min(3)
    .max(40)
    .regex(/^[A-Za-z0-9][A-Za-z0-9._-]*$/),
  'login',
);
const Password = levelled(z.string().min(1).max(200), 'secret');
const Code = levelled(z.string().trim().max(20), 'one-time-code');
const PersonName = levelled(z.string().trim().min(1).max(60), 'office-name');
const onceShown = (schema: z.ZodString) => levelled(schema, 'secret', { whose: 'caller', once: true });
const newPerson = z.object({ login: Login, name: PersonName });
const byId = z.object({ id: z.string() });

export const SessionRow = z.object({
  id: z.string(),
  beganAt: z.string(),
  lastSeenAt: z.string(),
  address: levelled(z.string(), 'network', { whose: 'caller' }),
  agent: levelled(z.string(), 'browser', { whose: 'caller' }),
  current: z.boolean(),
});

/** Why the browser goes to the provider: to sign in, to prove once more who is there, to tie the identity there to the account. */
export const oidcPurposes = ['sign-in', 'proof', 'link'] as const;

export const Identity = z.object({
  id: z.string(),
  issuer: z.string(),
  linkedAt: z.string(),
  /** By an invitation of the security administrator; else by the person. */
  invited: z.boolean(),
});

/** A page of our own to open afterwards: never another site, and no character that a header cannot carry. */
export const OwnPath = z
  .string()
  .max(500)
  .regex(/^\/(?![/\\])[^\s\\\p{Cc}]*$/u);

export const unitKinds = ['province', 'city', 'county', 'zone', 'township', 'department', 'company', 'firm', 'public'] as const;
export const Unit = z.object({
  id: z.string(),
  kind: z.enum(unitKinds),
  /** What a department is for, as the workflows name it: land, finance …; null for other kinds. */
  function: z.string().nullable(),
  /** As cases name it: 330726, 330700/land; null for units that have no part in any. */
  caseUnit: z.string().nullable(),
  name: z.string(),
  parent: z.string().nullable(),
  jurisdiction: z.string(),
  from: Day,
  to: Day.nullable(),
});

export const Office = z.object({
  id: z.string(),
  personId: levelled(z.string(), 'person-id', { whose: 'personId' }),
  personName: levelled(z.string(), 'office-name', { whose: 'personId' }),
  unitId: z.string(),
  unitName: z.string(),
  role: Role,
  from: Day,
  to: Day.nullable(),
  state: z.enum(['proposed', 'granted', 'refused']),
  proposedBy: levelled(z.string(), 'office-name').nullable(),
  decidedBy: levelled(z.string(), 'office-name').nullable(),
  /** Whether the caller's hands may decide it. */
  mayDecide: z.boolean(),
});

export const Person = z.object({
  id: ownId,
  login: levelled(z.string(), 'login', { whose: 'id' }),
  name: levelled(z.string(), 'office-name', { whose: 'id' }),
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

/** One kind of labelled data (F111): its level, what it is needed for, where it stands, and how it looks to who is not cleared. */
export const DataClass = z.object({
  kind: z.string(),
  level: z.enum(levels),
  area: z.enum(areas),
  what: Bilingual,
  why: Bilingual,
  /** Answered only to who it concerns, whatever the level. */
  ownOnly: z.boolean(),
  /** Shown in the one answer it was made for. */
  once: z.boolean(),
  /** noun.name of the procedures that answer it, and of those that only take it. */
  answers: z.array(z.string()),
  takes: z.array(z.string()),
  /** An invented value, and what stands in its place. */
  sample: z.string(),
  masked: z.string(),
});
export type DataClass = z.infer<typeof DataClass>;

const Cleared = z.enum(levels);
export const DataClasses = z.object({
  classes: z.array(DataClass),
  /** Up to which level a role reads: of its own unit, of its place and below, elsewhere. */
  clearance: z.array(z.object({ role: Role, own: Cleared, below: Cleared, elsewhere: Cleared })),
  /** Fields of the whole API, and how many of them carry a label; all others are L1. */
  fields: z.number(),
  labelled: z.number(),
});
export type DataClasses = z.infer<typeof DataClasses>;

/** One procedure and how far each role that may call it reaches (F112). */
export const Right = z.object({
  procedure: z.string(),
  method: z.string(),
  path: z.string(),
  writes: z.boolean(),
  roles: z.array(z.object({ role: Role, scope: z.enum(scopes) })),
});
export type Right = z.infer<typeof Right>;

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
        token: levelled(z.string().trim().max(100), 'secret'),
        security: newPerson.extend({ password: Password }),
        system: newPerson.extend({ password: Password }),
      }),
    )
    .output(z.object({ made: z.literal(true) })),
  /** The first call with login and password; answers code-needed when a second factor stands, then once more with the code. */
  signIn: procedure
    .route({ method: 'POST', path: '/session/sign-in' })
    .input(z.object({ login: levelled(z.string().trim().max(100), 'login'), password: Password, code: Code.optional() }))
    .output(z.object({ outcome: z.enum(['signed-in', 'code-needed']) })),
  signOut: procedure.route({ method: 'POST', path: '/session/sign-out' }).output(Session),
  chooseOffice: procedure.route({ method: 'POST', path: '/session/office' }).input(byId).output(Session),
  changePassword: procedure
    .route({ method: 'POST', path: '/session/password' })
    .input(z.object({ current: Password, next: Password }))
    .output(Session),
  /** A new secret, not in force until its first code is given. */
  startFactor: procedure
    .route({ method: 'POST', path: '/session/factor' })
    .output(z.object({ secret: onceShown(z.string()), uri: onceShown(z.string()) })),
  confirmFactor: procedure
    .route({ method: 'POST', path: '/session/factor/confirm' })
    .input(z.object({ code: Code }))
    .output(z.object({ recoveryCodes: z.array(onceShown(z.string())) })),
  /** Proves again who is there, before granting or deciding. */
  proveAgain: procedure
    .route({ method: 'POST', path: '/session/proof' })
    .input(z.object({ password: Password, code: Code }))
    .output(Session),
  /** Answers the address of the provider to go to. */
  beginOidc: procedure
    .route({ method: 'POST', path: '/session/oidc' })
    .input(z.object({ purpose: z.enum(oidcPurposes), back: OwnPath, invitation: levelled(z.string().max(100), 'secret').optional() }))
    .output(z.object({ url: z.string() })),
  /** The code of the second factor, when the provider did not ask for one; answers the page to go on with. */
  finishOidc: procedure
    .route({ method: 'POST', path: '/session/oidc/code' })
    .input(z.object({ code: Code }))
    .output(z.object({ back: OwnPath })),
  identities: procedure.route({ method: 'GET', path: '/identities' }).output(z.array(Identity)),
  unlinkIdentity: procedure.route({ method: 'POST', path: '/identities/{id}/unlink' }).input(byId).output(z.array(Identity)),
  /** Lets the person tie an identity to the account without its password; the token is shown once. */
  inviteIdentity: procedure
    .route({ method: 'POST', path: '/people/{id}/invitation' })
    .input(byId)

    .output(z.object({ token: onceShown(z.string()), expiresAt: z.string() })),
  sessions: procedure.route({ method: 'GET', path: '/sessions' }).output(z.array(SessionRow)),
  endSession: procedure.route({ method: 'POST', path: '/sessions/{id}/end' }).input(byId).output(z.array(SessionRow)),
  units: procedure
    .route({ method: 'GET', path: '/units' })
    .input(z.object({ on: Day, query: z.string().max(60).optional() }))
    .output(z.array(Unit)),
  /** What a department can be for: the functions that the workflows name. */
  unitFunctions: procedure
    .route({ method: 'GET', path: '/unit-functions' })
    .output(z.array(z.object({ code: z.string(), name: Bilingual, provincial: Bilingual }))),
  addUnit: procedure
    .route({ method: 'POST', path: '/units' })
    .input(
      z.object({
        kind: z.enum(unitKinds),
        name: z.string().trim().min(2).max(80),
        parent: z.string(),
        /** Asked for a department, and for nothing else. */
        function: z.string().max(30).optional(),
        from: Day,
      }),
    )
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
    .output(z.object({ person: Person, password: onceShown(z.string()) })),
  /** A new first password and no second factor, for who has lost them; ends the person's sessions. */
  resetPerson: procedure
    .route({ method: 'POST', path: '/people/{id}/reset' })
    .input(byId)
    .output(z.object({ password: onceShown(z.string()) })),
  endPerson: procedure.route({ method: 'POST', path: '/people/{id}/end' }).input(byId).output(Person),
  offices: procedure.route({ method: 'GET', path: '/offices' }).output(z.array(Office)),
  proposeOffice: procedure
    .route({ method: 'POST', path: '/offices' })
    .input(
      z.object({
        personId: levelled(z.string(), 'person-id'),
        unitId: z.string(),
        role: z.enum(grantableRoles),
        from: Day,
        to: Day.optional(),
      }),
    )
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
  /** The list of data classes, made from the labels of this contract and the server's table of clearance. */
  dataClasses: procedure.route({ method: 'GET', path: '/data-classes' }).output(DataClasses),
  /** Role by procedure by scope, made from the server's table of authority. */
  rights: procedure.route({ method: 'GET', path: '/rights' }).output(z.array(Right)),
  settings: procedure.route({ method: 'GET', path: '/account-settings' }).output(AccountSettings),
  saveSettings: procedure.route({ method: 'POST', path: '/account-settings' }).input(AccountSettings).output(AccountSettings),
};
