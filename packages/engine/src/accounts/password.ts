// What a password must be, by profile. GB/T 22239 asks for complexity and regular change, ASVS 5.0 (6.2.5, 6.2.10) forbids both:
// they cannot be met at once, so a deployment chooses. The figures are the product's defaults; neither text is quoted with them.
import type { Bilingual } from '../kernel/index.ts';
import { commonPasswords } from './password-list.ts';

export const passwordProfiles = ['gbt22239-l3', 'asvs'] as const;
export type PasswordProfile = (typeof passwordProfiles)[number];

export interface PasswordRules {
  readonly least: number;
  /** How many of: lower case, upper case, digit, sign. */
  readonly classes: number;
  /** Earlier passwords that may not come back. */
  readonly history: number;
  /** Days after which it must be changed; null for never. */
  readonly rotationDays: number | null;
}

export const passwordRules: Readonly<Record<PasswordProfile, PasswordRules>> = {
  'gbt22239-l3': { least: 10, classes: 3, history: 5, rotationDays: 90 },
  asvs: { least: 12, classes: 1, history: 0, rotationDays: null },
};

export const longestPassword = 128;
const dayMs = 86_400_000;

/** Every reason at once why a password is not taken; empty when it is. `own`: words that are the person's, such as the login. */
export function passwordProblems(password: string, profile: PasswordProfile, own: readonly string[]): readonly Bilingual[] {
  const rules = passwordRules[profile];
  const length = [...password].length;
  const problems: Bilingual[] = [];
  if (length < rules.least) problems.push({ zh: `至少 ${rules.least} 个字符`, en: `at least ${rules.least} characters` });
  if (length > longestPassword) problems.push({ zh: `至多 ${longestPassword} 个字符`, en: `at most ${longestPassword} characters` });
  if (classesIn(password) < rules.classes) {
    problems.push({
      zh: `大写字母、小写字母、数字、符号至少 ${rules.classes} 类`,
      en: `at least ${rules.classes} of upper case, lower case, digits and signs`,
    });
  }
  if (isGuessable(password, own)) {
    problems.push({ zh: '不能是常见密码，不能含登录名', en: 'not a common password and without the login name' });
  }
  return problems;
}

export function passwordExpired(profile: PasswordProfile, setAt: number, now: number): boolean {
  const { rotationDays } = passwordRules[profile];
  return rotationDays !== null && now >= setAt + rotationDays * dayMs;
}

function classesIn(password: string): number {
  return [/\p{Ll}/u, /\p{Lu}/u, /\p{Nd}/u, /[^\p{L}\p{N}]/u].filter((one) => one.test(password)).length;
}

/** A common password stays one with digits or signs hung on it. */
function isGuessable(password: string, own: readonly string[]): boolean {
  const lower = password.toLowerCase();
  const core = lower.replace(/[^a-z]+$/, '').replace(/^[^a-z]+/, '');
  if (own.some((word) => word.length >= 3 && lower.includes(word.toLowerCase()))) return true;
  return commonPasswords.has(lower) || commonPasswords.has(core) || new Set(lower).size < 5;
}
