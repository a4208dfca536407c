import { contract } from '@zhenghe/contract';
import { DataClasses, Right } from '@zhenghe/contract/accounts';
import { isMasked } from '@zhenghe/engine/accounts';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { scopeFor } from './authority.ts';
import { clearance } from './clearance.ts';
import { dataClasses } from './data-classes.ts';
import { rights } from './rights.ts';

it('lists every kind of labelled data with its level, where it stands and how it looks masked', () => {
  const { classes, fields, labelled } = DataClasses.parse(dataClasses());
  expect(fields).toBeGreaterThan(labelled);
  for (const one of classes) {
    expect(isMasked(one.masked), one.kind).toBe(true);
    expect(one.answers.length + one.takes.length, one.kind).toBeGreaterThan(0);
  }
  const named = (kind: string) => classes.find((one) => one.kind === kind);
  expect(named('login')).toMatchObject({ level: 'L3', masked: 'wa****' });
  expect(named('network')).toMatchObject({ ownOnly: true, answers: ['accounts.endSession', 'accounts.sessions'] });
  expect(named('secret')).toMatchObject({ level: 'L4', once: true });
  expect(named('one-time-code')?.answers).toEqual([]);
});

it('clears nobody for L4, and the public for nothing but what is open', () => {
  for (const held of Object.values(clearance)) expect(Object.values(held)).not.toContain('L4');
  expect(clearance.public).toEqual({ own: 'L1', below: 'L1', elsewhere: 'L1' });
});

it('lists every procedure with the roles and scopes of the table of authority', () => {
  const listed = z.array(Right).parse(rights());
  const all = Object.entries(contract).flatMap(([noun, members]) => Object.keys(members).map((name) => `${noun}.${name}`));
  expect(listed.map(({ procedure }) => procedure)).toEqual(all);
  for (const { procedure, roles } of listed) for (const { role, scope } of roles) expect(scopeFor(role, procedure)).toBe(scope);
  const save = listed.find(({ procedure }) => procedure === 'plans.save');
  expect(save).toMatchObject({
    writes: true,
    roles: [
      { role: 'city', scope: 'own' },
      { role: 'county', scope: 'own' },
    ],
  });
  expect(listed.find(({ procedure }) => procedure === 'plans.check')?.writes).toBe(false);
});
