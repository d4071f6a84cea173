import { existsSync } from 'node:fs'
import { chromium } from '@playwright/test'
import { command } from './step.ts'

/** Debian's: the first has no windows to draw, and takes two thirds of the time of the second for the same pages. */
const PACKAGES = ['chromium-headless-shell', 'chromium']
const KNOWN = [...PACKAGES, 'chromium-browser', 'google-chrome'].map((name) => `/usr/bin/${name}`)
const installed = () =>
  [process.env['CHROMIUM_PATH'] ?? '', ...KNOWN, chromium.executablePath()].find((path) => existsSync(path))

/** A Chromium on this machine; installs one when there is none. */
export async function findBrowser(): Promise<string> {
  const found = installed()
  if (found) return found
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) await installPackage()
  else await command(['playwright', 'install', 'chromium'])
  const now = installed()
  if (!now) throw new Error('no browser: install Chromium, or name one by CHROMIUM_PATH')
  return now
}

async function installPackage(): Promise<void> {
  await command(['apt-get', 'update', '-qq'])
  const install = ['apt-get', 'install', '-y', '-qq', '--no-install-recommends']
  for (const name of PACKAGES) {
    if ((await command([...install, name], { DEBIAN_FRONTEND: 'noninteractive' })) === 0) return
  }
}
