// Shapes of the register as the contract gives them, and its enumerated words without its schemas.
import type { ZoneAct as ActSchema, ZoneDetail as DetailSchema, zoneSorts } from '@zhenghe/contract/zones';
import type { z } from 'zod';

export type { LineageNode, Meter, ZoneRow } from '@zhenghe/contract/zones';
export type ZoneDetail = z.infer<typeof DetailSchema>;
export type ZoneAct = z.infer<typeof ActSchema>;
export type ZoneSort = (typeof zoneSorts)[number];

export const sorts: readonly ZoneSort[] = ['name', 'type', 'grade', 'jurisdiction', 'area', 'plates', 'from'];
export const statuses = ['counted', 'uncounted', 'gone', 'all'] as const;
export type ZoneStatus = (typeof statuses)[number];
