// Which of one's offices acts now.
import { useMutation } from '@tanstack/react-query';
import { api, type SessionData } from '../../shell/index.ts';
import { Button, Empty, Failed, Section, StateWord, useSay, useWords } from '../../ui/index.ts';
import { useNewSession } from '../hooks.ts';
import { words } from '../words-account.ts';

export function OfficeChoice({ session }: { readonly session: SessionData }) {
  const w = useWords(words).offices;
  const say = useSay();
  const renew = useNewSession();
  const choose = useMutation(api.accounts.chooseOffice.mutationOptions({ onSuccess: renew }));
  const offices = session.account?.offices ?? [];
  return (
    <Section title={w.title} note={w.note}>
      {choose.error ? <Failed error={choose.error} /> : null}
      {offices.length === 0 ? <Empty title={w.none}>{w.noneNext}</Empty> : null}
      <ul className="stack">
        {offices.map((office) => (
          <li key={office.id}>
            {say(office.name)} · {say(office.unit)}{' '}
            {office.id === session.card?.id ? (
              <StateWord tone="good">{w.acts}</StateWord>
            ) : (
              <Button
                small
                label={`${w.choose} · ${say(office.unit)}`}
                busy={choose.isPending && choose.variables.id === office.id}
                onClick={() => choose.mutate({ id: office.id })}
              >
                {w.choose}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
