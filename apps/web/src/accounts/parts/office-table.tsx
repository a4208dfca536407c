// Offices: what waits for a second person first, then who holds what; proposing, deciding, ending, looking as one does.
import { useMutation, useQuery } from '@tanstack/react-query';
import type { Answers } from '@zhenghe/contract/client';
import { api } from '../../shell/index.ts';
import { Answer, Button, DataTable, Empty, Failed, MaskedText, StateWord, useWords } from '../../ui/index.ts';
import { useListsAgain, useNewSession } from '../hooks.ts';
import { words as roleWords } from '../words.ts';
import { words } from '../words-people.ts';
import { ProposeOffice } from './propose-office.tsx';

type Office = Answers['accounts']['offices'][number];
type Person = Answers['accounts']['people'][number];

export function OfficeTable({ maySecure, people }: { readonly maySecure: boolean; readonly people: readonly Person[] }) {
  const { offices: w, tabs } = useWords(words);
  const { role } = useWords(roleWords);
  const offices = useQuery(api.accounts.offices.queryOptions());
  return (
    <div className="stack">
      {maySecure ? <ProposeOffice people={people} /> : null}
      <Answer query={offices}>
        {(rows) => (
          <DataTable
            caption={tabs.offices}
            rows={rows}
            rowKey={(row) => row.id}
            empty={<Empty title={w.none} />}
            wrap
            columns={[
              { key: 'person', title: w.person, render: (row) => <MaskedText>{row.personName}</MaskedText> },
              { key: 'role', title: w.role, important: true, render: (row) => role[row.role] },
              { key: 'unit', title: w.unit, important: true, render: (row) => row.unitName },
              { key: 'from', title: w.from, tight: true, render: (row) => row.from },
              { key: 'to', title: w.to, tight: true, render: (row) => row.to ?? w.open },
              { key: 'state', title: w.state, render: (row) => <OfficeState office={row} /> },
              { key: 'do', title: w.actions, important: true, render: (row) => <OfficeActions office={row} maySecure={maySecure} /> },
            ]}
          />
        )}
      </Answer>
    </div>
  );
}

function OfficeState({ office }: { readonly office: Office }) {
  const w = useWords(words).offices;
  const tone = office.state === 'granted' ? 'good' : office.state === 'proposed' ? 'warn' : 'bad';
  return (
    <>
      <StateWord tone={tone}>{w[office.state]}</StateWord>{' '}
      <span className="note">{office.proposedBy ? w.by(office.proposedBy, office.decidedBy ?? '') : w.setup}</span>
    </>
  );
}

function OfficeActions({ office, maySecure }: { readonly office: Office; readonly maySecure: boolean }) {
  const w = useWords(words).offices;
  const again = useListsAgain();
  const renew = useNewSession();
  const decide = useMutation(api.accounts.decideOffice.mutationOptions({ onSuccess: again }));
  const end = useMutation(api.accounts.endOffice.mutationOptions({ onSuccess: again }));
  const look = useMutation(api.accounts.viewAs.mutationOptions({ onSuccess: renew }));
  const stands = office.state === 'granted' && office.to === null;
  const error = decide.error ?? end.error ?? look.error;
  const who = `${office.personName} · ${office.unitName}`;
  return (
    <span className="actions">
      {office.mayDecide ? (
        <>
          <Button small label={`${w.grant} · ${who}`} busy={decide.isPending} onClick={() => decide.mutate({ id: office.id, grant: true })}>
            {w.grant}
          </Button>
          <Button small label={`${w.refuse} · ${who}`} onClick={() => decide.mutate({ id: office.id, grant: false })}>
            {w.refuse}
          </Button>
        </>
      ) : null}
      {stands && maySecure && !office.role.endsWith('-admin') ? (
        <Button small label={`${w.look} · ${who}`} onClick={() => look.mutate({ office: office.id })}>
          {w.look}
        </Button>
      ) : null}
      {stands && maySecure ? (
        <Button small kind="danger" label={`${w.end} · ${who}`} busy={end.isPending} onClick={() => end.mutate({ id: office.id })}>
          {w.end}
        </Button>
      ) : null}
      {error ? <Failed error={error} /> : null}
    </span>
  );
}
