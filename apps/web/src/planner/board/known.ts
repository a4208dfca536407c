// Figures of a park as they may be shown: known, taken from its neighbours, or missing. A missing one is never zero. Pure.
import type { Park, Scenario } from '../shapes.ts';
import { outputOf } from './view.ts';

export type Shown = { readonly value: number; readonly assumed: boolean } | 'missing';

export type Known = (park: Park, figure: 'staff' | 'output') => Shown;

/** `missing`: what the register lacks, and what stands in for it. */
export function knownFigures(missing: Scenario['missing']): Known {
  const lacks = new Map(missing.map((one) => [`${one.park}/${one.figure}`, one]));
  return (park, figure) => {
    const lack = lacks.get(`${park.code}/${figure}`);
    if (lack) return lack.assumed === null ? 'missing' : { value: lack.assumed, assumed: true };
    return { value: figure === 'staff' ? park.staff : outputOf(park), assumed: false };
  };
}
