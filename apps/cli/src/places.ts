// Codes of the province's places by their Chinese names, from the data shipped with the product.
import { readFileSync } from 'node:fs';
import { Jurisdiction } from '@zhenghe/contract/territory';

let codes: ReadonlyMap<string, string> | undefined;

export function placeCode(name: string): string | undefined {
  codes ??= readCodes();
  return codes.get(name);
}

function readCodes(): ReadonlyMap<string, string> {
  const file = new URL('../../../data/territory/territory.json', import.meta.url);
  const places = Jurisdiction.array().parse(JSON.parse(readFileSync(file, 'utf8')));
  return new Map(places.map((place) => [place.name, place.code]));
}
