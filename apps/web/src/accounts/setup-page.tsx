// The first start in production: the console's token makes the first two administrators, who are two people.
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api, useSession } from '../shell/index.ts';
import { Empty, Link, Notice, Page, Section, TextInput, useWords } from '../ui/index.ts';
import './accounts.css';
import { useNewSession } from './hooks.ts';
import { AccountForm } from './parts/account-form.tsx';
import { words } from './words-account.ts';

interface FirstPerson {
  readonly login: string;
  readonly name: string;
  readonly password: string;
}

const empty: FirstPerson = { login: '', name: '', password: '' };
const isFilled = (person: FirstPerson) => person.login.length > 2 && person.name !== '' && person.password !== '';

export function SetupPage() {
  const w = useWords(words).setup;
  const [token, setToken] = useState('');
  const [security, setSecurity] = useState(empty);
  const [system, setSystem] = useState(empty);
  const session = useSession();
  const renew = useNewSession();
  const setup = useMutation(api.accounts.setup.mutationOptions({ onSuccess: renew }));
  if (!session?.setup) {
    return (
      <Page title={w.title}>
        {setup.isSuccess ? (
          <Notice tone="good" title={w.done} action={<Link to="/sign-in">{w.toSignIn}</Link>}>
            {w.doneNext}
          </Notice>
        ) : (
          <Empty title={w.closed} action={<Link to="/sign-in">{w.toSignIn}</Link>} />
        )}
      </Page>
    );
  }
  return (
    <Page title={w.title} answers={w.answers}>
      <AccountForm
        label={w.title}
        send={w.send}
        main
        busy={setup.isPending}
        error={setup.error}
        disabled={token === '' || !isFilled(security) || !isFilled(system)}
        onSend={() => setup.mutate({ token, security, system })}
      >
        <TextInput label={w.token} note={w.tokenNote} value={token} fills="off" onChange={setToken} />
        <PersonFields title={w.security} note={w.securityNote} person={security} onChange={setSecurity} />
        <PersonFields title={w.system} note={w.systemNote} person={system} onChange={setSystem} />
      </AccountForm>
    </Page>
  );
}

interface PersonFieldsProps {
  readonly title: string;
  readonly note: string;
  readonly person: FirstPerson;
  readonly onChange: (person: FirstPerson) => void;
}

function PersonFields({ title, note, person, onChange }: PersonFieldsProps) {
  const w = useWords(words).setup;
  return (
    <Section title={title} note={note}>
      <div className="stack">
        <TextInput label={w.login} value={person.login} fills="off" onChange={(login) => onChange({ ...person, login })} />
        <TextInput label={w.name} value={person.name} fills="off" onChange={(name) => onChange({ ...person, name })} />
        <TextInput
          label={w.password}
          note={w.passwordNote}
          value={person.password}
          secret
          fills="new-password"
          onChange={(password) => onChange({ ...person, password })}
        />
      </div>
    </Section>
  );
}
