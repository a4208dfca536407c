// The boundary answers of the contract as plain types.
import type { Answers } from '@zhenghe/contract/client';

export type Reading = Answers['boundaries']['reading'];
export type Found = NonNullable<Reading['found']>;
export type Mapping = Found['mapping'];
export type OurField = Mapping[string];
export type BoundaryDraft = Answers['boundaries']['draft'];
export type ShapeFinding = BoundaryDraft['findings'][number];
export type Feature = BoundaryDraft['features'][number];
export type Target = Reading['target'];
export type PlanBoundaries = NonNullable<Answers['boundaries']['ofPlan']>;
export type BoundaryReport = PlanBoundaries['report'];
export type BlockArea = BoundaryReport['blocks'][number];
export type Overlap = BoundaryReport['overlaps'][number];
export type Growth = BoundaryReport['growth'][number];
export type Township = BoundaryReport['townships'][number];
export type ParcelRow = Answers['boundaries']['parcels'][number];
export type LayerRow = Answers['boundaries']['layers'][number];
