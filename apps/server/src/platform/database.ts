// One PostgreSQL, one typed handle. `Tables` is generated from the migrations (see rows.ts).
import type { Kysely } from 'kysely';
import type { Tables } from './rows.ts';

/** A pool or an open transaction: queries take either as their first argument. */
export type Database = Kysely<Tables>;
