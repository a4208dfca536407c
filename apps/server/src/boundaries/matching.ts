// Features of a file meet the blocks of the plan: by code, else by name. What the annex does not know is left as it is, and told.
import type { Feature, Normalised } from '@zhenghe/engine/boundaries';
import type { Database } from '../platform/database.ts';
import type { Target } from './record.ts';
import type { Bounded, BoundedNouns } from './subject.ts';

/** Takes the annex's own code and name wherever one of them is found. */
export async function placedFeatures(db: Database, nouns: BoundedNouns, target: Target, done: Normalised): Promise<Normalised> {
  if (target.kind === 'layer') return { features: done.features, findings: done.findings };
  const subject = await nouns.plan.find(db, target.plan);
  if (!subject) return { features: done.features, findings: done.findings };
  const found = new Map(done.features.map((feature) => [feature.code, blockOf(subject, feature)]));
  const codeOf = (code: string) => found.get(code)?.code ?? code;
  const features = done.features.map((feature) => {
    const block = found.get(feature.code);
    return block ? { ...feature, code: block.code, name: block.name } : feature;
  });
  const findings = done.findings.map(({ other, ...finding }) => ({
    ...finding,
    place: { ...finding.place, feature: codeOf(finding.place.feature) },
    ...(other === undefined ? {} : { other: codeOf(other) }),
  }));
  return { features, findings };
}

/** Codes that no block of the annex has. */
export function strangersOf(subject: Bounded, features: readonly Feature[]): readonly string[] {
  const known = new Set(subject.blocks.map(({ code }) => code));
  return features.map(({ code }) => code).filter((code) => !known.has(code));
}

function blockOf(subject: Bounded, feature: Feature): { readonly code: string; readonly name: string } | undefined {
  const plain = (text: string) => text.normalize('NFKC').replace(/\s/g, '').toLowerCase();
  return (
    subject.blocks.find(({ code }) => plain(code) === plain(feature.code)) ??
    subject.blocks.find(({ name }) => plain(name) === plain(feature.name)) ??
    subject.blocks.find(({ name }) => plain(name) === plain(feature.code))
  );
}
