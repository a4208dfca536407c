// Field-level rights over the whole contract: each labelled field of each answer, as each role, of one's own, below and elsewhere.
import { call } from '@orpc/server';
import { contract } from '@zhenghe/contract';
import type { RoleCard } from '@zhenghe/contract/accounts';
import { type ContractField, contractFields } from '@zhenghe/contract/contract-fields';
import { roles } from '@zhenghe/contract/roles';
import { isAdmin, isCleared, isMasked } from '@zhenghe/engine/accounts';
import { describe, expect, it } from 'vitest';
import type { Caller, Context, SignedIn } from '../platform/api.ts';
import { authorised } from './authority.ts';
import { clearance, standings } from './clearance.ts';
import { clearedAnswer } from './fields.ts';

type Role = RoleCard['role'];
const text = { zh: '某单位', en: 'a unit' };
const cardOf = (role: Role, jurisdiction = '330700'): RoleCard => ({
  ...{ id: `card-${role}`, role, name: text, unit: text, question: text, jurisdiction },
  ...(role === 'department' ? { unitId: `${jurisdiction}/land` } : {}),
});
const callerOf = (role: Role, jurisdiction?: string): Caller => ({ profile: 'production', card: cardOf(role, jurisdiction) });

const secret = 'someone.13800000000';
const answered = contractFields().filter(({ way, label, schema }) => way === 'answered' && label && schema.def.type !== 'file');

/** An answer that holds nothing but the field, at a place; `beside` stands next to it. */
function answerWith({ path }: ContractField, place: Readonly<Record<string, unknown>>, beside: Readonly<Record<string, unknown>> = {}) {
  const built = path.reduceRight<unknown>(
    (inner, step, index) =>
      step === '[]' ? [inner] : { ...(path.slice(index + 1).some((one) => one !== '[]') ? {} : beside), [step]: inner },
    secret,
  );
  return Array.isArray(built) ? built.map((one) => ({ ...place, ...one })) : { ...place, ...(built as object) };
}

function read(caller: Caller, field: ContractField, answer: unknown): unknown {
  const [noun = '', name = ''] = field.procedure.split('.');
  const procedures: Readonly<Record<string, Readonly<Record<string, { '~orpc': { outputSchema?: unknown } }>>>> = contract;
  const outputSchema = procedures[noun]?.[name]?.['~orpc'].outputSchema;
  const shown = clearedAnswer(caller, { name: field.procedure, outputSchema }, answer);
  return field.path.reduce<unknown>(
    (value, step) => (step === '[]' ? (value as unknown[])[0] : (value as Record<string, unknown>)[step]),
    shown,
  );
}

const where = { own: { jurisdiction: '330700' }, below: { jurisdiction: '330726' }, elsewhere: { jurisdiction: '330800' } } as const;

describe.each(roles)('as %s', (role) => {
  it.each(standings)('reads every labelled field as the table of clearance says: %s', (standing) => {
    expect(answered.length).toBeGreaterThan(40);
    for (const field of answered) {
      const { label, procedure, path } = field;
      if (!label || procedure === 'plans.check' || procedure === 'plans.read') continue;
      // What stands in the record itself (its unit, its owner) would take the place of ours.
      const shown = read(callerOf(role), field, answerWith(field, where[standing]));
      const level = isAdmin(role) && label.area === 'business' ? 'L1' : seenAs(role, standing);
      const whole = label.once || label.whose === 'caller' || isCleared(level, label.level);
      expect(shown === secret, `${procedure} ${path.join('.')}`).toBe(whole);
      if (!whole) expect(isMasked(String(shown))).toBe(true);
    }
  });
});

/** A department, a zone or an administrator is not the government of its place: what names no unit is not its own. */
function seenAs(role: Role, standing: (typeof standings)[number]) {
  const governs = role === 'province' || role === 'city' || role === 'county';
  return clearance[role][standing === 'own' && !governs ? 'below' : standing];
}

describe('what concerns oneself', () => {
  const signedIn = { person: { id: 'me', login: 'me.login', name: 'Me' }, viewingAs: null } as unknown as SignedIn;
  const me: Caller = { profile: 'production', card: cardOf('township'), signedIn };
  const field = (procedure: string, last: string) => {
    const found = answered.find((one) => one.procedure === procedure && one.path.at(-1) === last);
    if (!found) throw new Error(`${procedure} has no ${last}`);
    return found;
  };

  it('is readable at any level, and that of others is not', () => {
    const login = field('accounts.people', 'login');
    expect(read(me, login, answerWith(login, {}, { id: 'me' }))).toBe(secret);
    expect(read(me, login, answerWith(login, {}, { id: 'you' }))).toBe('so****');
    const name = field('accounts.offices', 'personName');
    expect(read(me, name, answerWith(name, {}, { personId: 'me' }))).toBe(secret);
    expect(read(me, name, answerWith(name, {}, { personId: 'you' }))).toBe('s**');
  });

  it('is the unit’s own for a department, and not for another department of the place', () => {
    const card = field('approvals.get', 'card');
    const act = (unit: string) => answerWith(card, {}, { unit: { id: unit } });
    expect(read(callerOf('department'), card, act('330700/land'))).toBe(secret);
    expect(read(callerOf('department'), card, act('330700/finance'))).toBe('***');
    expect(read(callerOf('city'), card, act('330700/finance'))).toBe(secret);
    expect(read(callerOf('county', '330726'), card, act('330700/land'))).toBe('***');
  });

  it('is the plan for who may save it, so that no masked text comes back with the next version', () => {
    const by = field('plans.get', 'by');
    const answer = { plan: { jurisdiction: '330726', answers: [{ by: secret }] }, check: { findings: [{ answer: { by: secret } }] } };
    const outputSchema = contract.plans.get['~orpc'].outputSchema;
    const shown = (caller: Caller) => clearedAnswer(caller, { name: by.procedure, outputSchema }, answer);
    expect(shown(callerOf('county', '330726'))).toEqual(answer);
    expect(shown(callerOf('city', '330700'))).toEqual(answer);
    const masked = { plan: { jurisdiction: '330726', answers: [{ by: 's**' }] }, check: { findings: [{ answer: { by: 's**' } }] } };
    expect(shown(callerOf('county', '330782'))).toEqual(masked);
    expect(shown({ profile: 'production', card: null })).toEqual(masked);
  });

  it('leaves a missing contact missing', () => {
    const reach = field('consultation.get', 'reach');
    const answer = { jurisdiction: '330726', said: [{ contact: null }, { contact: { name: null, reach: null } }] };
    const [noun, name] = [contract.consultation.get['~orpc'].outputSchema, reach.procedure];
    expect(clearedAnswer(callerOf('public'), { name, outputSchema: noun }, answer)).toEqual(answer);
  });
});

describe('the one place where it is applied', () => {
  const entry = { id: '1', at: 'now', dataset: 'real', role: 'county', unit: '某县', action: 'plans/save', before: null, after: null };
  const row = { ...entry, actor: 'person-1', jurisdiction: '330726', object: 'plans/x', clause: null, requestId: 'r' };
  const list = authorised.audit.list.handler(() => ({ rows: [row], total: 1, page: 1, size: 50 }));
  const file = authorised.audit.export.handler(() => new File(['{}'], 'audit.jsonl'));
  const contextOf = (role: Role) => ({ caller: callerOf(role, '330000') }) as unknown as Context;
  const asked = { page: 1, size: 50 };

  it('stands behind every procedure: an auditor reads whose act it was', async () => {
    const { rows } = await call(list, asked, { context: contextOf('audit-admin'), path: ['audit', 'list'] });
    expect(rows[0]?.actor).toBe('person-1');
    await expect(call(file, undefined, { context: contextOf('audit-admin'), path: ['audit', 'export'] })).resolves.toBeInstanceOf(File);
  });

  it('masks where the authority table lets somebody in who is cleared for less', async () => {
    const { rows } = await call(list, asked, { context: contextOf('public'), path: ['zones', 'list'] });
    expect(rows[0]).toEqual({ ...row, actor: '***', object: '***' });
    await expect(call(file, undefined, { context: contextOf('public'), path: ['zones', 'list'] })).rejects.toThrow(/level L2/);
  });
});
