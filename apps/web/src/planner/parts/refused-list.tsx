// A refusal with everything it names: nothing was written, and each place or part says why.
import { Failed, useSay } from '../../ui/index.ts';
import { refusedOnes } from '../refused.ts';

interface RefusedListProps {
  readonly error: unknown;
  readonly nameOf: (where: string) => string;
}

export function RefusedList({ error, nameOf }: RefusedListProps) {
  const say = useSay();
  const ones = refusedOnes(error);
  return (
    <>
      <Failed error={error} />
      {ones.length > 0 ? (
        <ul className="planner-refused">
          {ones.map(({ where, reason }) => (
            <li key={`${where}/${reason.en}`}>
              {where === '' ? '' : `${nameOf(where)} · `}
              {say(reason)}
            </li>
          ))}
        </ul>
      ) : null}
    </>
  );
}
