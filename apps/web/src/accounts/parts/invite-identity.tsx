// The security administrator's invitation to link an identity to a person's account: shown once, to be handed over.
import { useMutation } from '@tanstack/react-query';
import { api } from '../../shell/index.ts';
import { Button, Failed, Notice, useWords } from '../../ui/index.ts';
import { words } from '../words-door.ts';

export function InviteIdentity({ person }: { readonly person: { readonly id: string; readonly name: string } }) {
  const w = useWords(words).invite;
  const invite = useMutation(api.accounts.inviteIdentity.mutationOptions());
  return (
    <>
      <Button small label={`${w.button} · ${person.name}`} busy={invite.isPending} onClick={() => invite.mutate({ id: person.id })}>
        {w.button}
      </Button>
      {invite.error ? <Failed error={invite.error} /> : null}
      {invite.data ? (
        <Notice tone="good" title={w.title(person.name)}>
          <p className="once">{`${window.location.origin}/sign-in?invitation=${invite.data.token}`}</p>
          <p>{w.note}</p>
        </Notice>
      ) : null}
    </>
  );
}
