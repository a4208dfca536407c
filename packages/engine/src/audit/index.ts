// The audit log as a proof: the tree, its proofs, what is hashed, and where a copy departs from what was signed.
export { fromHex, same, toHex } from './bytes.ts';
export { compareEntries, type FoundEntry, type Tampering } from './compare.ts';
export { type AnyHash, verifyConsistency, verifyInclusion } from './proof.ts';
export { type AuditEntry, type AuditHead, entryText, headText, type SignedHead } from './record.ts';
export { createTree, type Hash, hashLength, leafBytes, leafHash, type Tree } from './tree.ts';
