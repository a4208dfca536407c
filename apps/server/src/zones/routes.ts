// zones.* of the contract: HTTP in and out.
import { writeZoneWorkbook } from '@zhenghe/exchange/zones';
import { api } from '../platform/api.ts';
import { refusal } from '../platform/refusal.ts';
import { lineageOf } from './lineage.ts';
import { listZones } from './list.ts';
import { meter } from './meter.ts';
import { findFirstDay, findZone, listPoints } from './queries.ts';

const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
/** More rows than the register will ever hold; an export is whole or not at all. */
const everything = { limit: 100_000, offset: 0 };

export const zonesRoutes = api.zones.router({
  list: api.zones.list.handler(async ({ context, input }) => {
    const { page, size } = input;
    return { ...(await listZones(context.db, input, { limit: size, offset: (page - 1) * size })), page, size };
  }),
  export: api.zones.export.handler(async ({ context, input }) => {
    const { rows } = await listZones(context.db, input, everything);
    const bytes = await writeZoneWorkbook({ rows, dataset: input.dataset, asOf: input.asOf });
    const name = input.dataset === 'training' ? `训练数据-名录-${input.asOf}.xlsx` : `名录-${input.asOf}.xlsx`;
    return new File([new Uint8Array(bytes)], name, { type: workbookType });
  }),
  points: api.zones.points.handler(({ context, input }) => listPoints(context.db, input.dataset, input.asOf)),
  meter: api.zones.meter.handler(({ context, input }) => meter(context.db, context.rulebook, input)),
  get: api.zones.get.handler(
    async ({ context, input }) => (await findZone(context.db, input.id, input.asOf)) ?? (await absent(context.db, input)),
  ),
  lineage: api.zones.lineage.handler(
    async ({ context, input }) => (await lineageOf(context.db, input.id, input.asOf)) ?? (await absent(context.db, input)),
  ),
});

/** A zone that does not exist, or not yet on the day asked for. */
async function absent(db: Parameters<typeof findFirstDay>[0], { id, asOf }: { id: string; asOf: string }): Promise<never> {
  const first = await findFirstDay(db, id);
  if (!first) throw refusal('NOT_FOUND', { zh: `名录中没有 ${id}。`, en: `The register holds no zone ${id}.` });
  throw refusal('NOT_FOUND', {
    zh: `${first.name} 在 ${asOf} 还没有记录，名录从 ${first.from} 起有它。`,
    en: `On ${asOf} there is no record of ${first.name} yet; the register has it from ${first.from}.`,
  });
}
