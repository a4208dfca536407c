// Codes of the province's places by their Chinese names, from the data shipped with the product.
import { readFileSync } from 'node:fs';
import { z } from 'zod';

const places = z.array(z.object({ code: z.string(), name: z.string() }));
let codes: ReadonlyMap<string, string> | undefined;

export function placeCode(name: string): string | undefined {
  codes ??= new Map(readPlaces().map((place) => [place.name, place.code]));
  return codes.get(name);
}

function readPlaces(): z.infer<typeof places> {
  const file = new URL('../../../data/territory/territory.json', import.meta.url);
  return places.parse(JSON.parse(readFileSync(file, 'utf8')));
}
