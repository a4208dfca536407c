// A second reading of the files, only when something is wrong: who did what in the entries that are named.
import type { AuditEntry } from '@zhenghe/engine/audit';
import { fileParts, linesOf, readLine } from './file-format.ts';
import type { Details, Suspicion } from './suspicion.ts';

export async function detailsOf(path: string, against: string | undefined, suspicions: readonly Suspicion[]): Promise<Details> {
  const positions = new Set(suspicions.flatMap((one) => ('position' in one && one.position !== null ? [one.position] : [])));
  const leaves = new Set(suspicions.flatMap((one) => ('leaf' in one && one.leaf !== null ? [one.leaf] : [])));
  return {
    now: positions.size > 0 ? await entriesAt(path, positions) : new Map(),
    before: against !== undefined && leaves.size > 0 ? await entriesAt(against, leaves) : new Map(),
  };
}

async function entriesAt(path: string, positions: ReadonlySet<number>): Promise<ReadonlyMap<number, Partial<AuditEntry>>> {
  const found = new Map<number, Partial<AuditEntry>>();
  let position = -1;
  for await (const part of fileParts(path)) {
    for (const { bytes } of linesOf(part)) {
      const line = readLine(bytes.toString());
      if (line?.kind !== 'entry') continue;
      position += 1;
      if (positions.has(position)) found.set(position, textsOf(line.entry));
    }
  }
  return found;
}

/** Only the fields an entry has, and only texts: the line may hold anything. */
function textsOf(entry: Readonly<Record<string, unknown>>): Partial<AuditEntry> {
  const names = ['id', 'at', 'dataset', 'actor', 'role', 'unit', 'jurisdiction', 'action', 'object', 'requestId'] as const;
  const texts: { -readonly [Name in keyof AuditEntry]?: AuditEntry[Name] } = {};
  for (const name of names) {
    const text = entry[name];
    if (typeof text === 'string') texts[name] = text;
  }
  return texts;
}
