// One entry in full, and whether its proof holds: checked in this browser, not by the server.
import { Answer, Facts, Notice, SidePanel, useWords } from '../../ui/index.ts';
import { useEntry } from '../hooks.ts';
import type { Checked } from '../proof.ts';
import type { EntryAnswer } from '../shapes.ts';
import { words } from '../words.ts';

export function EntryPanel({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const w = useWords(words);
  const { entry, checked } = useEntry(id);
  return (
    <SidePanel title={w.entryTitle(id)} onClose={onClose}>
      <Answer query={entry}>
        {(answer) => (
          <>
            {checked ? <Proven checked={checked} answer={answer} /> : null}
            <EntryFacts entry={answer.entry} />
            {answer.proof ? <Path proof={answer.proof} /> : null}
          </>
        )}
      </Answer>
    </SidePanel>
  );
}

const tones = { holds: 'good', fails: 'bad', 'not-yet': 'info', 'no-crypto': 'warn' } as const;

function Proven({ checked, answer }: { readonly checked: Checked; readonly answer: EntryAnswer }) {
  const w = useWords(words);
  const { proof } = answer;
  return (
    <Notice tone={tones[checked]} title={w.proof[checked]}>
      {checked === 'holds' && proof ? w.proofHolds(proof.leaf, proof.head.size) : w.proofNext[checked]}
    </Notice>
  );
}

function EntryFacts({ entry }: { readonly entry: EntryAnswer['entry'] }) {
  const w = useWords(words);
  const hash = (text: string | null) => (text === null ? w.noContent : <code className="hash">{text}</code>);
  return (
    <Facts
      rows={[
        [w.at, `${localTime(entry.at)} (UTC ${entry.at})`],
        [w.unit, entry.unit],
        [w.actor, `${entry.actor} · ${entry.role}`],
        [w.place, entry.jurisdiction],
        [w.action, entry.action],
        [w.object, entry.object],
        [w.clause, entry.clause ?? w.noClause],
        [w.before, hash(entry.before)],
        [w.after, hash(entry.after)],
        [w.request, entry.requestId],
      ]}
    />
  );
}

function Path({ proof }: { readonly proof: NonNullable<EntryAnswer['proof']> }) {
  const w = useWords(words);
  return (
    <details>
      <summary>{w.path(proof.path.length)}</summary>
      <ol className="hash-path">
        {proof.path.map((text) => (
          <li key={text}>
            <code className="hash">{text}</code>
          </li>
        ))}
      </ol>
      <p className="note">
        {w.root} <code className="hash">{proof.head.sha256}</code>
      </p>
    </details>
  );
}

/** In the time of the place, to the second. */
export function localTime(at: string): string {
  return new Date(at).toLocaleString('sv-SE', { timeZone: 'Asia/Shanghai' });
}
