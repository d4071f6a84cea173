import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../root.ts'
import { findBrowser } from './browser.ts'
import { startStage, type Stage } from './stage.ts'
import { command, type Step } from './step.ts'

/** How many stories are played at once; each worker has a portal of its own, which its stories may kill parts of. */
const WORKERS = 2

/** Users at work in a browser. */
export const endToEnd: Step = {
  name: 'end to end',
  run: async () => {
    const browser = await findBrowser()
    const begun = await Promise.allSettled(Array.from({ length: WORKERS }, startStage))
    const stages = begun.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []))
    try {
      for (const each of begun) if (each.status === 'rejected') throw each.reason
      return await play(stages, browser)
    } finally {
      await Promise.all(stages.map(({ stop }) => stop()))
    }
  },
}

async function play(stages: readonly Stage[], browser: string) {
  const report = join(ROOT, 'test-results/playwright.json')
  const code = await command(
    ['playwright', 'test', '--config', 'dev/playwright.config.ts', '--reporter=list,json'],
    {
      E2E_STAGES: JSON.stringify(stages),
      E2E_BROWSER: browser,
      PLAYWRIGHT_JSON_OUTPUT_NAME: report,
    },
  )
  const { stats } = JSON.parse(readFileSync(report, 'utf8')) as {
    stats: { expected: number; unexpected: number; flaky: number }
  }
  return { passed: stats.expected + stats.flaky, failed: code === 0 ? 0 : Math.max(1, stats.unexpected) }
}
