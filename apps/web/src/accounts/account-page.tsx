// One's own account: what is owed first, then the acting office, the proof of identity, password, second factor, sessions.
import { useMutation } from '@tanstack/react-query';
import { api, forgetAllKept, type SessionData, takeSession, useOpen, useSession } from '../shell/index.ts';
import { Button, Empty, Facts, Failed, Link, Notice, Page, useSay, useWords } from '../ui/index.ts';
import './accounts.css';
import { useNewSession } from './hooks.ts';
import { FactorSetup } from './parts/factor-setup.tsx';
import { IdentityList } from './parts/identity-list.tsx';
import { OfficeChoice } from './parts/office-choice.tsx';
import { PasswordForm } from './parts/password-form.tsx';
import { ProofForm } from './parts/proof-form.tsx';
import { SessionList } from './parts/session-list.tsx';
import { words } from './words-account.ts';

export function AccountPage() {
  const w = useWords(words).account;
  const session = useSession();
  if (!session?.account) {
    return (
      <Page title={w.title}>
        <Empty title={w.none} action={<Link to="/sign-in">{w.signIn}</Link>} />
      </Page>
    );
  }
  return <Own session={session} account={session.account} />;
}

interface OwnProps {
  readonly session: SessionData;
  readonly account: NonNullable<SessionData['account']>;
}

function Own({ session, account }: OwnProps) {
  const w = useWords(words).account;
  const say = useSay();
  const owes = account.duties.length > 0;
  return (
    <Page title={w.title} answers={w.answers} actions={<Leave />}>
      {account.viewingAs ? <StopLooking unit={say(account.viewingAs)} /> : null}
      {owes ? (
        <Notice tone="warn" title={w.owes}>
          {account.duties.map((duty) => w.duty[duty]).join(' ')}
        </Notice>
      ) : null}
      <Facts
        rows={[
          [w.name, account.person.name],
          [w.login, account.person.login],
          [w.acting, session.card ? `${say(session.card.name)} · ${say(session.card.unit)}` : w.noOffice],
        ]}
      />
      <AdminLinks role={session.card?.role} />
      {account.duties.includes('password') ? <PasswordForm account={account} /> : null}
      {account.duties.join() === 'factor' ? <FactorSetup account={account} /> : null}
      {owes ? null : <OfficeChoice session={session} />}
      {owes ? null : <ProofForm account={account} provider={session.provider} />}
      {account.duties.includes('password') ? null : <PasswordForm account={account} />}
      {account.duties.includes('factor') ? null : <FactorSetup account={account} />}
      {owes || !session.provider ? null : <IdentityList provider={session.provider} />}
      <SessionList />
    </Page>
  );
}

function AdminLinks({ role }: { readonly role: string | undefined }) {
  const w = useWords(words).account;
  if (role !== 'security-admin' && role !== 'system-admin') return null;
  return (
    <p>
      <Link to="/people">{w.toPeople}</Link>
      {' · '}
      <Link to="/account-settings">{w.toSettings}</Link>
    </p>
  );
}

function Leave() {
  const w = useWords(words).account;
  const renew = useNewSession();
  const open = useOpen();
  const leave = useMutation(
    api.accounts.signOut.mutationOptions({
      onSuccess: async (session) => {
        forgetAllKept();
        takeSession(session);
        await renew();
        open('/sign-in');
      },
    }),
  );
  return (
    <Button busy={leave.isPending} onClick={() => leave.mutate({})}>
      {w.signOut}
    </Button>
  );
}

function StopLooking({ unit }: { readonly unit: string }) {
  const w = useWords(words).account;
  const renew = useNewSession();
  const stop = useMutation(api.accounts.viewAs.mutationOptions({ onSuccess: renew }));
  return (
    <>
      <Notice
        tone="warn"
        title={w.viewing(unit)}
        action={
          <Button busy={stop.isPending} onClick={() => stop.mutate({ office: null })}>
            {w.stopLooking}
          </Button>
        }
      />
      {stop.error ? <Failed error={stop.error} /> : null}
    </>
  );
}
