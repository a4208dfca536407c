// Who reads a level whole, each role once, at the widest reach it is cleared for.
import type { DataClass, DataClasses } from '@zhenghe/contract/accounts';
import { isCleared } from '@zhenghe/engine/accounts';

type Row = DataClasses['clearance'][number];
type Readers = Readonly<Record<'own' | 'below' | 'elsewhere', readonly Row['role'][]>>;

export function readersOf(level: DataClass['level'], clearance: readonly Row[]): Readers {
  const widest = ({ own, below, elsewhere }: Row) =>
    isCleared(elsewhere, level) ? 'elsewhere' : isCleared(below, level) ? 'below' : isCleared(own, level) ? 'own' : null;
  const at = (reach: keyof Readers) => clearance.filter((row) => widest(row) === reach).map(({ role }) => role);
  return { own: at('own'), below: at('below'), elsewhere: at('elsewhere') };
}
