// People: added, reset and ended by the security administrator; a first password is shown once.
import { useMutation, useQuery } from '@tanstack/react-query';
import type { Answers } from '@zhenghe/contract/client';
import { useState } from 'react';
import { api, useSession } from '../../shell/index.ts';
import { Answer, Button, DataTable, Empty, Failed, MaskedText, Notice, StateWord, TextInput, useWords } from '../../ui/index.ts';
import { useListsAgain } from '../hooks.ts';
import { words as doorWords } from '../words-door.ts';
import { words } from '../words-people.ts';
import { AddSection } from './add-section.tsx';
import { InviteIdentity } from './invite-identity.tsx';

type Person = Answers['accounts']['people'][number];
type Wish = { readonly kind: 'reset' | 'end' | 'invite'; readonly person: Person };

export function PeopleTable({ maySecure }: { readonly maySecure: boolean }) {
  const { people: w, tabs } = useWords(words);
  const people = useQuery(api.accounts.people.queryOptions());
  const [wish, setWish] = useState<Wish | null>(null);
  return (
    <div className="stack">
      {maySecure ? <AddPerson /> : null}
      {wish?.kind === 'invite' ? <InviteIdentity key={wish.person.id} person={wish.person} onDone={() => setWish(null)} /> : null}
      {wish && wish.kind !== 'invite' ? <Sure wish={wish} onDone={() => setWish(null)} /> : null}
      <Answer query={people}>
        {(rows) => (
          <DataTable
            caption={tabs.people}
            rows={rows}
            rowKey={(row) => row.id}
            empty={<Empty title={w.none} />}
            wrap
            columns={[
              { key: 'name', title: w.name, render: (row) => <MaskedText>{row.name}</MaskedText> },
              { key: 'login', title: w.login, tight: true, important: true, render: (row) => <MaskedText>{row.login}</MaskedText> },
              { key: 'state', title: w.state, important: true, render: (row) => <PersonState person={row} /> },
              ...(maySecure
                ? [{ key: 'do', title: w.actions, important: true, render: (row: Person) => <Actions person={row} onWish={setWish} /> }]
                : []),
            ]}
          />
        )}
      </Answer>
    </div>
  );
}

function PersonState({ person }: { readonly person: Person }) {
  const w = useWords(words).people;
  if (person.endedOn) return <StateWord tone="bad">{w.ended(person.endedOn)}</StateWord>;
  return (
    <>
      <StateWord tone={person.active ? 'good' : 'warn'}>{person.active ? w.active : w.waiting}</StateWord>{' '}
      <span className="note">{person.hasFactor ? w.factor : w.noFactor}</span>
    </>
  );
}

function Actions({ person, onWish }: { readonly person: Person; readonly onWish: (wish: Wish) => void }) {
  const w = useWords(words).people;
  const { invite } = useWords(doorWords);
  const provider = useSession()?.provider ?? null;
  if (person.endedOn) return null;
  return (
    <span className="actions">
      {provider ? (
        <Button small label={`${invite.button} · ${person.name}`} onClick={() => onWish({ kind: 'invite', person })}>
          {invite.button}
        </Button>
      ) : null}
      <Button small label={`${w.reset} · ${person.name}`} onClick={() => onWish({ kind: 'reset', person })}>
        {w.reset}
      </Button>
      <Button small kind="danger" label={`${w.end} · ${person.name}`} onClick={() => onWish({ kind: 'end', person })}>
        {w.end}
      </Button>
    </span>
  );
}

/** Both cut somebody off at once, so they are asked twice. */
function Sure({ wish: { kind, person }, onDone }: { readonly wish: Wish; readonly onDone: () => void }) {
  const w = useWords(words).people;
  const again = useListsAgain();
  const end = useMutation(
    api.accounts.endPerson.mutationOptions({
      onSuccess: async () => {
        await again();
        onDone();
      },
    }),
  );
  const reset = useMutation(api.accounts.resetPerson.mutationOptions({ onSuccess: again }));
  if (reset.data) return <Once name={person.name} password={reset.data.password} />;
  return (
    <Notice
      tone="warn"
      title={kind === 'end' ? w.sure(person.name) : w.sureReset(person.name)}
      action={
        <>
          <Button
            kind="danger"
            busy={end.isPending || reset.isPending}
            onClick={() => (kind === 'end' ? end.mutate({ id: person.id }) : reset.mutate({ id: person.id }))}
          >
            {kind === 'end' ? w.end : w.reset}
          </Button>{' '}
          <Button onClick={onDone}>{w.cancel}</Button>
        </>
      }
    >
      {end.error || reset.error ? <Failed error={end.error ?? reset.error} /> : null}
    </Notice>
  );
}

function AddPerson() {
  const w = useWords(words).people;
  const [login, setLogin] = useState('');
  const [name, setName] = useState('');
  const again = useListsAgain();
  const add = useMutation(
    api.accounts.addPerson.mutationOptions({
      onSuccess: async () => {
        setLogin('');
        setName('');
        await again();
      },
    }),
  );
  return (
    <AddSection
      title={w.add}
      adding={add}
      disabled={login.length < 3 || name === ''}
      onAdd={() => add.mutate({ login, name })}
      after={add.data ? <Once name={add.data.person.name} password={add.data.password} /> : null}
    >
      <TextInput label={w.name} value={name} fills="off" onChange={setName} />
      <TextInput label={w.login} value={login} fills="off" onChange={setLogin} />
    </AddSection>
  );
}

function Once({ name, password }: { readonly name: string; readonly password: string }) {
  const w = useWords(words).people;
  return (
    <Notice tone="good" title={w.once(name)}>
      <p className="once">{password}</p>
    </Notice>
  );
}
