// Who is asking. In the demo profile a person picks a role card; production has no such procedure to call.
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

export const Session = z.object({
  profile: z.enum(['demo', 'production']),
  card: RoleCard.nullable(),
  datasets: z.array(Dataset),
  /** The day the product opens on: today, or the training province's own day. */
  day: Day,
  version: z.string(),
});

export const accounts = {
  session: procedure.route({ method: 'GET', path: '/session' }).output(Session),
  roleCards: procedure.route({ method: 'GET', path: '/role-cards' }).output(z.array(RoleCard)),
  chooseRole: procedure
    .route({ method: 'POST', path: '/session/role' })
    .input(z.object({ card: z.string() }))
    .output(Session),
};
