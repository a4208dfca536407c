// A plan's file, by the one wizard of imports (F110): looked over first, then saved as a new version of this plan.
import { ImportWizard } from '../imports/index.ts';
import { useParam } from '../shell/index.ts';
import { Answer, Link, Notice, Page, useWords } from '../ui/index.ts';
import { usePlan } from './hooks.ts';
import { words } from './words.ts';

export function ImportPage() {
  const id = useParam('id');
  const w = useWords(words);
  const path = `/plans/${encodeURIComponent(id)}`;
  return (
    <Page title={w.importTitle} answers={w.importAnswer}>
      <p>
        <Link to={path}>{w.backToPlan}</Link>
      </p>
      <Answer query={usePlan(id)}>
        {(detail) =>
          detail.mayEdit ? (
            <>
              <h2>{detail.plan.title}</h2>
              <ImportWizard kind="plans" target={id} after={path} />
            </>
          ) : (
            <Notice title={w.onlyReader} />
          )
        }
      </Answer>
    </Page>
  );
}
