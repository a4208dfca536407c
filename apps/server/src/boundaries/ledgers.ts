// What layers in force say beyond a plan's check: parcels of closed zones (F11), and how much of each township is protected (F09).
import type { BoundaryReport } from '@zhenghe/contract/boundaries';
import type { Dataset } from '@zhenghe/contract/kernel';
import { type Parcel, parcelsOf } from '@zhenghe/engine/boundaries';
import type { Day } from '@zhenghe/engine/kernel';
import type { Context } from '../platform/api.ts';
import type { Database } from '../platform/database.ts';
import { listLayers, withFeatures } from './queries.ts';
import { setHash } from './record.ts';
import { reportOf } from './report.ts';

interface ParcelsAsked {
  readonly dataset: Dataset;
  readonly on: Day;
  readonly jurisdiction?: string | undefined;
}

type ParcelLine = Parcel & { readonly layer: string; readonly jurisdiction: string };

export async function parcelRows(db: Database, asked: ParcelsAsked): Promise<ParcelLine[]> {
  const layers = (await listLayers(db, asked)).filter(({ kind }) => kind === 'parcels');
  return (await withFeatures(db, layers)).flatMap(({ id, jurisdiction, features }) =>
    parcelsOf(features, asked.on).map((parcel) => ({ ...parcel, layer: id, jurisdiction })),
  );
}

/** As a plan without blocks would find them: no plan need carry boundaries for it. */
export async function townshipRows(
  about: Pick<Context, 'db' | 'rulebook'>,
  asked: { readonly dataset: Dataset; readonly on: Day; readonly jurisdiction: string },
): Promise<BoundaryReport['townships']> {
  const { dataset, on, jurisdiction } = asked;
  const none = { id: '', title: '', version: 1, blocks: [], zoneNames: {}, hosted: [], answers: [], boundaries: null, lastPlan: null };
  const nothing = { set: setHash([]), features: async () => [], on };
  const report = await reportOf(about, { ...none, dataset, jurisdiction }, nothing);
  return [...report.townships];
}
