// The frozen version behind a code, and whether the plan has gone on since.
import type { Answers } from '@zhenghe/contract/client';
import { AreaText, Facts, Notice, Section, useSay, useWords } from '../../ui/index.ts';
import { printedCode } from '../code.ts';
import { words } from '../words.ts';

type Verified = Answers['documents']['verify'];

export function VerifiedFacts({ verified }: { readonly verified: Verified }) {
  const w = useWords(words);
  const say = useSay();
  const current = verified.latest === verified.version;
  return (
    <>
      <Notice tone="good" title={w.genuine}>
        {verified.dataset === 'training' ? <strong>{w.training}</strong> : null}
      </Notice>
      <Notice tone={current ? 'info' : 'warn'} title={current ? w.isCurrent : w.notCurrent(verified.latest)} />
      <Section title={w.kinds[verified.kind]}>
        <Facts
          rows={[
            [
              w.code,
              <span key="code" className="number">
                {printedCode(verified.code)}
              </span>,
            ],
            [w.title, verified.title],
            [w.place, verified.place],
            [w.version, w.versionName(verified.version)],
            [w.stateThen, w.planStates[verified.state]],
            [w.day, verified.on],
            [w.parks, w.count(verified.parks)],
            [w.zones, w.count(verified.zones)],
            [w.before, <AreaText key="before" km2={verified.before} />],
            [w.after, <AreaText key="after" km2={verified.after} />],
            [w.madeAt, verified.recordedAt],
            [w.by, say(verified.by)],
            [w.packs, verified.packs.map(({ id, version, hash }) => `${id} ${version} (${hash.slice(0, 12)})`).join('; ')],
            [w.planHash, <Hash key="plan" value={verified.planSha256} />],
            [w.fileHash, <Hash key="file" value={verified.file.sha256} />],
          ]}
        />
      </Section>
    </>
  );
}

function Hash({ value }: { readonly value: string }) {
  return <code className="document-hash">{value}</code>;
}
