// Shapes of the register as the contract gives them, and its enumerated words without its schemas.
import type { Answers } from '@zhenghe/contract/client';
import type { zoneSorts } from '@zhenghe/contract/zones';

export type { LineageNode, Meter, ZoneRow } from '@zhenghe/contract/zones';
export type ZoneDetail = Answers['zones']['get'];
export type ZoneAct = ZoneDetail['acts'][number];
export type ZoneSort = (typeof zoneSorts)[number];

export const sorts: readonly ZoneSort[] = ['name', 'type', 'grade', 'jurisdiction', 'area', 'plates', 'from'];
export const statuses = ['counted', 'uncounted', 'gone', 'all'] as const;
export type ZoneStatus = (typeof statuses)[number];
