import { type Instance, solve } from '@zhenghe/engine/planner';
import { describe, expect, it } from 'vitest';
import { opened, type Rules, resolved } from './resolve.ts';
import { threadOver } from './resolve-tasks.ts';
import { aProvince, desk, solutionOf } from './testing.ts';

const noDecisions = { decisions: [] };

async function here(instance: Instance, rules: Rules) {
  return resolved(opened(await solutionOf(instance)), rules, desk);
}

describe('the plan after a drag, worked out beside the server', () => {
  it.each([
    ['no lock', []],
    ['a park kept out', [{ outcome: 'abolish', park: 'a2' }]],
    ['two together', [{ together: ['a1', 'a4'] }]],
    ['two apart, in the other county as well', [{ apart: ['a1', 'a2'] }, { apart: ['b1', 'b2'] }]],
  ] as const)('is what solving all of it anew gives: %s', async (_, locks) => {
    const instance = aProvince();
    const live = await here(instance, { locks, ...noDecisions });
    const whole = await solve({ ...instance, locks }, desk);
    if (live.kind !== 'plan' || whole.status === 'infeasible') throw new Error('there is a plan');
    expect(live.proposal.cost).toBeCloseTo(whole.cost, 6);
    expect(live.proposal).toMatchObject({ standing: 'optimal', gap: 0, zones: whole.zones, outcomes: whole.outcomes, breaks: [] });
    expect(live.capPrice).toBeCloseTo(whole.capPrice ?? Number.NaN, 6);
  });

  it('names the place that has no plan, and what cannot hold together there', async () => {
    const rules: Rules = { locks: [{ apart: ['a1', 'a2'] }, { outcome: 'merge', park: 'b1' }, { together: ['a1', 'a2'] }], ...noDecisions };
    expect(await here(aProvince(), rules)).toEqual({ kind: 'none', places: ['a'] });
    const thread = threadOver(desk);
    await thread.answer({ kind: 'open', solution: await solutionOf(aProvince()) });
    expect(await thread.answer({ kind: 'conflict', rules })).toEqual([
      { rule: 'lock', subject: '0' },
      { rule: 'lock', subject: '2' },
    ]);
  });

  it('takes another county its zone where that costs less', async () => {
    const instance = aProvince({ caps: { zones: 2, staffShare: null } });
    const live = await here(instance, {
      locks: [{ together: ['a1', 'a2'] }, { together: ['a4', 'a5'] }, { apart: ['a1', 'a4'] }],
      ...noDecisions,
    });
    expect(live).toMatchObject({ kind: 'plan', proposal: { zones: 2 } });
    if (live.kind === 'plan') expect(live.proposal.plan.map(({ jurisdiction }) => jurisdiction)).toEqual(['a', 'a']);
  });

  it('leaves other places as they were solved where the staff row binds, keeps it, and says by how much it may err', async () => {
    const instance = aProvince({ caps: { zones: 4, staffShare: 0.5 } });
    // Half the parks of b stand in zones; a may use what is left.
    const keepsOut = ['a3', 'a4', 'a5', 'b3', 'b4', 'b5'].map((park) => ({ outcome: 'abolish', park }) as const);
    const { plan } = await solutionOf(aProvince({ locks: keepsOut }));
    const solution = { ...(await solutionOf(aProvince())), instance, plan };
    const live = await resolved(opened(solution), { locks: [{ outcome: 'merge', park: 'a1' }], ...noDecisions }, desk);
    if (live.kind !== 'plan') throw new Error('there is a plan');
    const { proposal } = live;
    expect(proposal.breaks).toEqual([]);
    expect(proposal.staff.kept).toBeLessThanOrEqual(0.5 * proposal.staff.of);
    expect(proposal.lowerBound).toBeLessThanOrEqual(proposal.cost);
    for (const park of ['b1', 'b2', 'b3', 'b4', 'b5']) expect(proposal.outcomes[park]).toBe(plan.outcomes[park]);
  });

  it('shows the broken rule where locks alone break a provincial sum', async () => {
    const instance = aProvince({ caps: { zones: 4, staffShare: 0.1 } });
    const merged = ['a1', 'a2', 'a3'].map((park) => ({ outcome: 'merge', park }) as const);
    const live = await resolved(opened({ ...(await solutionOf(aProvince())), instance }), { locks: merged, ...noDecisions }, desk);
    expect(live).toMatchObject({ kind: 'plan', proposal: { standing: 'open', breaks: [{ rule: 'staff-share' }] } });
  });

  it('asks for nothing again that was asked before: undo is free', async () => {
    const asked: string[] = [];
    const counting = {
      curve: (...question: Parameters<typeof desk.curve>) => {
        asked.push(question[0].code);
        return desk.curve(...question);
      },
    };
    const base = opened(await solutionOf(aProvince()));
    const locks = [{ apart: ['a1', 'a2'] as const }];
    await resolved(base, { locks, ...noDecisions }, counting);
    await resolved(base, { locks: [], ...noDecisions }, counting);
    await resolved(base, { locks, ...noDecisions }, counting);
    expect(asked).toEqual(['a']);
  });

  it('leaves groups too large for a browser to the server', async () => {
    const wide = aProvince();
    const more = Array.from({ length: 20 }, (_, at) => ({ ...(wide.parks[0] ?? never()), code: `a9${at}`, name: `园区${at}`, x: 30 + at }));
    const base = opened({ ...(await solutionOf(wide)), instance: { ...wide, parks: [...wide.parks, ...more] } });
    expect(await resolved(base, { locks: [{ apart: ['a1', 'a2'] }], ...noDecisions }, desk)).toEqual({ kind: 'server', places: ['a'] });
  });
});

function never(): never {
  throw new Error('the province has parks');
}
