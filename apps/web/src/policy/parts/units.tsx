// Responsible units in the order of the text: the order is meaning, the leads come first and are bold (F27).
import { useWords } from '../../ui/index.ts';
import { words } from '../words.ts';

export function Units({ units, leads }: { readonly units: readonly string[]; readonly leads: number }) {
  const w = useWords(words);
  if (units.length === 0) return <span className="missing">{w.noUnits}</span>;
  return (
    <>
      {leads > 1 ? <p className="note">{w.leadsSeveral(leads)}</p> : null}
      <ol className="units">
        {units.map((unit, index) => (
          <li key={unit}>
            {index < leads ? (
              <>
                <strong>{unit}</strong> <span className="lead-mark">{w.lead}</span>
              </>
            ) : (
              unit
            )}
          </li>
        ))}
      </ol>
    </>
  );
}

/** The same in one line, for a table: leads bold, the rest counted. */
export function UnitsLine({ units, leads }: { readonly units: readonly string[]; readonly leads: number }) {
  const w = useWords(words);
  if (units.length === 0) return <span className="missing">{w.noUnits}</span>;
  const others = units.length - leads;
  return (
    <span title={units.join('、')}>
      <strong>{units.slice(0, leads).join('、')}</strong>
      {others > 0 ? <span className="note"> +{others}</span> : null}
    </span>
  );
}
