// Figures of one park from January 2016 to May 2021, in hundredths of the indicator's unit: growth by the year, the weak months round the
// Spring Festival, the epidemic of 2020, and chance. What must add up does: parts are cut from the whole, years are sums of months.
import type { Chance } from './chance.ts';
import type { TrainingPark } from './parks.ts';
import { chanceOf, type ParkProfile, profileOf } from './statistics-profile.ts';

/** Months from January 2016 to May 2021. */
export const monthCount = 65;
const quarterCount = 21;
const yearCount = 5;

/** By the code of the indicator, one figure for each period in turn. */
export type Columns = ReadonlyMap<string, readonly number[]>;

export interface ParkSeries {
  readonly profile: ParkProfile;
  readonly months: Columns;
  readonly quarters: Columns;
  readonly years: Columns;
}

const noiseSeed = 20_160_102;
/** Of an even month, in hundredths; tax comes in the first month of a quarter. */
const seasons = [95, 78, 101, 100, 102, 108, 98, 97, 103, 101, 105, 112];
const taxSeasons = [128, 74, 88, 118, 99, 96, 116, 88, 90, 112, 92, 99];
const investmentSeasons = [62, 66, 104, 98, 104, 124, 96, 96, 110, 104, 110, 126];
/** February, March and April of 2020. */
const epidemic: ReadonlyMap<number, number> = new Map([
  [49, 46],
  [50, 84],
  [51, 95],
]);

export function seriesOf(park: TrainingPark): ParkSeries {
  const profile = profileOf(park);
  const chance = chanceOf(park.id, noiseSeed);
  const months = columnsOf(monthCount, (index) => monthOf(profile, index, chance));
  const quarters = columnsOf(quarterCount, (index) => quarterOf(profile, { index, months }, chance));
  const years = columnsOf(yearCount, (index) => yearOf({ profile, park, index, months, quarters }, chance));
  return { profile, months, quarters, years };
}

function columnsOf(count: number, of: (index: number) => Readonly<Record<string, number>>): Columns {
  const columns = new Map<string, number[]>();
  for (let index = 0; index < count; index += 1) {
    for (const [code, value] of Object.entries(of(index))) {
      const column = columns.get(code) ?? [];
      columns.set(code, column);
      column.push(value);
    }
  }
  return columns;
}

/** That many ten-thousandths of a figure, give or take some; whole hundredths. */
function cut(value: number, share: number, [chance, spread]: readonly [Chance, number] = [steady, 0]): number {
  const moved = share * (1 + chance.whole(-spread, spread) / 10_000);
  return Math.round((value * moved) / 10_000);
}

const steady: Chance = { whole: () => 0, pick: (items) => items[0], shuffled: (items) => items };
const count = (value: number): number => Math.max(0, Math.round(value)) * 100;

/** Output of a month in hundredths of 万元. */
function outputOf(profile: ParkProfile, index: number, chance: Chance): number {
  const yearly = profile.land * profile.yield * (1 + profile.growth / 10_000) ** (index / 12);
  const season = (seasons[index % 12] ?? 100) * (epidemic.get(index) ?? 100);
  return Math.round((yearly / 12) * (season / 100) * (1 + chance.whole(-260, 260) / 10_000));
}

function monthOf(profile: ParkProfile, index: number, chance: Chance): Readonly<Record<string, number>> {
  const output = outputOf(profile, index, chance);
  const even = profile.land * profile.yield * (1 + profile.growth / 10_000) ** (index / 12);
  const sales = cut(output, profile.sales, [chance, 90]);
  const tax = cut((even / 12) * (taxSeasons[index % 12] ?? 100), profile.tax, [chance, 500]);
  const investment = cut((even / 12) * (investmentSeasons[index % 12] ?? 100), profile.investment, [chance, 900]);
  const industrial = cut(investment, profile.industrialInvestment, [chance, 700]);
  const [exports, imports] = [cut(output, profile.exports, [chance, 700]), cut(output, profile.imports, [chance, 900])];
  const arrived = chance.whole(1, 10) <= 3 ? 0 : cut(even * 9, profile.fdi, [chance, 8000]);
  const people = even / profile.perPerson;
  return {
    gross_output: output,
    sales_output: sales,
    export_delivery: cut(sales, profile.delivery, [chance, 500]),
    firms_above_scale: count(even / profile.perFirm + 2),
    electricity: cut(output, profile.power, [chance, 400]),
    tax_revenue: tax,
    tax_industrial: cut(tax, profile.industrialTax, [chance, 300]),
    fixed_investment: investment,
    industrial_investment: industrial,
    tech_investment: cut(industrial, profile.renewal, [chance, 500]),
    new_projects: count(chance.whole(0, 4) + (profile.land > 10_000 ? chance.whole(0, 4) : 0)),
    trade_total: exports + imports,
    exports,
    imports,
    fdi: arrived,
    fdi_manufacturing: cut(arrived, profile.manufacturingFdi, [chance, 1000]),
    employees_end: count(people * (1 + chance.whole(-80, 80) / 10_000)),
    new_jobs: count((people * chance.whole(20, 60)) / 10_000),
  };
}

interface QuarterAsked {
  readonly index: number;
  readonly months: Columns;
}

/** The last quarter has all its months; the sum of what stands in them. */
function monthsSum(months: Columns, code: string, { from, length }: { readonly from: number; readonly length: number }): number {
  return (months.get(code) ?? []).slice(from, from + length).reduce((sum, value) => sum + value, 0);
}

function quarterOf(profile: ParkProfile, { index, months }: QuarterAsked, chance: Chance): Readonly<Record<string, number>> {
  const of = (code: string): number => monthsSum(months, code, { from: index * 3, length: 3 });
  const output = of('gross_output');
  const value = cut(output, profile.valueAdded, [chance, 200]);
  const revenue = cut(output, 10_250, [chance, 150]);
  const rising = 1 + index / 90;
  return {
    gdp: cut(value, profile.gdp, [chance, 200]),
    value_added: value,
    hitech_value_added: cut(value, Math.min(9200, profile.hitech * rising), [chance, 250]),
    emerging_value_added: cut(value, profile.emerging * rising, [chance, 300]),
    new_product_output: cut(output, profile.newProducts * rising, [chance, 300]),
    revenue,
    profit: cut(revenue, profile.profit, [chance, 1500]) - (index === 16 ? cut(revenue, 350) : 0),
    wages: cut(revenue, profile.wages, [chance, 200]),
    energy: Math.round(cut(value, profile.energy / rising, [chance, 300]) / 10) * 10,
    water: cut(value, profile.water / rising, [chance, 600]),
    goods_trade: cut(of('trade_total'), chance.whole(9300, 9900)),
    fdi_contracted: cut(of('fdi'), chance.whole(9000, 26_000)),
    fdi_firms: count(chance.whole(0, 3)),
    domestic_capital: cut(output, 260, [chance, 3000]),
  };
}

interface YearAsked {
  readonly profile: ParkProfile;
  readonly park: TrainingPark;
  readonly index: number;
  readonly months: Columns;
  readonly quarters: Columns;
}

function yearOf(asked: YearAsked, chance: Chance): Readonly<Record<string, number>> {
  const { profile, index, months, quarters } = asked;
  const ofMonths = (code: string): number => monthsSum(months, code, { from: index * 12, length: 12 });
  const ofQuarters = (code: string): number => monthsSum(quarters, code, { from: index * 4, length: 4 });
  const settled = {
    gross_output: ofMonths('gross_output'),
    value_added: ofQuarters('value_added'),
    tax_revenue: ofMonths('tax_revenue'),
    revenue: ofQuarters('revenue'),
    energy: ofQuarters('energy'),
    electricity: ofMonths('electricity'),
    gdp: ofQuarters('gdp'),
    firms_above_scale: months.get('firms_above_scale')?.[index * 12 + 11] ?? 0,
  };
  const people = Math.round(ofMonths('employees_end') / 1200) * 100;
  return {
    ...settled,
    ...landOf(profile, index, chance),
    ...researchOf(asked, { ...settled, people }, chance),
    ...wasteOf(profile, settled, chance),
  };
}

function landOf(profile: ParkProfile, index: number, chance: Chance): Readonly<Record<string, number>> {
  const land = Math.round(profile.land * 100 * 1.012 ** index);
  const industrial = cut(land, profile.industrialLand, [chance, 20]);
  return {
    land_area: land,
    land_industrial: industrial,
    land_low_yield: cut(industrial, profile.lowYield * 0.93 ** index, [chance, 300]),
    land_idle: cut(land, profile.idle, [chance, 800]),
  };
}

interface Settled {
  readonly gross_output: number;
  readonly value_added: number;
  readonly revenue: number;
  readonly energy: number;
  readonly firms_above_scale: number;
  readonly people: number;
}

function researchOf({ profile, park, index, months }: YearAsked, settled: Settled, chance: Chance): Readonly<Record<string, number>> {
  const firms = settled.firms_above_scale / 100;
  const spending = cut(settled.revenue, profile.research * (1 + index * 0.05), [chance, 200]);
  const hitech = Math.round(firms * (0.12 + index * 0.025));
  const institutes = Math.round(hitech * 0.3);
  return {
    employees: settled.people,
    rd_staff: count((settled.people / 100) * (chance.whole(320, 900) / 10_000)),
    rd_spending: spending,
    rd_firms: count(firms * Math.min(0.95, 0.38 + index * 0.06)),
    hitech_firms: count(hitech),
    rd_institutes: count(institutes),
    provincial_institutes: count(institutes * 0.8),
    incubators: count(park.grade === 'national' ? chance.whole(0, 3) : 0),
    patents: count(spending / 100 / chance.whole(380, 700)),
    hitech_output: cut(settled.gross_output, Math.min(8200, profile.hitech * 0.86 * (1 + index * 0.02)), [chance, 300]),
    hitech_trade: cut(monthsSum(months, 'trade_total', { from: index * 12, length: 12 }), chance.whole(500, 1900)),
    main_industries_revenue: cut(settled.revenue, profile.mainIndustries, [chance, 300]),
    large_manufacturers: count(settled.gross_output / 100 / 2_400_000),
    coop_parks: count(park.grade === 'local' ? 0 : chance.whole(0, 2)),
  };
}

function wasteOf(profile: ParkProfile, { value_added: value, energy }: Pick<Settled, 'value_added' | 'energy'>, chance: Chance) {
  const waste = cut(value, profile.solidWaste, [chance, 500]);
  return {
    emission: Math.round(value / profile.perEmission),
    carbon: Math.round(cut(energy, 24_000, [chance, 400]) / 100) * 100,
    solid_waste: waste,
    solid_waste_used: cut(waste, chance.whole(9000, 9950)),
  };
}
