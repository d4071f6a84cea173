import { existsSync } from 'node:fs'
import { chromium } from '@playwright/test'
import { command } from './step.ts'

const KNOWN = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
const installed = () =>
  [process.env['CHROMIUM_PATH'] ?? '', ...KNOWN, chromium.executablePath()].find((path) => existsSync(path))

/** A Chromium on this machine; installs one when there is none. */
export async function findBrowser(): Promise<string> {
  const found = installed()
  if (found) return found
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    await command(['apt-get', 'update', '-qq'])
    await command(['apt-get', 'install', '-y', '-qq', '--no-install-recommends', 'chromium'], {
      DEBIAN_FRONTEND: 'noninteractive',
    })
  } else {
    await command(['playwright', 'install', 'chromium'])
  }
  const now = installed()
  if (!now) throw new Error('no browser: install Chromium, or name one by CHROMIUM_PATH')
  return now
}
