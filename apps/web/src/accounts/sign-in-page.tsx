// Sign in: login and password, or the provider; and what came of the way there and back.
import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { api, type SessionData, useAddress, useOpen, useSession } from '../shell/index.ts';
import { Empty, Link, Notice, Page, TextInput, useSay, useWords } from '../ui/index.ts';
import './accounts.css';
import { useNewSession } from './hooks.ts';
import { AccountForm } from './parts/account-form.tsx';
import { ProviderButton } from './parts/provider-button.tsx';
import { SignInForm } from './parts/sign-in-form.tsx';
import { tellDone } from './provider-window.ts';
import { words } from './words-account.ts';
import { words as doorWords } from './words-door.ts';

export function SignInPage() {
  const w = useWords(words).signIn;
  const session = useSession();
  const [search] = useAddress();
  if (!session) return null;
  if (session.profile === 'demo') {
    return (
      <Page title={w.title}>
        <Empty title={w.demo} action={<Link to="/roles">{w.demoNext}</Link>} />
      </Page>
    );
  }
  return (
    <Page title={w.title} answers={w.answers}>
      <WayBack outcome={search.oidc} />
      {search.oidc === 'done' || search.oidc === 'code' ? null : <Inside session={session} invitation={search.invitation} />}
    </Page>
  );
}

function Inside({ session, invitation }: { readonly session: SessionData; readonly invitation: string | undefined }) {
  const w = useWords(words).signIn;
  if (session.setup) return <Empty title={w.setup} action={<Link to="/setup">{w.setupNext}</Link>} />;
  if (session.account) return <Empty title={w.already(session.account.person.name)} action={<Link to="/account">{w.toAccount}</Link>} />;
  if (invitation && session.provider) return <Invited invitation={invitation} provider={session.provider} />;
  return <Ways session={session} />;
}

function Ways({ session }: { readonly session: SessionData }) {
  const w = useWords(words).signIn;
  const p = useWords(doorWords).provider;
  const say = useSay();
  const [search] = useAddress();
  const renew = useNewSession();
  const open = useOpen();
  const onSignedIn = async () => {
    await renew();
    open('/account');
  };
  return (
    <div className="stack">
      <SignInForm send={w.send} sendCode={w.sendCode} onSignedIn={onSignedIn}>
        <p className="note">{w.help}</p>
      </SignInForm>
      {session.provider ? (
        <ProviderButton label={p.signIn(say(session.provider))} way={{ purpose: 'sign-in', back: accountPath(search.lang) }} />
      ) : null}
    </div>
  );
}

interface InvitedProps {
  readonly invitation: string;
  readonly provider: NonNullable<SessionData['provider']>;
}

function Invited({ invitation, provider }: InvitedProps) {
  const p = useWords(doorWords).provider;
  const say = useSay();
  const [search] = useAddress();
  const way = { purpose: 'sign-in', back: accountPath(search.lang), invitation } as const;
  return (
    <div className="stack">
      <Notice title={p.invited}>{p.invitedNext}</Notice>
      <ProviderButton main label={p.signIn(say(provider))} way={way} />
    </div>
  );
}

const accountPath = (lang: string | undefined) => (lang ? `/account?lang=${encodeURIComponent(lang)}` : '/account');

function WayBack({ outcome }: { readonly outcome: string | undefined }) {
  const { failed, provider: p } = useWords(doorWords);
  useEffect(() => {
    if (outcome === 'done') tellDone();
  }, [outcome]);
  if (outcome === undefined) return null;
  if (outcome === 'done') {
    return (
      <Notice tone="good" title={p.done}>
        {p.doneNext}
      </Notice>
    );
  }
  if (outcome === 'code') return <CodeForm />;
  const told = Object.hasOwn(failed, outcome) ? failed[outcome as keyof typeof failed] : failed.state;
  return (
    <Notice tone="bad" title={told.title}>
      {told.next}
    </Notice>
  );
}

/** The provider did not vouch for a second factor: its code is asked for here. */
function CodeForm() {
  const w = useWords(words).signIn;
  const p = useWords(doorWords).provider;
  const [code, setCode] = useState('');
  // The page opens anew: it was drawn for nobody, or for a session that has proved more since.
  const finish = useMutation(api.accounts.finishOidc.mutationOptions({ onSuccess: ({ back }) => window.location.assign(back) }));
  return (
    <div className="stack">
      <Notice title={p.code}>{p.codeNext}</Notice>
      <AccountForm
        label={p.code}
        send={p.sendCode}
        main
        busy={finish.isPending || finish.isSuccess}
        error={finish.error}
        disabled={code.trim() === ''}
        onSend={() => finish.mutate({ code })}
      >
        <TextInput label={w.code} note={w.codeNote} value={code} fills="one-time-code" onChange={setCode} />
      </AccountForm>
    </div>
  );
}
