// Administrative divisions: the province, 11 cities, 90 counties.
import { z } from 'zod';
import { procedure } from './procedure.ts';

export const Jurisdiction = z.object({
  code: z.string(),
  name: z.string(),
  /** Romanised by rule for readers of English: Pujiang County. */
  nameEn: z.string(),
  level: z.enum(['province', 'city', 'county']),
  parent: z.string().nullable(),
  mountain26: z.boolean(),
  island: z.boolean(),
  /** Longitude and latitude in CGCS2000, for a point on the map. */
  point: z.tuple([z.number(), z.number()]),
  /** Whether an outline exists; 临平、钱塘、龙港 have none and are shown as points. */
  outlined: z.boolean(),
});
export type Jurisdiction = z.infer<typeof Jurisdiction>;

export const territory = {
  list: procedure.route({ method: 'GET', path: '/territory' }).output(z.array(Jurisdiction)),
};
