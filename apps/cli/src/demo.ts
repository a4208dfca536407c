// Placeholder: the commands of this noun are registered here once they exist.
import type { Command } from 'commander';

export function register(_program: Command): void {}
