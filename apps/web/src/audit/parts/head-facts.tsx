// The latest signed head: the figure a third party can keep, and hold against us later.
import { Answer, Facts, Notice, Section, useWords } from '../../ui/index.ts';
import { useHead } from '../hooks.ts';
import { words } from '../words.ts';
import { localTime } from './entry-panel.tsx';

export function HeadFacts() {
  const w = useWords(words);
  return (
    <Section title={w.head} note={w.headNote}>
      <Answer query={useHead()} rows={3}>
        {({ head, waiting }) =>
          head ? (
            <Facts
              rows={[
                [w.covers, w.entries(head.size)],
                [w.signedAt, localTime(head.at)],
                [w.waiting, w.entries(waiting)],
                [
                  'SHA-256',
                  <code key="sha256" className="hash">
                    {head.sha256}
                  </code>,
                ],
                [
                  'SM3',
                  <code key="sm3" className="hash">
                    {head.sm3}
                  </code>,
                ],
                [w.key, `${head.keyId} (${[head.algorithm, head.userId].filter(Boolean).join(' · ')})`],
              ]}
            />
          ) : (
            <Notice title={w.noHead}>{w.noHeadNext(waiting)}</Notice>
          )
        }
      </Answer>
    </Section>
  );
}
