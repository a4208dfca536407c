// What is drawn once for a park: its land, how much it makes of it, and the shares all its figures are made with. Invented, within what
// zones of its grade could be; each park has a chance of its own, so that one does not change another.
import { type Chance, chanceFrom } from './chance.ts';
import type { TrainingPark } from './parks.ts';

const seed = 20_160_101;

/** Shares are in ten-thousandths, so that all arithmetic is in whole numbers. */
export interface ParkProfile {
  /** Land in use at the end of 2016, in mu. */
  readonly land: number;
  /** Output of 2016 per mu, in 万元. */
  readonly yield: number;
  readonly growth: number;
  readonly sales: number;
  readonly delivery: number;
  readonly power: number;
  readonly tax: number;
  readonly industrialTax: number;
  readonly investment: number;
  readonly industrialInvestment: number;
  readonly renewal: number;
  readonly exports: number;
  readonly imports: number;
  readonly fdi: number;
  readonly manufacturingFdi: number;
  /** Output of a year per person, in 万元. */
  readonly perPerson: number;
  /** Output of a year per firm above scale, in 万元. */
  readonly perFirm: number;
  readonly valueAdded: number;
  readonly gdp: number;
  readonly hitech: number;
  readonly emerging: number;
  readonly newProducts: number;
  readonly profit: number;
  readonly wages: number;
  readonly energy: number;
  readonly water: number;
  readonly research: number;
  readonly industrialLand: number;
  readonly lowYield: number;
  readonly idle: number;
  readonly mainIndustries: number;
  /** Value added per tonne of pollutants, in 万元. */
  readonly perEmission: number;
  readonly solidWaste: number;
}

export function profileOf(park: TrainingPark): ParkProfile {
  const { whole } = chanceOf(park.id, seed);
  const hitech = park.type.endsWith('hitech');
  const used = { national: [4200, 6000], provincial: [3800, 5600], local: [3500, 6500] }[park.grade];
  const made = { national: [230, 430], provincial: [170, 360], local: [110, 260] }[park.grade];
  return {
    land: Math.max(60, Math.round((park.hundredths * 15 * whole(used[0] ?? 0, used[1] ?? 0)) / 10_000)),
    yield: whole(made[0] ?? 0, made[1] ?? 0),
    growth: whole(350, 1150),
    sales: whole(9550, 9870),
    delivery: whole(500, 3200),
    power: whole(280, 620),
    tax: whole(520, 980),
    industrialTax: whole(5200, 7600),
    investment: whole(700, 1500),
    industrialInvestment: whole(3800, 6400),
    renewal: whole(3400, 6000),
    exports: whole(180, 620),
    imports: whole(50, 260),
    fdi: whole(4, 34),
    manufacturingFdi: whole(3500, 8500),
    perPerson: whole(85, 150),
    perFirm: whole(14_000, 32_000),
    valueAdded: whole(1950, 2450),
    gdp: whole(13_500, 21_000),
    hitech: hitech ? whole(6500, 7900) : whole(3300, 6200),
    emerging: whole(1800, 3800),
    newProducts: whole(2200, 4300),
    profit: whole(420, 880),
    wages: whole(600, 900),
    energy: whole(2600, 6200),
    water: whole(6, 16),
    research: hitech ? whole(170, 255) : whole(42, 104),
    industrialLand: whole(5400, 7600),
    lowYield: whole(250, 1300),
    idle: whole(80, 420),
    mainIndustries: whole(4800, 8200),
    perEmission: whole(2800, 6400),
    solidWaste: whole(300, 900),
  };
}

/** A chance of its own for each park and purpose. */
export function chanceOf(id: string, purpose: number): Chance {
  return chanceFrom([...id].reduce((sum, letter) => (Math.imul(sum, 31) + (letter.codePointAt(0) ?? 0)) >>> 0, purpose));
}
