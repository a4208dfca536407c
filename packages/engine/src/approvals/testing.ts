// Builders for tests: a county's workflow with two departments at the city, and a way to fill what an action needs.
import { workCalendar } from '../kernel/index.ts';
import type { Allowed } from './allowed.ts';
import type { Action, Step, Unit, Workflow } from './case.ts';

export const aUnit = (id: string): Unit => ({ id, name: { zh: id, en: id } });

export const plainCalendar = workCalendar({ holidays: [], makeUps: [] });

export function aStep(id: string, changes: Partial<Step> = {}): Step {
  const step = { id, title: aUnit(id).name, kind: 'review', unit: aUnit(id), signing: 'parallel', signers: [], others: [] } as const;
  return { ...step, workingDays: null, opinionDays: null, ...changes };
}

/** county → city (land and water are asked; forest may be) → province. */
export function aWorkflow(changes: Partial<Workflow> = {}, city: Partial<Step> = {}): Workflow {
  return {
    id: 'county-plan',
    title: aUnit('county-plan').name,
    clause: { pack: 'test', clause: 'S2-(一)' },
    deadlines: 'product-default',
    note: aUnit('').name,
    drafter: aUnit('county'),
    draftBy: null,
    mendDays: 5,
    steps: [
      aStep('city', { signers: [aUnit('land'), aUnit('water')], others: [aUnit('forest')], workingDays: 10, opinionDays: 5, ...city }),
      aStep('province', { kind: 'decide', others: [aUnit('p-land')], workingDays: 20, opinionDays: 10 }),
    ],
    ...changes,
  };
}

export const aCell = { table: 'blocks', row: 'b1', field: 'areaAfter', label: '甲区块' };

/** An allowed action with everything it needs; `pick` chooses among the units it may name. */
export function filled(allowed: Allowed, at: Pick<Action, 'by' | 'on' | 'version' | 'hand'>, pick = 0): Action {
  const { kind, unit, needs, units } = allowed;
  const to = units[pick % Math.max(units.length, 1)]?.id;
  return {
    ...at,
    kind,
    unit,
    ...(needs.text === 'none' ? {} : { text: '训练' }),
    ...(needs.paper === 'required' ? { paper: '训练〔2021〕1号' } : {}),
    ...(needs.reasons === 'none' ? {} : { reasons: [{ place: aCell, text: '与附件不符' }] }),
    ...(needs.to === 'none' || to === undefined ? {} : { to }),
    ...(needs.due === 'required' ? { due: at.on } : {}),
    ...(needs.stance === 'none' ? {} : { stance: 'agree' as const }),
  };
}
