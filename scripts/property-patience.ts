// Before each file of unit tests: a property that is slow on a busy machine, or one that failed and looks for a simpler example, ends
// while its test still has time to say so. A loop that waits for nothing is not ended by the test's own limit.
import fc from 'fast-check';

fc.configureGlobal({ interruptAfterTimeLimit: 120_000 });
