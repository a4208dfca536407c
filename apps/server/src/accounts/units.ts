// Units: seeded from the divisions and the register of zones; others are added and ended by the security administrator.
import type { Context } from '../platform/api.ts';
import type { Database } from '../platform/database.ts';
import {
  endUnitOn,
  findDepartment,
  findUnit,
  holdFunction,
  insertUnits,
  type NewUnit,
  type UnitRecord,
  unitInUse,
} from './office-queries.ts';
import { audited, mustHaveProved, ownOf } from './own.ts';
import * as refuse from './refusals.ts';
import { newId } from './secrets.ts';

type Asked = Pick<NewUnit, 'kind' | 'name' | 'from'> & { readonly parent: string; readonly function?: string | undefined };

export async function addUnit(context: Context, { function: duty, ...asked }: Asked): Promise<UnitRecord> {
  mustHaveProved(context);
  const by = ownOf(context).me.person.id;
  if (asked.kind === 'department' ? !duty || !hasFunction(context, duty) : duty !== undefined) throw refuse.noFunction();
  return context.db.transaction().execute(async (tx) => {
    const parent = await findUnit(tx, asked.parent);
    if (!parent || !addable.includes(asked.kind) || (parent.to !== null && parent.to <= asked.from))
      throw refuse.noSuch('上级单位', 'unit above');
    if (duty) await refuseSecond(tx, { place: parent.jurisdiction, duty, from: asked.from });
    const unit: NewUnit = { ...asked, id: newId(), function: duty ?? null, jurisdiction: parent.jurisdiction, source: by };
    await insertUnits(tx, [unit]);
    await audited(tx, context, { action: 'accounts/add-unit', object: `units/${unit.id}`, after: { ...unit } });
    return reread(await findUnit(tx, unit.id));
  });
}

/** Governments come from the list of divisions, and the public is no unit that anybody adds. */
const addable: readonly NewUnit['kind'][] = ['department', 'zone', 'township', 'company', 'firm'];

/** What the workflows ask departments for: a department of another function would never be asked. */
export function unitFunctions({ rulebook }: Context) {
  const { departments, provincial } = rulebook.workflowDefaults;
  return Object.entries(departments).map(([code, name]) => ({ code, name, provincial: provincial[code] ?? name }));
}

function hasFunction(context: Context, duty: string): boolean {
  return unitFunctions(context).some(({ code }) => code === duty);
}

async function refuseSecond(
  tx: Database,
  { place, duty, from }: { readonly place: string; readonly duty: string; readonly from: string },
): Promise<void> {
  await holdFunction(tx, place, duty);
  const standing = await findDepartment(tx, place, duty, from);
  if (standing) throw refuse.functionTaken(standing.name);
}

export async function endUnit(context: Context, { id, on }: { readonly id: string; readonly on: string }): Promise<UnitRecord> {
  mustHaveProved(context);
  return context.db.transaction().execute(async (tx) => {
    const unit = reread(await findUnit(tx, id));
    if (await unitInUse(tx, id, on)) throw refuse.unitInUse();
    if (on > unit.from) await endUnitOn(tx, id, on);
    await audited(tx, context, { action: 'accounts/end-unit', object: `units/${id}` });
    return reread(await findUnit(tx, id));
  });
}

function reread(unit: UnitRecord | null): UnitRecord {
  if (!unit) throw refuse.noSuch('单位', 'unit');
  return unit;
}
