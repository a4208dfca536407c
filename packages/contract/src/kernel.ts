// Shapes every noun shares: a place in time, a data set, a finding, a refusal, a page of rows.
import { isDay, isDecimalText, missingReasons, outcomes, strengths } from '@zhenghe/engine/kernel';
import { z } from 'zod';
import { levelled } from './level.ts';

export const Day = z.string().refine(isDay, 'expected a date YYYY-MM-DD');
export const DecimalString = z.string().refine(isDecimalText, 'expected a decimal number as text');
export const Bilingual = z.object({ zh: z.string(), en: z.string() });
export const Citation = z.object({ pack: z.string(), clause: z.string() });

/** Text a database can keep: no character U+0000, no half of a surrogate pair. */
export const Text = z.string().refine((text) => !/\0|\p{Surrogate}/u.test(text), 'holds a character that cannot be kept');

/** The number of a version, as PostgreSQL counts them. */
export const Version = z.coerce.number().int().min(1).max(2_147_483_647);

/** Yes or no, also as text in an address: plain coercion would read 'false' as true. */
export const Flag = z.union([z.boolean(), z.enum(['true', 'false']).transform((text) => text === 'true')]);

/** Real records and the training province never stand in one list. */
export const Dataset = z.enum(['real', 'training']);
export type Dataset = z.infer<typeof Dataset>;

export const Missing = z.object({ missing: z.enum(missingReasons) });
export const cellOf = <T extends z.ZodType>(value: T) => z.union([value, Missing]);

export const Place = z.object({ table: z.string(), row: z.string().optional(), field: z.string().optional(), label: z.string() });

export const Finding = z.object({
  id: z.string(),
  check: z.string(),
  outcome: z.enum(outcomes),
  strength: z.enum(strengths),
  blocking: z.boolean(),
  where: Place,
  cells: z.array(Place),
  measured: z.string().nullable(),
  allowed: z.string().nullable(),
  clause: Citation,
  message: Bilingual,
  mend: Bilingual.nullable(),
  answer: z.object({ text: z.string(), paper: z.string().optional(), by: levelled(z.string(), 'signatory').optional() }).optional(),
});

/** What a refused action may say. One table in the server maps each reason to HTTP. */
export const refusals = {
  NOT_ALLOWED: { status: 403, data: z.object({ reason: Bilingual }) },
  /** The person proves who is there once more, and asks again. */
  PROOF_NEEDED: { status: 403, data: z.object({ reason: Bilingual }) },
  /** The session of the asking page has ended, or another person's stands in its place. */
  SIGNED_OUT: { status: 401, data: z.object({ reason: Bilingual }) },
  NOT_FOUND: { status: 404, data: z.object({ reason: Bilingual }) },
  CONFLICT: { status: 409, data: z.object({ reason: Bilingual }) },
  BLOCKED: { status: 422, data: z.object({ reason: Bilingual, findings: z.array(Finding) }) },
  UNREADABLE: {
    status: 422,
    data: z.object({
      reason: Bilingual,
      problems: z.array(
        z.object({
          sheet: z.string().nullable(),
          row: z.number().nullable(),
          column: z.string().nullable(),
          value: z.string().nullable(),
          reason: Bilingual,
        }),
      ),
    }),
  },
} as const;

export const Page = z.object({
  page: z.coerce.number().int().min(1).default(1),
  size: z.coerce.number().int().min(1).max(500).default(50),
});
