// County outlines of the product's own data, fetched once for all maps. For orientation only.
const address = '/data/territory/counties.geojson';

let asked: Promise<unknown> | null = null;

/** As GeoJSON in 4490. A failed fetch is not kept. */
export function countyOutlines(): Promise<unknown> {
  asked ??= read().catch((fault: unknown) => {
    asked = null;
    throw fault;
  });
  return asked;
}

async function read(): Promise<unknown> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response.json();
}
