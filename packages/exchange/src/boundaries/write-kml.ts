// KML and KMZ: always longitude and latitude, as their standard has it; fields as ExtendedData.
import type { Feature } from '@zhenghe/engine/boundaries';
import { pack } from '../kernel/index.ts';
import { fieldsOf, figuresOf, type Outgoing, titleOf } from './outgoing.ts';

export function writeKml(out: Outgoing): Uint8Array {
  const figures = figuresOf({ kind: 'geographic', datum: 'wgs84', order: 'lon-lat' });
  const placemarks = out.features.map((feature) => placemarkOf(feature, out.training, figures));
  return Buffer.from(
    `<?xml version="1.0" encoding="UTF-8"?>\n<kml xmlns="http://www.opengis.net/kml/2.2">\n<Document>\n<name>${escaped(titleOf(out))}</name>\n` +
      `${placemarks.join('')}</Document>\n</kml>\n`,
  );
}

export function writeKmz(out: Outgoing): Uint8Array {
  return pack(new Map([['doc.kml', Buffer.from(writeKml(out))]]), true);
}

function placemarkOf(feature: Feature, training: boolean, figures: ReturnType<typeof figuresOf>): string {
  const data = fieldsOf(feature, training).map(([key, value]) => `<Data name="${escaped(key)}"><value>${escaped(value)}</value></Data>`);
  const polygons = feature.shape.map((polygon) => {
    const rings = polygon.map((ring, index) => {
      const role = index === 0 ? 'outerBoundaryIs' : 'innerBoundaryIs';
      const coordinates = ring.map((position) => figures(position).join(',')).join(' ');
      return `<${role}><LinearRing><coordinates>${coordinates}</coordinates></LinearRing></${role}>`;
    });
    return `<Polygon>${rings.join('')}</Polygon>`;
  });
  return (
    `<Placemark><name>${escaped(feature.name)}</name><ExtendedData>${data.join('')}</ExtendedData>` +
    `<MultiGeometry>${polygons.join('')}</MultiGeometry></Placemark>\n`
  );
}

/** XML has no place for control characters, not even escaped. */
function escaped(text: string): string {
  const printable = [...text].filter((letter) => letter >= ' ' || letter === '\t' || letter === '\n').join('');
  return printable.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
