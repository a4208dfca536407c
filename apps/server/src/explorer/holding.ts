// The block of each data set, held by this process: filled once, and before every answer brought up to the newest publication. Other
// processes do the same by themselves, so each answers from the figures that were approved before it was asked; nothing runs in batches.
import type { Dataset } from '@zhenghe/contract/kernel';
import { actBook, applyFigures, type Cube, type CubeUnit, type Explorer, emptyCube, explorerOver } from '@zhenghe/engine/explorer';
import type { Day } from '@zhenghe/engine/kernel';
import type { LineageAct } from '@zhenghe/engine/zones';
import type { Rulebook } from '@zhenghe/rulebook';
import { type LoadedLibrary, libraryOn } from '../indicators/index.ts';
import { type Database, lenderOf, scoped, wholeProvince } from '../platform/database.ts';
import { sharedRead } from '../platform/shared-read.ts';
import { headOf } from '../statistics/index.ts';
import { actsThroughTime, registerMark, type ZoneThroughTime, zonesThroughTime } from '../zones/index.ts';
import { figuresOfUnits, listFiguresBetween, listUnitsWithFigures } from './figure-queries.ts';

/** Figures of a data set as of a publication. */
interface Holding {
  readonly cube: Cube;
  readonly epoch: number;
  number: number;
  readonly explorers: Map<string, Explorer>;
}

/** The register as it stands: bodies through time and acts. */
export interface Register {
  readonly mark: string;
  readonly zones: ReadonlyMap<string, ZoneThroughTime>;
  readonly units: ReadonlyMap<string, CubeUnit>;
  readonly acts: readonly LineageAct[];
  readonly book: ReturnType<typeof actBook>;
}

export interface Held {
  readonly explorer: Explorer;
  readonly loaded: LoadedLibrary;
  readonly register: Register;
  /** Of the newest publication in it. */
  readonly number: number;
}

export interface CubeAsked {
  readonly dataset: Dataset;
  /** Day of the library. */
  readonly on: Day;
}

interface Store {
  readonly holdings: Map<Dataset, Holding>;
  readonly registers: Map<Dataset, Register>;
}

const stores = new WeakMap<object, Store>();
const mostExplorers = 6;
const unitsAtOnce = 20;

/**
 * The figures up to the newest publication, ready to be asked. It reads for the whole province, so whoever answers from it says what
 * the caller may see (sight.ts). To be used before the next await: what it holds moves on with the next publication.
 */
export function cubeOf(db: Database, rulebook: Rulebook, asked: CubeAsked): Promise<Held> {
  const whole = wholeOf(db);
  return sharedRead(whole, JSON.stringify(['explorer', asked.dataset, asked.on]), async () => {
    const store = storeOf(db);
    const [loaded, register] = await Promise.all([libraryOn(whole, rulebook, asked), registerOf(whole, store, asked.dataset)]);
    const holding = await sharedRead(whole, JSON.stringify(['figures', asked.dataset]), () => upToDate(whole, store, { ...asked, loaded }));
    return { explorer: explorerIn(holding, loaded, register), loaded, register, number: holding.number };
  });
}

/** The product's own reading; an open transaction keeps the scope it began with. */
export function wholeOf(db: Database): Database {
  return lenderOf(db) ? scoped(db, wholeProvince) : db;
}

function storeOf(db: Database): Store {
  const owner = lenderOf(db)?.pool ?? db;
  const store = stores.get(owner) ?? { holdings: new Map(), registers: new Map() };
  stores.set(owner, store);
  return store;
}

async function registerOf(db: Database, store: Store, dataset: Dataset): Promise<Register> {
  const mark = await registerMark(db, dataset);
  const known = store.registers.get(dataset);
  if (known?.mark === mark) return known;
  const [zones, acts] = await Promise.all([zonesThroughTime(db, dataset), actsThroughTime(db, dataset)]);
  const units = zones.map(({ id, spans }) => ({ id, facts: spans }));
  const byId = <T extends { readonly id: string }>(all: readonly T[]) => new Map(all.map((one) => [one.id, one]));
  const register = { mark, zones: byId(zones), units: byId(units), acts, book: actBook(acts) };
  store.registers.set(dataset, register);
  return register;
}

interface Asking extends CubeAsked {
  readonly loaded: LoadedLibrary;
}

/** A number that went back, or rows taken away as a whole, mean that what is held is no longer so: it is read anew. */
async function upToDate(db: Database, store: Store, { dataset, loaded }: Asking): Promise<Holding> {
  const head = await headOf(db, dataset);
  const held = store.holdings.get(dataset);
  const decimalsOf = (code: string) => loaded.library.get(code)?.decimals ?? 2;
  if (!held || held.epoch !== head.epoch || held.number > head.number) {
    const fresh: Holding = { cube: emptyCube(), epoch: head.epoch, number: head.number, explorers: new Map() };
    await fill(db, fresh.cube, { dataset, number: head.number, decimalsOf });
    store.holdings.set(dataset, fresh);
    return fresh;
  }
  if (held.number < head.number) {
    const figures = await listFiguresBetween(db, { dataset, after: held.number, until: head.number });
    applyFigures(held.cube, figures, decimalsOf);
    held.number = head.number;
  }
  return held;
}

interface Filling {
  readonly dataset: Dataset;
  readonly number: number;
  readonly decimalsOf: (code: string) => number;
}

/** Some units at a time, so that neither memory nor other requests wait for a million rows. */
async function fill(db: Database, cube: Cube, { dataset, number, decimalsOf }: Filling): Promise<void> {
  const units = await listUnitsWithFigures(db, dataset);
  for (let at = 0; at < units.length; at += unitsAtOnce) {
    for await (const figures of figuresOfUnits(db, units.slice(at, at + unitsAtOnce), { dataset, number })) {
      applyFigures(cube, figures, decimalsOf);
    }
  }
}

/** What was gathered stays with the library and the map it was gathered by. */
function explorerIn(holding: Holding, loaded: LoadedLibrary, register: Register): Explorer {
  const key = JSON.stringify([loaded.key, register.mark]);
  const known = holding.explorers.get(key);
  if (known) return known;
  const explorer = explorerOver(holding.cube, { library: loaded.library, book: register.book, roster: register.units });
  const [oldest] = holding.explorers.keys();
  if (holding.explorers.size >= mostExplorers && oldest !== undefined) holding.explorers.delete(oldest);
  holding.explorers.set(key, explorer);
  return explorer;
}
