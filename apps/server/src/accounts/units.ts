// Units: seeded from the divisions and the register of zones; others are added and ended by the security administrator.
import type { Context } from '../platform/api.ts';
import { endUnitOn, findUnit, insertUnits, type NewUnit, type UnitRecord, unitInUse } from './office-queries.ts';
import { audited, mustHaveProved, ownOf } from './own.ts';
import * as refuse from './refusals.ts';
import { newId } from './secrets.ts';

export async function addUnit(
  context: Context,
  asked: Pick<NewUnit, 'kind' | 'name' | 'from'> & { readonly parent: string },
): Promise<UnitRecord> {
  mustHaveProved(context);
  const by = ownOf(context).me.person.id;
  return context.db.transaction().execute(async (tx) => {
    const parent = await findUnit(tx, asked.parent);
    if (!parent || asked.kind === 'province' || (parent.to !== null && parent.to <= asked.from))
      throw refuse.noSuch('上级单位', 'unit above');
    const unit: NewUnit = { ...asked, id: newId(), jurisdiction: parent.jurisdiction, source: by };
    await insertUnits(tx, [unit]);
    await audited(tx, context, { action: 'accounts/add-unit', object: `units/${unit.id}`, after: { ...unit } });
    return reread(await findUnit(tx, unit.id));
  });
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
