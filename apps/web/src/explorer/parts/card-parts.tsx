// The longer parts of a source card: parts of a formula, acts carried through, the paper trail of approved versions.
import { grouped, Link, MissingText, StateWord, useSay, useWords } from '../../ui/index.ts';
import type { Reading } from '../figures.ts';
import type { Card } from '../shapes.ts';
import { cardWords } from '../words-card.ts';

interface DerivedProps {
  readonly derived: NonNullable<Card['derived']>;
  readonly reading: Reading;
}

export function Derived({ derived, reading }: DerivedProps) {
  const w = useWords(cardWords);
  return (
    <section>
      <h3>{w.derived}</h3>
      <p className="formula">{derived.formula}</p>
      <ul className="plain-list">
        {derived.parts.map((part) => (
          <li key={part.code}>
            <span>{reading.say(part.name)}</span>
            {part.value === null ? (
              <MissingText {...(part.missing ? { reason: part.missing } : {})} />
            ) : (
              <span className="number">
                {grouped(part.value)} <span className="unit">{reading.unitName(part.unit)}</span>
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

export function Carried({ carried }: { readonly carried: Card['carried'] }) {
  const w = useWords(cardWords);
  const say = useSay();
  return (
    <section>
      <h3>{w.carried}</h3>
      <ul className="trail">
        {carried.map((act) => (
          <li key={`${act.act}.${act.from}`}>
            <b>{act.on}</b> {w.from} {act.from} · {act.paper}
            <div className="note">{say(act.rule)}</div>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The same figure as it was printed elsewhere, and why one reading stands. */
export function Quality({ quality }: { readonly quality: Card['quality'] }) {
  const w = useWords(cardWords);
  const say = useSay();
  return quality.map(({ title, readings, handling }) => (
    <section key={title.zh}>
      <h3>{w.quality}</h3>
      <p>{say(title)}</p>
      <ul className="trail">
        {readings.map(({ printed, possible, why }) => (
          <li key={printed}>
            <b className="number">{printed}</b> <StateWord tone={possible ? 'good' : 'bad'}>{possible ? w.canBe : w.cannotBe}</StateWord>
            <div className="note">{say(why)}</div>
          </li>
        ))}
      </ul>
      <p className="note">{say(handling)}</p>
    </section>
  ));
}

/** Versions shown before all of them are asked for: a year of a merged zone is made of dozens of months. */
const newest = 6;

export function Versions({ card, reading }: { readonly card: Card; readonly reading: Reading }) {
  const w = useWords(cardWords);
  const earlier = card.versions.slice(0, -newest);
  return (
    <section>
      <h3>{w.versions}</h3>
      {card.versions.length === 0 ? <p className="note">{card.derived ? w.derivedVersions : w.noVersions}</p> : null}
      {earlier.length > 0 ? (
        <details>
          <summary>{w.earlier(earlier.length)}</summary>
          <Trail card={card} versions={earlier} reading={reading} />
        </details>
      ) : null}
      <Trail card={card} versions={card.versions.slice(-newest)} reading={reading} />
    </section>
  );
}

interface TrailProps {
  readonly card: Card;
  readonly versions: Card['versions'];
  readonly reading: Reading;
}

function Trail({ card, versions, reading }: TrailProps) {
  const w = useWords(cardWords);
  const say = useSay();
  return (
    <ol className="trail">
      {versions.map((version, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: versions only ever are added
        <li key={index}>
          <b>{version.on}</b>{' '}
          {version.value === null ? (
            <MissingText {...(version.missing ? { reason: version.missing } : {})} />
          ) : (
            <span className="number">
              {grouped(version.value)} <span className="unit">{reading.unitName(card.indicator.unit)}</span>
            </span>
          )}
          <div className="note">
            {say(version.source)}
            {version.approvedBy ? ` · ${say(version.approvedBy)}` : ''}
            {version.filing ? (
              <>
                {' · '}
                <Link to={`/statistics/filings/${encodeURIComponent(version.filing)}`}>{w.filing}</Link>
              </>
            ) : null}
          </div>
          {version.reason ? <div className="note">{`${w.reason}: ${version.reason}`}</div> : null}
          {version.explanation ? <div className="note">{`${w.explanation}: ${version.explanation}`}</div> : null}
        </li>
      ))}
    </ol>
  );
}
