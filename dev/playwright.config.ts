import { defineConfig } from '@playwright/test'
import { stage, stages } from './e2e/support/stage.ts'

/** Of such flags the last one counts: with what Playwright leaves out by itself and matters to a page. */
const DISABLED = [
  ...['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup', 'AimEnabled', 'LensOverlay', 'MediaRouter'],
  ...['PaintHolding', 'OptimizationHints', 'HttpsUpgrades', 'HttpsFirstBalancedModeAutoEnable'],
  ...['ThirdPartyStoragePartitioning', 'NetworkTimeServiceQuerying', 'PreconnectToSearch'],
  ...['DestroyProfileOnBrowserClose', 'AvoidUnnecessaryBeforeUnloadCheckSync'],
]

/** Flags that let Chromium run as root and keep it from calling home. */
const BROWSER_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Else each window has two pages more for what its address line would show, which take more time than the portal.
  `--disable-features=${DISABLED.join()}`,
  '--in-process-gpu',
]

/** Run by `npm test`, which starts a portal for each worker. */
export default defineConfig({
  testDir: './e2e',
  outputDir: '../test-results/e2e',
  workers: Math.max(1, stages.length),
  // One more try, reported as flaky: a busy machine is no defect of the portal.
  retries: 1,
  // Several times what the longest story takes on an idle machine with two cores.
  timeout: 180_000,
  expect: { timeout: 20_000 },
  use: {
    baseURL: stage.web,
    locale: 'nb-NO',
    timezoneId: 'Europe/Oslo',
    // Of the second try: to record every first one takes a quarter of the processors' time.
    trace: 'on-first-retry',
    screenshot: 'only-on-failure',
    launchOptions: {
      args: BROWSER_FLAGS,
      ...(process.env['E2E_BROWSER'] ? { executablePath: process.env['E2E_BROWSER'] } : {}),
    },
  },
})
