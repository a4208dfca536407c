// Whom the drafting unit of a place may ask: its own departments, those of its city, and the province's.
import type { Bilingual } from '@zhenghe/engine/kernel';
import type { Rulebook } from '@zhenghe/rulebook';
import type { Database } from '../platform/database.ts';
import { listJurisdictions } from '../territory/index.ts';
import type { NamedUnit } from './record.ts';

export async function unitsToAsk(db: Database, rulebook: Rulebook, jurisdiction: string): Promise<readonly NamedUnit[]> {
  const names = new Map((await listJurisdictions(db)).map(({ code, name, nameEn }) => [code, { zh: name, en: nameEn }]));
  const nameOf = (code: string): Bilingual => names.get(code) ?? (code === province ? provinceName : { zh: code, en: code });
  const city = `${jurisdiction.slice(0, 4)}00`;
  const { departments, provincial } = rulebook.workflowDefaults;
  const of = (place: string, all: Readonly<Record<string, Bilingual>>): readonly NamedUnit[] =>
    Object.entries(all).map(([id, name]) => ({
      id: `${place}/${id}`,
      name: { zh: `${nameOf(place).zh}${name.zh}`, en: `${nameOf(place).en}, ${name.en}` },
    }));
  return [...of(jurisdiction, departments), ...(city === jurisdiction ? [] : of(city, departments)), ...of(province, provincial)];
}

const province = '330000';
const provinceName: Bilingual = { zh: '浙江省', en: 'Zhejiang Province' };
