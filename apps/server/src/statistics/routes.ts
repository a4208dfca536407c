// statistics.* of the contract: HTTP in and out, no thought.
import { api } from '../platform/api.ts';
import { boardOf, timelinessOf } from './board.ts';
import { burdenOf } from './burden.ts';
import { decideFilings } from './decide.ts';
import { attachPaper, paperOf } from './evidence.ts';
import { readFilled, templateOf } from './file.ts';
import { formOn } from './forms.ts';
import { formHeads, lockPeriod, openPeriod } from './periods.ts';
import { enrol, rosterOn } from './roster.ts';
import { saveCells } from './save.ts';
import { sheetOn } from './sheet.ts';
import { submitFiling } from './submit.ts';
import { versionsOf } from './versions.ts';

export const statisticsRoutes = api.statistics.router({
  forms: api.statistics.forms.handler(({ context, input }) => formHeads(context, input)),
  form: api.statistics.form.handler(async ({ context: { db, rulebook }, input }) => {
    const { form, version, pack } = await formOn(db, rulebook, input);
    return { form, version, pack };
  }),
  openPeriod: api.statistics.openPeriod.handler(({ context, input }) => openPeriod(context, input)),
  lockPeriod: api.statistics.lockPeriod.handler(({ context, input }) => lockPeriod(context, input)),
  board: api.statistics.board.handler(({ context, input }) => boardOf(context, input)),
  timeliness: api.statistics.timeliness.handler(({ context, input }) => timelinessOf(context, input)),
  sheet: api.statistics.sheet.handler(({ context, input }) => sheetOn(context, input)),
  saveCells: api.statistics.saveCells.handler(({ context, input }) => saveCells(context, input)),
  submit: api.statistics.submit.handler(({ context, input }) => submitFiling(context, input)),
  decide: api.statistics.decide.handler(({ context, input }) => decideFilings(context, input)),
  versions: api.statistics.versions.handler(({ context, input }) => versionsOf(context, input.id)),
  template: api.statistics.template.handler(({ context, input }) => templateOf(context, input)),
  readFile: api.statistics.readFile.handler(({ context, input }) => readFilled(context, input)),
  attach: api.statistics.attach.handler(({ context, input }) => attachPaper(context, input)),
  evidence: api.statistics.evidence.handler(({ context, input }) => paperOf(context, input)),
  roster: api.statistics.roster.handler(({ context, input }) => rosterOn(context, input)),
  enrol: api.statistics.enrol.handler(({ context, input }) => enrol(context, input)),
  burden: api.statistics.burden.handler(({ context, input }) => burdenOf(context, input)),
});
