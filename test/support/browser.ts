import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import bundled from '@sparticuz/chromium';
import { type Browser, chromium } from 'playwright-core';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** A real browser without a window: the system's Chromium if there is one, else the one that comes with the packages. */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = ofTheSystem() ?? (await bundled.executablePath());
  // The sandbox needs rights that root in a container lacks; the only pages opened are our own.
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-background-networking'] });
}

function ofTheSystem(): string | null {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return folders.flatMap((folder) => NAMES.map((name) => join(folder, name))).find((it) => existsSync(it)) ?? null;
}
