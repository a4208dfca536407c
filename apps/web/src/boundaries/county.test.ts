import { areaOf, overlayBy } from '@zhenghe/engine/boundaries';
import initGeosJs from 'geos-wasm';
import { expect, it } from 'vitest';
import counties from '../../../../data/territory/counties.geojson?raw';
import { countyFrom } from './county.ts';

const outlines: unknown = JSON.parse(counties);
const overlay = overlayBy(await initGeosJs({ errorHandler: () => undefined, noticeHandler: () => undefined }));
const cities = ['3301', '3302', '3303', '3304', '3305', '3306', '3307', '3308', '3309', '3310', '3311'];

it.each([...cities.map((city) => `${city}00`), '330000'])(
  'the outlines of %s make one land, though some of them cross themselves',
  (place) => {
    const county = countyFrom([], outlines, place);
    if (!county) throw new Error(`no outline of ${place}`);
    const land = overlay.union([county.shape]);
    expect(areaOf(land) / areaOf(county.shape)).toBeCloseTo(1, 2);
  },
);
