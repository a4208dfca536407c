// Finds GDAL's ogr2ogr, with which tests read and write boundary files a second time, or installs it. Nothing of the product uses it.
import { spawnSync } from 'node:child_process';
import { apt, isRootOnDebian } from './chromium.mjs';

/** Where it cannot be had, the tests that need it fail and say what to install. */
export function findGdal(say) {
  const present = () => !spawnSync('ogr2ogr', ['--version']).error;
  if (!present() && isRootOnDebian()) apt(say, 'gdal-bin');
  if (!present()) {
    say(
      'ogr2ogr was not found and could not be installed: tests of boundary files will fail. Install it (Debian: apt-get install gdal-bin).',
    );
  }
}
