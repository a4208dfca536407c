// Whole rows of a plan: changed, added, taken out. A new row's code is the next free one of its list.
import { notGiven } from '@zhenghe/engine/kernel';
import type { DeclaredSum, Plan, PlanBlock, PlanPark, PlanPart, PlanTownship, PlanZone } from '@zhenghe/engine/plans';

export type RowEdit =
  | { readonly of: 'block'; readonly code: string; readonly patch: Partial<PlanBlock> }
  | {
      readonly of: 'park';
      readonly code: string;
      readonly patch: Partial<PlanPark>;
      readonly drop?: readonly ('convertsTo' | 'receivedBy')[];
    }
  | { readonly of: 'zone'; readonly code: string; readonly patch: Partial<PlanZone> }
  | { readonly of: 'part'; readonly code: string; readonly patch: Partial<PlanPart> }
  | { readonly of: 'township'; readonly name: string; readonly patch: Partial<PlanTownship> }
  | { readonly of: 'plan'; readonly patch: Partial<Pick<Plan, 'title' | 'industrialStrongCounty'>> }
  | { readonly of: 'add'; readonly table: AddedTable; readonly name: string; readonly part?: string }
  | { readonly of: 'sum'; readonly label: string; readonly column: DeclaredSum['column']; readonly parts: readonly string[] }
  | { readonly of: 'remove'; readonly table: AddedTable | 'sums'; readonly row: string };

export type AddedTable = 'blocks' | 'parks' | 'zones' | 'parts' | 'townships';

export function withRowEdit(plan: Plan, change: RowEdit): Plan {
  switch (change.of) {
    case 'block':
      return { ...plan, blocks: patched(plan.blocks, change.code, change.patch) };
    case 'park':
      return {
        ...plan,
        parks: patched(plan.parks, change.code, change.patch).map((park) => dropped(park, change.code, change.drop ?? [])),
      };
    case 'zone':
      return { ...plan, zones: patched(plan.zones, change.code, change.patch) };
    case 'part':
      return { ...plan, parts: patched(plan.parts, change.code, change.patch) };
    case 'township':
      return { ...plan, townships: plan.townships.map((row) => (row.name === change.name ? { ...row, ...change.patch } : row)) };
    case 'plan':
      return { ...plan, ...change.patch };
    case 'add':
      return added(plan, change.table, change.name, change.part);
    case 'sum':
      return withSum(plan, change);
    case 'remove':
      return removed(plan, change.table, change.row);
  }
}

function patched<T extends { readonly code: string }>(rows: readonly T[], code: string, patch: Partial<T>): readonly T[] {
  return rows.map((row) => (row.code === code ? { ...row, ...patch } : row));
}

function dropped(park: PlanPark, code: string, keys: readonly ('convertsTo' | 'receivedBy')[]): PlanPark {
  if (park.code !== code || keys.length === 0) return park;
  const { convertsTo, receivedBy, ...rest } = park;
  return {
    ...rest,
    ...(convertsTo && !keys.includes('convertsTo') ? { convertsTo } : {}),
    ...(receivedBy && !keys.includes('receivedBy') ? { receivedBy } : {}),
  };
}

/** b1, b2, … : the first that no row of the list has. */
export function freeCode(prefix: string, taken: readonly { readonly code: string }[]): string {
  const used = new Set(taken.map((row) => row.code));
  let next = taken.length + 1;
  while (used.has(`${prefix}${next}`)) next += 1;
  return `${prefix}${next}`;
}

function added(plan: Plan, table: AddedTable, name: string, part?: string): Plan {
  switch (table) {
    case 'blocks': {
      const [park, home] = [plan.parks[0]?.code ?? '', part ?? plan.parts[0]?.code ?? ''];
      const block: PlanBlock = { code: freeCode('b', plan.blocks), name, park, part: home, areaBefore: notGiven, areaAfter: notGiven };
      return { ...plan, blocks: [...plan.blocks, block] };
    }
    case 'parks': {
      const park: PlanPark = { code: freeCode('k', plan.parks), name, level: 'local', approvedArea: notGiven, outcomes: [] };
      return { ...plan, parks: [...plan.parks, park] };
    }
    case 'zones': {
      const zone: PlanZone = {
        code: freeCode('z', plan.zones),
        name,
        level: 'provincial',
        plates: [],
        industries: [],
        body: '',
        flagship: false,
      };
      return { ...plan, zones: [...plan.zones, zone] };
    }
    case 'parts': {
      const row: PlanPart = {
        code: freeCode('p', plan.parts),
        zone: plan.zones[0]?.code ?? '',
        name,
        kind: 'district',
        managedBy: 'committee',
        entrustedTo: [],
        keepsBody: notGiven,
      };
      return { ...plan, parts: [...plan.parts, row] };
    }
    case 'townships':
      return plan.townships.some((row) => row.name === name)
        ? plan
        : { ...plan, townships: [...plan.townships, { name, hosted: false, protectedShare: notGiven }] };
  }
}

/** A sum the paper prints, its figure still to be typed. No parts means the whole plan. */
function withSum(plan: Plan, { label, column, parts }: Pick<DeclaredSum, 'label' | 'column' | 'parts'>): Plan {
  const sum: DeclaredSum = { code: freeCode('s', plan.sums), label, column, parts, value: notGiven };
  return { ...plan, sums: [...plan.sums, sum] };
}

function removed(plan: Plan, table: AddedTable | 'sums', row: string): Plan {
  const without = <T extends { readonly code: string }>(rows: readonly T[]) => rows.filter((one) => one.code !== row);
  switch (table) {
    case 'blocks':
      return { ...plan, blocks: without(plan.blocks) };
    case 'parks':
      return { ...plan, parks: without(plan.parks) };
    case 'zones':
      return { ...plan, zones: without(plan.zones) };
    case 'parts':
      return { ...plan, parts: without(plan.parts) };
    case 'sums':
      return { ...plan, sums: without(plan.sums) };
    case 'townships':
      return { ...plan, townships: plan.townships.filter((one) => one.name !== row) };
  }
}
