// The roles there are, as a plain list: the web takes it without zod.

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
export type Role = (typeof roles)[number];

/** Roles an office can give: all but the public, which everyone is without one. */
export const grantableRoles = roles.filter((role) => role !== 'public');
