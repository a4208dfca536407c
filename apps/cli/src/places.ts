// Codes of the province's places by their Chinese names, from the data shipped with the product.
import { readJurisdictions } from '@zhenghe/server/src/territory/files.ts';

let codes: ReadonlyMap<string, string> | undefined;

export function placeCode(name: string): string | undefined {
  codes ??= new Map(readJurisdictions().map((place) => [place.name, place.code]));
  return codes.get(name);
}
