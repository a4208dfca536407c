// A page of its own for kinds that are about no single subject: the register of zones, units and people.
import { useParam } from '../shell/index.ts';
import { Answer, Empty, Link, Notice, Page, useSay, useWords } from '../ui/index.ts';
import { useKinds } from './hooks.ts';
import { ImportWizard } from './wizard.tsx';
import { words } from './words.ts';

export function WizardPage() {
  const w = useWords(words);
  const say = useSay();
  const name = useParam('kind');
  const kinds = useKinds();
  const kind = kinds.data?.find((one) => one.kind === name);
  return (
    <Page title={kind ? w.titleOf(say(kind.title)) : w.title} answers={kind ? say(kind.about) : w.answers}>
      <p>
        <Link to="/imports">{w.backToList}</Link>
      </p>
      <Answer query={kinds}>
        {() => {
          if (!kind) return <Empty title={w.notYours} />;
          if (kind.targeted) return <Notice title={w.forPlans} action={<Link to="/plans">{w.toPlans}</Link>} />;
          return <ImportWizard kind={kind.kind} />;
        }}
      </Answer>
    </Page>
  );
}
