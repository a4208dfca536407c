// What is wrong with what is drawn, numbered as on the map, with the mends that are safe: giving an overlap to one side, closing a gap.
import { Button, StateWord, type Tone, useSay, useWords } from '../../ui/index.ts';
import type { Feature, ShapeFinding } from '../shapes.ts';
import { words } from '../words-map.ts';
import { words as uploadWords } from '../words-upload.ts';
import type { Live } from './use-live.ts';

const tones: Readonly<Record<ShapeFinding['standing'], Tone>> = { mend: 'bad', warning: 'warn', repaired: 'quiet' };

interface FindingsPanelProps {
  readonly findings: readonly ShapeFinding[];
  readonly live: Live;
  readonly features: readonly Feature[];
  readonly canMend: boolean;
  readonly onSee: (finding: ShapeFinding) => void;
  readonly onMend: (finding: ShapeFinding, keeps: string) => void;
}

export function FindingsPanel({ findings, live, ...list }: FindingsPanelProps) {
  const w = useWords(words);
  return (
    <div className="stack">
      <p className="note" role="status">
        {live.failed ? w.checkFailed : live.busy ? w.checking : w.live}
      </p>
      {findings.length === 0 && live.checked ? <StateWord tone="good">{w.findingsNone}</StateWord> : null}
      <ol className="draw-findings">
        {findings.map((finding) => (
          <FindingLine
            key={`${finding.kind} ${finding.place.feature} ${finding.other ?? ''} ${finding.place.point}`}
            finding={finding}
            {...list}
          />
        ))}
      </ol>
    </div>
  );
}

type LineProps = Omit<FindingsPanelProps, 'findings' | 'live'> & { readonly finding: ShapeFinding };

function FindingLine({ finding, features, canMend, onSee, onMend }: LineProps) {
  const w = useWords(words);
  const kit = useWords(uploadWords);
  const say = useSay();
  const nameOf = (code: string) => features.find((feature) => feature.code === code)?.name ?? code;
  const { kind, standing, place, other } = finding;
  return (
    <li data-finding={kind}>
      <StateWord tone={tones[standing]}>{kit.standings[standing]}</StateWord>
      <button type="button" className="finding-text" onClick={() => onSee(finding)}>
        {say(finding.message)}
      </button>
      {canMend && other && kind === 'block-overlap' ? (
        <div className="button-row">
          {[other, place.feature].map((code) => (
            <Button key={code} small onClick={() => onMend(finding, code)}>
              {w.giveTo(nameOf(code))}
            </Button>
          ))}
        </div>
      ) : null}
      {canMend && other && kind === 'gap' ? (
        <Button small onClick={() => onMend(finding, other)}>
          {w.closeGap}
        </Button>
      ) : null}
    </li>
  );
}
