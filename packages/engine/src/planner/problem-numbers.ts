// Numbers of an instance that mean nothing: NaN, infinite, negative, not whole, a share above one.
import type { Bilingual } from '../kernel/index.ts';
import type { Instance, Jurisdiction, Park } from './instance.ts';
import { type Problem, problemAt } from './problem.ts';

/** Beyond this the sums of a province no longer tell 1e-6 apart from nothing. */
const largest = 1e9;

interface Kind {
  readonly fits: (figure: number) => boolean;
  readonly expected: Bilingual;
}

const kinds = {
  amount: {
    fits: (figure) => figure >= 0 && figure <= largest,
    expected: { zh: '0 至 1000000000 的数', en: 'a number from 0 to 1000000000' },
  },
  whole: {
    fits: (figure) => Number.isInteger(figure) && figure >= 0 && figure <= largest,
    expected: { zh: '不小于 0 的整数', en: 'a whole number, 0 or more' },
  },
  share: { fits: (figure) => figure >= 0 && figure <= 1, expected: { zh: '0 至 1 的数', en: 'a number from 0 to 1' } },
  place: {
    fits: (figure) => Math.abs(figure) <= 1e6,
    expected: { zh: '公里坐标，绝对值不超过 1000000', en: 'kilometres, at most 1000000 either way' },
  },
} as const satisfies Readonly<Record<string, Kind>>;

type Figure = readonly [where: string, figure: number | null | undefined, kind: keyof typeof kinds];

export function numberProblems(instance: Instance): readonly Problem[] {
  const { parks, jurisdictions, costs, caps } = instance;
  const figures: readonly Figure[] = [
    ...jurisdictions.flatMap((one, place) => ofJurisdiction(one, `jurisdictions[${place}]`)),
    ...parks.flatMap((park, place) => ofPark(park, `parks[${place}]`)),
    ['costs.zone', costs.zone, 'amount'],
    ['costs.detachedPiece', costs.detachedPiece, 'amount'],
    ['costs.industry', costs.industry, 'amount'],
    ['costs.maxDetachedPieces', costs.maxDetachedPieces, 'whole'],
    ['caps.zones', caps.zones, 'whole'],
    ['caps.staffShare', caps.staffShare, 'share'],
    ['caps.platforms', caps.platforms, 'whole'],
    ['caps.budget', caps.budget, 'amount'],
  ];
  return figures.flatMap(check);
}

function ofJurisdiction({ zonesMin, zonesMax }: Jurisdiction, where: string): readonly Figure[] {
  return [
    [`${where}.zonesMin`, zonesMin, 'whole'],
    [`${where}.zonesMax`, zonesMax, 'whole'],
  ];
}

function ofPark(park: Park, where: string): readonly Figure[] {
  return [
    [`${where}.x`, park.x, 'place'],
    [`${where}.y`, park.y, 'place'],
    [`${where}.weight`, park.weight, 'amount'],
    ...park.outputs.map((output, industry): Figure => [`${where}.outputs[${industry}]`, output, 'amount']),
    [`${where}.staff`, park.staff, 'amount'],
    [`${where}.abolishLoss`, park.abolishLoss, 'amount'],
    [`${where}.convertLoss`, park.convertLoss, 'amount'],
    [`${where}.trimLoss`, park.trimLoss, 'amount'],
    [`${where}.trimHa`, park.trimHa, 'amount'],
    [`${where}.budget`, park.budget, 'amount'],
  ];
}

function check([where, figure, name]: Figure): readonly Problem[] {
  if (figure === null || figure === undefined) return [];
  const kind: Kind = kinds[name];
  if (kind.fits(figure)) return [];
  return [
    problemAt('number', where, {
      value: figure,
      what: { zh: `${figure} 不成立。`, en: `${figure} makes no sense here.` },
      expected: kind.expected,
      mend: { zh: '改成成立的数；规则不设时写 null。', en: 'Enter a possible number; where a rule is not set, write null.' },
    }),
  ];
}
