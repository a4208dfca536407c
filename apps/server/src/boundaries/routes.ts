// boundaries.* of the contract: HTTP in and out, no thought.
import { api } from '../platform/api.ts';
import { beginDraft, draftOf, keepDraft, redraw } from './drafts.ts';
import { exportFile } from './export.ts';
import { parcelRows, townshipRows } from './ledgers.ts';
import { findLayer, listLayers } from './queries.ts';
import { cancelReading, confirmReading, readingOf, uploadFile } from './readings.ts';
import * as refuse from './refusals.ts';
import { carriedReport } from './report.ts';
import type { BoundedNouns } from './subject.ts';
import { featureOnWire, layerOnWire, reportOnWire } from './wire.ts';

export function boundariesRoutes(nouns: BoundedNouns) {
  return api.boundaries.router({
    upload: api.boundaries.upload.handler(({ context, input }) => uploadFile(context, nouns, input)),
    reading: api.boundaries.reading.handler(({ context, input }) => readingOf(context, input.id)),
    confirm: api.boundaries.confirm.handler(({ context, input }) => confirmReading(context, input)),
    cancel: api.boundaries.cancel.handler(({ context, input }) => cancelReading(context, input.id)),
    draft: api.boundaries.draft.handler(({ context, input }) => draftOf(context, nouns, input)),
    beginDraft: api.boundaries.beginDraft.handler(({ context, input }) => beginDraft(context, nouns, input)),
    redraw: api.boundaries.redraw.handler(({ context, input }) => redraw(context, nouns, input)),
    keep: api.boundaries.keep.handler(({ context, input }) => keepDraft(context, nouns, input)),
    ofPlan: api.boundaries.ofPlan.handler(async ({ context, input }) => {
      const subject = await nouns.plan.find(context.db, input.plan, input.version);
      if (!subject) throw refuse.noPlan();
      const carried = await carriedReport(context, subject, input.on);
      return carried && { ...carried, features: carried.features.map(featureOnWire), report: reportOnWire(carried.report) };
    }),
    layers: api.boundaries.layers.handler(async ({ context, input }) => (await listLayers(context.db, input)).map(layerOnWire)),
    layer: api.boundaries.layer.handler(async ({ context, input }) => {
      const layer = await findLayer(context.db, input.id);
      if (!layer) throw refuse.noLayer();
      return { ...layerOnWire(layer), shapes: layer.features.map(featureOnWire) };
    }),
    parcels: api.boundaries.parcels.handler(({ context, input }) => parcelRows(context.db, input)),
    townships: api.boundaries.townships.handler(({ context, input }) => townshipRows(context, input)),
    export: api.boundaries.export.handler(({ context, input }) => exportFile(context, nouns, input)),
  });
}
