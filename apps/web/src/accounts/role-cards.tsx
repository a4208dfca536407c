// Role cards of the demo: choose one, then the overview answers that person's first question of the day.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { RoleCard } from '@zhenghe/contract/accounts';
import { api, province, useOpen, useSession } from '../shell/index.ts';
import { Answer, Button, Empty, Failed, Notice, Page, StateWord, useSay, useWords } from '../ui/index.ts';
import { words } from './words.ts';

export function RoleCards() {
  const w = useWords(words);
  const session = useSession();
  if (session?.profile !== 'demo') {
    return (
      <Page title={w.title}>
        <Empty title={w.none}>{w.noneNext}</Empty>
      </Page>
    );
  }
  return (
    <Page title={w.title} answers={w.answers}>
      <Notice tone="info" title={w.demo}>
        {w.demoNote}
      </Notice>
      <Cards current={session.card?.id} />
    </Page>
  );
}

function Cards({ current }: { readonly current: string | undefined }) {
  const cards = useQuery(api.accounts.roleCards.queryOptions());
  const choose = useChoose();
  return (
    <>
      {choose.error ? <Failed error={choose.error} /> : null}
      <Answer query={cards}>
        {(list) => (
          <ul className="role-cards">
            {list.map((card) => (
              <li key={card.id}>
                <Card
                  card={card}
                  current={card.id === current}
                  busy={choose.isPending && choose.variables.card === card.id}
                  onChoose={() => choose.mutate({ card: card.id })}
                />
              </li>
            ))}
          </ul>
        )}
      </Answer>
    </>
  );
}

/** Takes a card, forgets what another person was shown, and opens the overview on the person's own place. */
function useChoose() {
  const open = useOpen();
  const cache = useQueryClient();
  return useMutation(
    api.accounts.chooseRole.mutationOptions({
      onSuccess: async (next) => {
        cache.setQueryData(api.accounts.session.queryKey(), next);
        for (const key of [api.cockpit.key(), api.plans.key(), api.approvals.key()]) cache.removeQueries({ queryKey: key });
        open('/', { place: next.card?.jurisdiction ?? province });
      },
    }),
  );
}

interface CardProps {
  readonly card: RoleCard;
  readonly current: boolean;
  readonly busy: boolean;
  readonly onChoose: () => void;
}

function Card({ card, current, busy, onChoose }: CardProps) {
  const w = useWords(words);
  const say = useSay();
  return (
    <section className={current ? 'role-card current' : 'role-card'}>
      <header>
        <span className="role-level">{w.role[card.role]}</span>
        {current ? <StateWord tone="good">{w.current}</StateWord> : null}
      </header>
      <h2>{say(card.name)}</h2>
      <p className="note">{say(card.unit)}</p>
      <p className="role-question">{say(card.question)}</p>
      <Button busy={busy} label={`${w.choose} · ${say(card.name)}`} onClick={onChoose}>
        {w.choose}
      </Button>
    </section>
  );
}
